import { describe, expect, it } from 'vitest'
import { comparisonCard } from '../../../../bot/cards/resource/comparison-card.ts'
import { english } from '../../../../bot/languages/index.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { AS_OF, madeUpResource } from './made-up-resource.ts'
import { textOf } from './text-of.ts'

describe('a comparison', () => {
  const asOf = AS_OF
  const compared = (a: Partial<Resource>) =>
    textOf(comparisonCard(english, { a: madeUpResource(a), b: madeUpResource(), shared: [], asOf }))

  it('has the licences and ways of access, where one is known', () => {
    const text = compared({ license: 'CC BY 4.0', licenseSpdx: 'CC-BY-4.0', access: 'login' })
    expect(text).toContain('**Licence** A: CC BY 4.0: credit · B: not known')
    expect(text).toContain('**Access** A: after logging in · B: not known')
    expect(compared({})).not.toMatch(/Licence|Access/)
  })
})
