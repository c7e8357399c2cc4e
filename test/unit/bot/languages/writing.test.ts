// Days, numbers and lists are written as Intl writes them.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../bot/languages/index.ts'

const LOCALES: readonly (readonly [tag: string, locale: string])[] = [
  ['en', 'en-GB'],
  ['de', 'de'],
]

it('every language has a locale here', () => {
  expect(LOCALES.map(([tag]) => tag).sort()).toEqual(Object.keys(LANGUAGES).sort())
})

describe.each(LOCALES)('%s', (tag, locale) => {
  const messages = LANGUAGES[tag] ?? expect.unreachable(tag)
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const

  it('writes a day, a month and a year', () => {
    const days = new Intl.DateTimeFormat(locale, { ...parts, day: 'numeric' })
    const months = new Intl.DateTimeFormat(locale, parts)
    const years = { min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), (date) => {
        const iso = date.toISOString()
        expect(messages.day(iso)).toBe(days.format(date))
        expect(messages.day(iso.slice(0, 10))).toBe(days.format(date))
        expect(messages.day(iso.slice(0, 7))).toBe(months.format(date))
        expect(messages.day(iso.slice(0, 4))).toBe(iso.slice(0, 4))
      }),
    )
  })

  it('writes a number', () => {
    const numbers = new Intl.NumberFormat(locale)
    for (const value of [0, 7, -7, 999, 1000, 1234.5, 12_345_678, 0.125, -1_234_567.25, 18.7])
      expect(messages.number(value)).toBe(numbers.format(value))
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(messages.number(value)).toBe(numbers.format(value))
      }),
    )
  })

  it('writes a list', () => {
    const lists = new Intl.ListFormat(locale)
    fc.assert(
      fc.property(fc.array(fc.string()), (list) => {
        expect(messages.listed(list)).toBe(lists.format(list))
      }),
    )
  })
})
