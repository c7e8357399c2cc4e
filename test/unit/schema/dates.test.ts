import { describe, expect, it } from 'vitest'
import {
  cslDate,
  isoDate,
  isoDateIn,
  PartialDate,
  partsOf,
  readDate,
} from '../../../schema/record/values/dates.ts'

describe('a CSL date', () => {
  it('is read from as much of an ISO date as is known, and written back', () => {
    for (const iso of ['2020-04-07', '2020-04', '2020']) expect(isoDate(cslDate(iso))).toBe(iso)
  })

  it('names only the parts that are known', () => {
    expect(partsOf(cslDate('2020-04-07'))).toStrictEqual({ year: 2020, month: 4, day: 7 })
    expect(partsOf(cslDate('2020'))).toStrictEqual({ year: 2020 })
  })
})

describe('a date as people write it', () => {
  it.each([
    ['2020-10-07', '2020-10-07'],
    ['2020-10', '2020-10'],
    ['2020', '2020'],
    ['07.10.2020', '2020-10-07'],
    ['7. 10. 2020', '2020-10-07'],
    ['2020/10/7', '2020-10-07'],
    ['2020/10', '2020-10'],
    ['10/2020', '2020-10'],
    ['10.2020', '2020-10'],
    ['13/04/2020', '2020-04-13'],
    ['04/13/2020', '2020-04-13'],
    ['4/4/2020', '2020-04-04'],
    ['7 Oct 2020', '2020-10-07'],
    ['7-Oct-2020', '2020-10-07'],
    ['7. Oktober 2020', '2020-10-07'],
    ['7.Okt.2020', '2020-10-07'],
    ['Oktober 2020', '2020-10'],
    ['OCTOBER 2020', '2020-10'],
    ['October 7th, 2020', '2020-10-07'],
    ['the 7th of October 2020', undefined],
    ['1st of May 2020', '2020-05-01'],
    ['Sept. 2020', '2020-09'],
    ['2020 Dez 24', '2020-12-24'],
    ['Ma\u0308rz 2021', '2021-03'],
    ['3. Jänner 2021', '2021-01-03'],
    ['3 Mrz 2021', '2021-03-03'],
    ['Mai 2021', '2021-05'],
    ['29 Feb 2020', '2020-02-29'],
    ['Oct 20', undefined],
    ['10/7/20', undefined],
    ['13/2020', undefined],
    ['2020-13', undefined],
    ['2020-10-07-01', undefined],
    ['20201007', undefined],
    ['May June 2020', undefined],
    ['1 2 May 2020', undefined],
    ['Ma 2020', undefined],
    ['Mayor 2020', undefined],
    ['spring 2020', undefined],
    ['0000', undefined],
    ['', undefined],
  ])('%j is read as %j', (written, date) => {
    expect(readDate(written)).toEqual(date === undefined ? { kind: 'unreadable' } : { kind: 'date', date })
    expect(isoDateIn(written)).toBe(date ?? written)
  })

  it.each([
    '31.04.2020',
    '29 February 2021',
    '2/30/2020',
    '2020-02-30',
    '0.10.2020',
    '13.13.2020',
  ])('%j is no day of the calendar', (written) => {
    expect(readDate(written)).toEqual({ kind: 'noDay' })
  })

  it('is refused where it has two readings, with both', () => {
    expect(readDate('03/04/2020')).toEqual({ kind: 'either', dates: ['2020-04-03', '2020-03-04'] })
  })

  it('is refused by the shape of a record in any form but the ISO form', () => {
    expect(PartialDate.safeParse('07.10.2020').success).toBe(false)
  })
})
