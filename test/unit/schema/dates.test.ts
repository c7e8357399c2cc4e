import { describe, expect, it } from 'vitest'
import { cslDate, isoDate, partsOf } from '../../../schema/record/values/dates.ts'

describe('a CSL date', () => {
  it('is read from as much of an ISO date as is known, and written back', () => {
    for (const iso of ['2020-04-07', '2020-04', '2020']) expect(isoDate(cslDate(iso))).toBe(iso)
  })

  it('names only the parts that are known', () => {
    expect(partsOf(cslDate('2020-04-07'))).toStrictEqual({ year: 2020, month: 4, day: 7 })
    expect(partsOf(cslDate('2020'))).toStrictEqual({ year: 2020 })
  })
})
