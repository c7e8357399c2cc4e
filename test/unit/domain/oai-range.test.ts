import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datestamp, oaiRange } from '../../../worker/domain/oai/range.ts'

describe('a range of time', () => {
  it('is open where an end is not given', () => {
    expect(oaiRange(undefined, undefined)).toEqual({})
    expect(oaiRange('2020-05-12', undefined)).toEqual({ changedFrom: '2020-05-12T00:00:00.000Z' })
    expect(oaiRange(undefined, '2020-05-12')).toEqual({ changedUntil: '2020-05-12T23:59:59.999Z' })
  })

  it('has both its ends in it, the whole day or second', () => {
    expect(oaiRange('2020-05-12', '2020-05-12')).toEqual({
      changedFrom: '2020-05-12T00:00:00.000Z',
      changedUntil: '2020-05-12T23:59:59.999Z',
    })
    expect(oaiRange('2020-05-12T08:30:00Z', '2020-05-12T08:30:00Z')).toEqual({
      changedFrom: '2020-05-12T08:30:00.000Z',
      changedUntil: '2020-05-12T08:30:00.999Z',
    })
  })

  it('gives both ends in one form', () => {
    expect(oaiRange('2020-05-12', '2020-05-13T00:00:00Z')).toHaveProperty('problem')
    expect(oaiRange('2020-05-12T00:00:00Z', '2020-05-13')).toHaveProperty('problem')
  })

  it('does not end before it begins', () => {
    expect(oaiRange('2020-05-13', '2020-05-12')).toHaveProperty('problem')
    expect(oaiRange('2020-05-12T00:00:01Z', '2020-05-12T00:00:00Z')).toHaveProperty('problem')
  })

  it.each([
    '',
    'junk',
    '2020',
    '2020-05',
    '2020-13-01',
    '2020-02-30',
    '2021-02-29',
    '0000-01-01',
    '2020-05-12T24:00:00Z',
    '2020-05-12T08:30:60Z',
    '2020-05-12T08:30Z',
    '2020-05-12T08:30:00',
    '2020-05-12T08:30:00.000Z',
    '2020-05-12T08:30:00+00:00',
    '2020-05-12 08:30:00Z',
    ' 2020-05-12',
    '٢٠٢٠-05-12',
  ])('takes no %j', (stamp) => {
    expect(oaiRange(stamp, undefined)).toHaveProperty('problem')
    expect(oaiRange(undefined, stamp)).toHaveProperty('problem')
  })

  it('holds every instant whose datestamp is between its ends, and no other', () => {
    const instant = fc
      .integer({ min: Date.parse('2020-05-12T00:00:00Z'), max: Date.parse('2020-05-12T00:00:05Z') })
      .map((time) => new Date(time).toISOString())
    fc.assert(
      fc.property(instant, instant, instant, (a, b, at) => {
        const [from = '', until = ''] = [datestamp(a), datestamp(b)].sort()
        const range = oaiRange(from, until)
        if ('problem' in range) throw new Error(range.problem)
        const { changedFrom = '', changedUntil = '' } = range
        expect(changedFrom <= at && at <= changedUntil).toBe(from <= datestamp(at) && datestamp(at) <= until)
      }),
    )
  })
})
