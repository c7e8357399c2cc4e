import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameValue } from '../../../schema/same-value.ts'

describe('two JSON values are the same', () => {
  it.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: null }, {}, false],
    [null, undefined, false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [{ 0: 1 }, [1], false],
    ['1', 1, false],
  ])('%j and %j: %j', (a, b, same) => {
    expect([sameValue(a, b), sameValue(b, a)]).toEqual([same, same])
  })

  it('where their texts are, once the keys stand in order', () => {
    const sorted = (_: string, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value
    const values = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(sameValue(a, structuredClone(a))).toBe(true)
        expect(sameValue(a, b)).toBe(JSON.stringify(a, sorted) === JSON.stringify(b, sorted))
      }),
    )
  })
})
