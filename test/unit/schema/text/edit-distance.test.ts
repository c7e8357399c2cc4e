import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../../schema/text/edit-distance.ts'
import { distance } from './distance.ts'

describe('the edit distance', () => {
  it.each([
    ['pocus', 'pocus', 0, 0],
    ['pocus', 'pcous', 1, 1],
    ['radiopaedia', 'radiopedia', 1, 1],
    ['segmentation', 'segmantatoin', 2, 2],
    ['segmentation', 'segmantatoin', 1, undefined],
    ['', 'ab', 2, 2],
    ['', '', 0, 0],
  ])('of %j and %j, as far as %d would know: %s', (a, b, most, steps) => {
    expect(editDistance(a, b, most)).toBe(steps === undefined ? undefined : distance(a, b))
    expect(editDistance(a, b, most)).toBe(steps)
  })

  it('is the plain one as far as it goes, in either direction', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 10 })
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, most) => {
        const plain = distance(a, b)
        expect(editDistance(a, b, most)).toBe(plain > most ? undefined : plain)
        expect(editDistance(b, a, most)).toBe(editDistance(a, b, most))
      }),
    )
  })
})
