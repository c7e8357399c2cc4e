import { describe, expect, it } from 'vitest'
import { sourcesFirst } from '../../../schema/record/lineage/sources-first.ts'

const slugs = (items: readonly { slug: string; derivedFrom?: string[] }[]) =>
  sourcesFirst(items).map(({ slug }) => slug)

describe('sources first', () => {
  it('keeps the order otherwise', () => {
    expect(slugs([{ slug: 'c', derivedFrom: ['a', 'elsewhere'] }, { slug: 'b' }, { slug: 'a' }])).toEqual([
      'a',
      'c',
      'b',
    ])
  })

  it('refuses a circle', () => {
    expect(() =>
      slugs([
        { slug: 'a', derivedFrom: ['b'] },
        { slug: 'b', derivedFrom: ['a'] },
      ]),
    ).toThrow('a is derived from itself.')
  })
})
