import { expect, it } from 'vitest'
import { asOfText } from '../../../../bot/cards/kit/as-of-text.ts'
import { english } from '../../../../bot/languages/index.ts'

it('an answer says which release it rests on, and that the first was a survey', () => {
  const standing = (version: string, releasedOn: string, changedAt?: string) =>
    asOfText(english, {
      release: { version, title: 'A title', releasedOn },
      ...(changedAt && { changedAt }),
    })
  expect(standing('2.0', '2020-05-12')).toBe(
    '-# Survey 2.0, 12 May 2020 · not checked since · no diagnostic claims',
  )
  expect(standing('3.0', '2026-11-23', '2026-11-24T10:00:00.000Z')).toBe(
    '-# Release 3.0, 23 November 2026 · last changed 24 November 2026 · no diagnostic claims',
  )
})
