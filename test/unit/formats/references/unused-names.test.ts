import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unusedNames } from '../../../../worker/formats/references/unused-names.ts'

describe('a name', () => {
  it('that is wanted again has a letter behind, the first of them none', () => {
    const unused = unusedNames()
    const given = Array.from({ length: 29 }, () => unused('x'))
    expect(given.slice(0, 3)).toEqual(['x', 'xa', 'xb'])
    expect(given.slice(-3)).toEqual(['xz', 'xaa', 'xab'])
  })

  it('goes past those that were wanted as they are', () => {
    const unused = unusedNames()
    expect(['xa', 'x', 'x', 'xa'].map(unused)).toEqual(['xa', 'x', 'xb', 'xaa'])
  })

  it('is given once', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab]{1,3}$/), { maxLength: 200 }), (wanted) => {
        expect(new Set(wanted.map(unusedNames())).size).toBe(wanted.length)
      }),
    )
  })
})
