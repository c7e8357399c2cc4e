import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perSecond, quantile, short, timesFloor } from '../../bench/figures.ts'

const HUNDRED = Array.from({ length: 100 }, (_, i) => 100 - i)

describe('a quantile', () => {
  it.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0, 1],
  ])('of %d of the numbers to a hundred is %d', (share, value) => {
    expect(quantile(HUNDRED, share)).toBe(value)
  })

  it('is a value that was measured, with no less than its share at or below it', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (times, share) => {
        const value = quantile(times, share)
        expect(times).toContain(value)
        const atOrBelow = times.filter((time) => time <= value).length
        expect(atOrBelow).toBeGreaterThanOrEqual(share * times.length - 1e-9)
      }),
    )
  })

  it('of nothing is a fault', () => {
    expect(() => quantile([], 0.5)).toThrow('Nothing was measured.')
  })
})

it('a rate counts requests in a second', () => {
  expect(perSecond(30, 250)).toBe(120)
})

it('a ratio is a multiple of the floor', () => {
  expect(timesFloor(6, 4)).toBe(1.5)
})

it.each([
  [undefined, '–'],
  [0, '0'],
  [0.8124, '0.81'],
  [12.345, '12.3'],
  [999.6, '1000'],
  [1234.5, '1,235'],
])('%s is written %s', (value, text) => {
  expect(short(value)).toBe(text)
})
