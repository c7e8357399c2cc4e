import { describe, expect, it } from 'vitest'
import { comparisonCard } from '../../../../bot/cards/resource/comparison-card.ts'
import { english } from '../../../../bot/languages/index.ts'
import type { Overlap } from '../../../../schema/record/lineage/graph.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { AS_OF, madeUpResource } from './made-up-resource.ts'
import { textOf } from './text-of.ts'

describe('a comparison', () => {
  const asOf = AS_OF
  const compared = (a: Partial<Resource>, overlap: Overlap = 'none') => {
    const shared = overlap === 'none' ? [] : ['an archive']
    return textOf(
      comparisonCard(english, { a: madeUpResource(a), b: madeUpResource(), shared, overlap, asOf }),
    )
  }

  it('has the licences and ways of access, where one is known', () => {
    const text = compared({ license: 'CC BY 4.0', licenseSpdx: 'CC-BY-4.0', access: 'login' })
    expect(text).toContain('**Licence** A: CC BY 4.0: credit · B: not recorded')
    expect(text).toContain('**Access** A: after logging in · B: not recorded')
    expect(compared({})).not.toMatch(/Licence|Access|Status/)
  })

  it('has each status with its date', () => {
    expect(compared({ status: 'active' })).toContain(
      '**Status** A: active, no date recorded · B: not recorded',
    )
  })

  it('warns of an overlap where images may be the same, and of no other', () => {
    expect(compared({}, 'contains')).toContain('⚠️ **They overlap:** both have data from an archive.')
    expect(compared({}, 'may_share_images')).toContain('⚠️ **They may share images:** both have data from an')
    expect(compared({}, 'same_source')).toContain('no kind of image that both have is recorded')
    expect(compared({}, 'same_source')).not.toContain('⚠️')
    expect(compared({})).not.toContain('both have data')
  })
})
