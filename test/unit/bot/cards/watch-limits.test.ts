import { describe, expect, it } from 'vitest'
import { type Card, messageData } from '../../../../bot/cards/kit/message.ts'
import { announcementCard } from '../../../../bot/cards/watches/announcement-card.ts'
import { watchCard, watchesCard } from '../../../../bot/cards/watches/watch-card.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { SUBMISSION_LENGTHS } from '../../../../schema/record/submission.ts'
import { cellsRow } from '../../../../schema/record/values/cells.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import type { Watched } from '../../../../schema/verbs/watches.ts'
import { problemsOfResponse } from '../../../discord/rules/judge.ts'
import { fill, longestFacts, SPOKEN } from './longest.ts'

const AT = '2026-11-23T00:00:00.000Z'
const slug = 's'.repeat(LENGTHS.slug)

const resource = (sign: string): Resource => ({
  slug,
  name: fill(sign, LENGTHS.name),
  url: `https://example.org/${fill(sign, LENGTHS.url - 20).replaceAll(' ', '-')}`,
  organization: fill(sign, LENGTHS.organization),
  availability: cellsRow(0),
  ...longestFacts(sign),
  references: [],
  status: 'unknown',
  position: 999_999_999,
  version: 999_999_999,
  updatedAt: AT,
})

const change = (sign: string, before?: Resource) => ({
  sequence: 999_999_999,
  slug,
  name: fill(sign, LENGTHS.name),
  action: 'corrected' as const,
  version: 999_999_999,
  at: AT,
  reason: fill(sign, SUBMISSION_LENGTHS.reason),
  submission: 'S-ZZZZZ',
  ...(before && { before }),
  after: resource(sign),
})

const refusals = (card: Card) => [
  ...problemsOfResponse({ type: 4, data: messageData(card, true) }, 2),
  ...problemsOfResponse({ type: 7, data: messageData(card) }, 3),
]

describe.each(
  SPOKEN,
)('in %s, with the longest data the contract admits, of %j, Discord takes', (_tag, sign, messages) => {
  const watched: Watched = { kind: 'resource', slug, name: fill(sign, LENGTHS.name) }
  const watch = { id: 999_999_999, watched, channelId: '9'.repeat(20), createdAt: AT }

  it('what someone watches', () => {
    expect(refusals(watchCard(messages, watch, true))).toEqual([])
    const watches = Array.from({ length: 30 }, (_, i) => ({ ...watch, id: watch.id - i }))
    expect(refusals(watchesCard(messages, fill('W', 300), watches))).toEqual([])
  })

  it('an announcement', () => {
    const other = { ...resource(`${sign}x`), availability: cellsRow(0) }
    for (const before of [undefined, other, { ...other, status: 'removed' as const }])
      expect(refusals(announcementCard(messages, change(sign, before), watch))).toEqual([])
  })
})
