import { expect, it } from 'vitest'
import { asOfText } from '../../../../bot/cards/kit/as-of-text.ts'
import { english } from '../../../../bot/languages/index.ts'
import { AS_OF } from './made-up-resource.ts'

it('an answer names the latest release, and says that the first was a survey', () => {
  expect(asOfText(english, AS_OF)).toBe('-# Survey 2.0, 12 May 2020 · unchanged since · not for clinical use')
  const release = { ...AS_OF.release, version: '3.0', releasedOn: '2026-11-23' }
  expect(asOfText(english, { sequence: 15, changedAt: '2026-11-24T10:00:00.000Z', release })).toBe(
    '-# Release 3.0, 23 November 2026 · last changed 24 November 2026 · not for clinical use',
  )
})
