import { describe, expect, it } from 'vitest'
import { comparisonCard } from '../../../../bot/cards/resource/comparison-card.ts'
import { english } from '../../../../bot/languages/index.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { AS_OF, madeUpResource } from './made-up-resource.ts'
import { textOf } from './text-of.ts'

const ULTRASOUND = { ...madeUpResource().availability, ct: 'no', ultrasound: 'yes' } as const

const cardOf = (...given: Partial<Resource>[]) => {
  const resources = given.map((one, i) => madeUpResource({ slug: `set-${i}`, ...one }))
  const origins = [...new Set(resources.flatMap((resource) => resource.origins))]
  const lineage = {
    nodes: [
      ...resources.map((resource) => ({ kind: 'resource' as const, ...resource })),
      ...origins.map((name) => ({ kind: 'origin' as const, name })),
    ],
    edges: resources.flatMap(({ slug, derivedFrom, origins: named }) =>
      [...derivedFrom, ...named].map((from) => ({ from, to: slug })),
    ),
  }
  return comparisonCard(english, { resources, lineage, asOf: AS_OF }, 'https://registry.example')
}
const compared = (...given: Partial<Resource>[]) => textOf(cardOf(...given))

describe('a comparison', () => {
  it('has what differs, each by its letter, then what is the same and what is not recorded', () => {
    const text = compared(
      { license: 'CC BY 4.0', licenseSpdx: 'CC-BY-4.0', access: 'open', fileFormats: ['NIfTI'] },
      { access: 'open', published: 2021 },
    )
    expect(text).toContain('**Licence** A: CC BY 4.0')
    expect(text).toContain('**File formats** A: NIfTI · B: not recorded')
    expect(text).toContain('**Published** A: not recorded · B: 2021')
    expect(text).toMatch(/\*\*Same:\*\* Access: open/)
    expect(text).toMatch(/-# .*Size.*: not recorded/)
  })

  it('has each status with its date', () => {
    expect(compared({ status: 'active' }, {})).toContain('**Status** A: active, no date recorded · B: not')
  })

  it('warns of an overlap where images may be the same, and of no other', () => {
    const source = { origins: ['an archive'] }
    expect(compared({}, { derivedFrom: ['set-0'] })).toContain('⚠️ B contains data from A.')
    expect(compared(source, source)).toContain(
      '⚠️ A and B may share images (CT): both contain data from an archive.\n**Do not train on one',
    )
    const other = compared(source, { ...source, availability: ULTRASOUND })
    expect(other).toContain('no common data type is recorded')
    expect(other).not.toContain('⚠️')
    expect(compared({}, {})).toContain('No common source is recorded.')
  })

  it('has four side by side, with the overlap of each pair, and a link to the page', () => {
    const card = cardOf({ origins: ['x'] }, {}, { origins: ['x'] }, { derivedFrom: ['set-1'] })
    const text = textOf(card)
    expect(text).toContain('             A    B    C    D')
    expect(text).toContain('CT           yes  yes  yes  yes')
    expect(text).toMatch(
      /⚠️ D contains data from B\.\n⚠️ A and C may share .*\nNo common source is recorded for the other pairs\./,
    )
    expect(JSON.stringify(card)).toContain('/compare?a=set-0&b=set-1&c=set-2&d=set-3')
  })
})
