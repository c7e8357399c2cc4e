// Stories across the doors, each with the rows that it leaves behind.

import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRegistry } from '../../worker/registry/index.ts'
import { MAINTAINER, type Person, REVIEW_CHANNEL_ID, VISITOR } from '../discord/protocol/people.ts'
import { visit } from '../support/discord.ts'
import { rows } from '../worker/registry/submissions.ts'
import {
  deliver,
  messagesIn,
  messagesTo,
  nextRequests,
  openDiscord,
  passTime,
  problems,
  textOf,
} from './discord.ts'

const registry = createRegistry(env.DB)
let token = ''

beforeAll(async () => {
  token = (await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)).token
})
beforeEach(openDiscord)
afterEach(async () => {
  expect(await problems()).toEqual([])
  vi.restoreAllMocks()
})

const changesOf = (subject: 'resource' | 'submission', id: string) =>
  rows(
    `select action, version, person_id is not null as someone from changes
     where subject = ? and subject_id = (select cast(id as text) from ${subject}s where ${subject === 'resource' ? 'slug' : 'reference'} = ?)
     order by sequence`,
    subject,
    id,
  )

const deliveriesOf = (reference: string) =>
  rows(
    `select kind, change_version as version, state, attempts from deliveries
     where submission_id = (select id from submissions where reference = ?) order by id`,
    reference,
  )

const http = async <Body>(method: string, path: string, json?: object, authorized = false): Promise<Body> => {
  const answer = await exports.default.fetch(`https://registry.example/v1${path}`, {
    method,
    headers: {
      'CF-Connecting-IP': '203.0.113.77',
      ...(json && { 'Content-Type': 'application/json' }),
      ...(authorized && { Authorization: `Bearer ${token}` }),
    },
    ...(json && { body: JSON.stringify(json) }),
  })
  expect(answer.status).toBeLessThan(300)
  return answer.json<Body>()
}

const SUBMITTER: Person = { id: '1170000000000000777', username: 'ada', globalName: 'Ada' }

const ATLAS = {
  url: 'https://data.org/lung-atlas',
  name: 'Lung ultrasound atlas',
  organization: 'A hospital',
  has: ['ultrasound'],
  notes: 'CC BY 4.0',
}

describe('a data set suggested in chat', () => {
  it('is approved by button in the review channel and found by the next question', async () => {
    const ada = visit(SUBMITTER)
    await ada.say('covid-data submit')
    await ada.fill(ATLAS)
    const receipt = await ada.press('Send')
    const reference = receipt.text.match(/S-[0-9A-Z]{5}/)?.[0] ?? ''
    await deliver()

    const [card] = await messagesIn(REVIEW_CHANNEL_ID)
    if (!card) throw new Error('No card arrived.')
    expect(textOf(card)).toContain('Lung ultrasound atlas')
    expect(await messagesTo(SUBMITTER)).toHaveLength(1)

    // Only a maintainer's click decides.
    const refused = await visit(VISITOR, card.message).press('Approve')
    expect(refused.text).toBe('Only maintainers of the registry can do this.')
    const approved = await visit(MAINTAINER, card.message).press('Approve')
    expect(approved.type).toBe(7)
    await deliver()

    const [edited, ...others] = await messagesIn(REVIEW_CHANNEL_ID)
    expect(others).toEqual([])
    expect(edited?.earlier).toHaveLength(1)
    expect(edited && textOf(edited)).toContain('· approved')
    const messages = await messagesTo(SUBMITTER)
    expect(messages.map((message) => textOf(message))).toEqual([
      expect.stringContaining('Waiting for a maintainer'),
      expect.stringContaining(`${reference}: Listed`),
    ])

    const answer = await visit(VISITOR).say('covid-data ultrasound')
    expect(answer.text).toContain('## Ultrasound: 2 yes, 6 unknown')
    expect(answer.text).toContain('[Lung ultrasound atlas](https://data.org/lung-atlas)')
    expect(answer.text).not.toContain('unchanged since')

    expect(await changesOf('submission', reference)).toEqual([
      { action: 'submitted', version: 1, someone: 1 },
      { action: 'approved', version: 2, someone: 1 },
    ])
    expect(await changesOf('resource', 'lung-ultrasound-atlas')).toEqual([
      { action: 'added', version: 1, someone: 1 },
    ])
    expect(await deliveriesOf(reference)).toEqual([
      { kind: 'review', version: 1, state: 'done', attempts: 0 },
      { kind: 'submitter', version: 1, state: 'done', attempts: 0 },
      { kind: 'review', version: 2, state: 'done', attempts: 0 },
      { kind: 'submitter', version: 2, state: 'done', attempts: 0 },
    ])
  })
})

describe('a correction over HTTP', () => {
  it('is asked about, answered, edited, approved, then undone', async () => {
    const before = (await registry.resolveResource('radiopaedia')).resource
    const { id, reference } = await http<{ id: string; reference: string }>('POST', '/submissions', {
      kind: 'correction',
      slug: 'radiopaedia',
      baseVersion: 1,
      changes: { organization: 'Radiopaedia Ltd' },
      reason: 'So says their imprint.',
    })
    await http(
      'POST',
      `/submissions/${reference}/decisions`,
      { decision: 'ask', reason: 'Which imprint?' },
      true,
    )
    const answered = await http<{ version: number }>('POST', `/submissions/${id}/answers`, {
      text: 'The one of 2026.',
    })
    await http('PATCH', `/submissions/${id}`, {
      version: answered.version,
      changes: { organization: 'Radiopaedia Australia Pty Ltd' },
    })
    await deliver()

    // The rest happens in chat, on the card.
    const [card] = await messagesIn(REVIEW_CHANNEL_ID)
    const mai = visit(MAINTAINER, card?.message)
    const approved = await mai.press('Approve')
    expect(approved.text).toContain('**Organisation** ~~Radiopaedia~~ → **Radiopaedia Australia Pty Ltd**')
    expect((await registry.resolveResource('radiopaedia')).resource.organization).toBe(
      'Radiopaedia Australia Pty Ltd',
    )
    await mai.press('Undo')
    await deliver()

    const after = (await registry.resolveResource('radiopaedia')).resource
    expect({ ...after, version: 1, updatedAt: before.updatedAt }).toEqual(before)
    expect(after.version).toBe(3)
    expect(await changesOf('submission', reference)).toEqual([
      { action: 'submitted', version: 1, someone: 0 },
      { action: 'asked', version: 2, someone: 1 },
      { action: 'answered', version: 3, someone: 0 },
      { action: 'edited', version: 4, someone: 0 },
      { action: 'approved', version: 5, someone: 1 },
      { action: 'undone', version: 6, someone: 1 },
    ])
    expect(await changesOf('resource', 'radiopaedia')).toEqual([
      { action: 'added', version: 1, someone: 0 },
      { action: 'corrected', version: 2, someone: 1 },
      { action: 'reverted', version: 3, someone: 1 },
    ])
    // One card, whatever happened: posted with what was current then, and edited since.
    expect(await messagesIn(REVIEW_CHANNEL_ID)).toHaveLength(1)
    expect((await deliveriesOf(reference)).map((row) => row.state)).toEqual(Array(6).fill('done'))
    const history = await http<{ items: { action: string; submission?: string }[] }>(
      'GET',
      '/changes?slug=radiopaedia',
    )
    expect(history.items.map((item) => [item.action, item.submission])).toEqual([
      ['reverted', reference],
      ['corrected', reference],
      ['added', undefined],
    ])
  })
})

describe('a submission while Discord is down', () => {
  it('is delivered once it is up again, after ten attempts that failed', async () => {
    await nextRequests(10, { type: 'status', status: 503 })
    const { reference } = await http<{ reference: string }>('POST', '/submissions', {
      kind: 'addition',
      resource: { name: 'Sent in an outage', url: 'https://data.org/outage', organization: 'A hospital' },
    })
    for (let attempts = 1; attempts <= 10; attempts++) {
      await deliver()
      expect(await deliveriesOf(reference)).toEqual([
        { kind: 'review', version: 1, state: 'waiting', attempts },
      ])
      passTime(60 * 60 * 1000)
    }
    expect(await messagesIn(REVIEW_CHANNEL_ID)).toEqual([])
    await deliver()
    expect(await messagesIn(REVIEW_CHANNEL_ID)).toHaveLength(1)
    expect(await deliveriesOf(reference)).toEqual([
      { kind: 'review', version: 1, state: 'done', attempts: 10 },
    ])
    expect(await changesOf('submission', reference)).toEqual([
      { action: 'submitted', version: 1, someone: 0 },
    ])
  })
})

describe('a hundred decisions at once, half in chat and half over HTTP', () => {
  it('come to one, and the others are told who decided', async () => {
    const { reference } = await http<{ reference: string }>('POST', '/submissions', {
      kind: 'addition',
      resource: { name: 'Decided at once', url: 'https://data.org/at-once', organization: 'A hospital' },
    })
    const inChat = async (decision: 'approve' | 'reject') => {
      const mai = visit(MAINTAINER)
      await mai.say(`covid-review ${decision}`, { submission: reference, reason: 'At once.' })
      return async () =>
        (await mai.press(decision === 'approve' ? 'Approve with this note' : 'Reject for this reason')).text
    }
    const overHttp = async (decision: string) => {
      const answer = await exports.default.fetch(
        `https://registry.example/v1/submissions/${reference}/decisions`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
          body: JSON.stringify({ decision, version: 1, reason: 'At once.' }),
        },
      )
      return answer.status === 200 ? 'decided' : `${answer.status} ${await answer.text()}`
    }
    const ready = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const decision = i % 4 < 2 ? 'approve' : 'reject'
        return i % 2 === 0 ? inChat(decision) : () => overHttp(decision)
      }),
    )
    const answers = await Promise.all(ready.map((decide) => decide()))
    const late = answers.filter((text) => text.includes(' this, on '))
    expect(late).toHaveLength(99)
    expect(late.every((text) => text.includes(MAINTAINER.globalName))).toBe(true)
    expect(late.filter((text) => text.startsWith('409 ')).length).toBeGreaterThanOrEqual(49)

    const [, decided, ...more] = await changesOf('submission', reference)
    expect(more).toEqual([])
    const isListed = (decided as { action: string }).action === 'approved'
    expect(await changesOf('resource', 'decided-at-once')).toHaveLength(isListed ? 1 : 0)
    expect((await deliveriesOf(reference)).map(({ kind, version }) => [kind, version])).toEqual([
      ['review', 1],
      ['review', 2],
    ])
  })
})
