import { describe, expect, it } from 'vitest'
import type { Lineage, LineageNode } from '../../../schema/record/lineage.ts'
import {
  cousinsOf,
  familyOf,
  kinshipOf,
  nodeId,
  sharedSources,
} from '../../../schema/record/lineage-queries.ts'

const resource = (slug: string): LineageNode => ({
  kind: 'resource',
  slug,
  name: slug,
  status: 'active',
  license: null,
  licenseSpdx: null,
  access: 'open',
})

/** `covidx` has the images of `ieee`, which has those of `radiopaedia`; `pocus` and `us` share an app's. */
const LINEAGE: Lineage = {
  nodes: [
    ...['covidx', 'ieee', 'radiopaedia', 'pocus', 'us', 'alone'].map(resource),
    { kind: 'origin', name: 'an app' },
  ],
  edges: [
    { from: 'ieee', to: 'covidx' },
    { from: 'radiopaedia', to: 'ieee' },
    { from: 'radiopaedia', to: 'covidx' },
    { from: 'radiopaedia', to: 'pocus' },
    { from: 'an app', to: 'pocus' },
    { from: 'an app', to: 'us' },
  ],
}

const steps = (kin: ReturnType<typeof kinshipOf>['ancestors']) => kin.map((one) => [nodeId(one), one.steps])

describe('the lineage', () => {
  it('knows what a resource comes from, by the shortest way', () => {
    expect(steps(kinshipOf(LINEAGE, 'covidx').ancestors)).toEqual([
      ['ieee', 1],
      ['radiopaedia', 1],
    ])
    expect(kinshipOf(LINEAGE, 'covidx').descendants).toEqual([])
  })

  it('knows what its data have gone into', () => {
    expect(steps(kinshipOf(LINEAGE, 'radiopaedia').descendants)).toEqual([
      ['ieee', 1],
      ['covidx', 1],
      ['pocus', 1],
    ])
  })

  it('knows what two resources share: one in the other, a source, an origin', () => {
    expect(sharedSources(LINEAGE, 'covidx', 'ieee')).toEqual(['ieee', 'radiopaedia'])
    expect(sharedSources(LINEAGE, 'covidx', 'pocus')).toEqual(['radiopaedia'])
    expect(sharedSources(LINEAGE, 'pocus', 'us')).toEqual(['an app'])
    expect(sharedSources(LINEAGE, 'covidx', 'us')).toEqual([])
    expect(sharedSources(LINEAGE, 'covidx', 'alone')).toEqual([])
  })
})

describe('the family of a resource', () => {
  it('has each after its sources, and the edges between them', () => {
    const { nodes, edges } = familyOf(LINEAGE, 'ieee')
    expect(nodes.map(nodeId)).toEqual(['radiopaedia', 'ieee', 'covidx'])
    expect(edges).toHaveLength(3)
    expect(familyOf(LINEAGE, 'radiopaedia').nodes.map(nodeId)).toEqual([
      'radiopaedia',
      'ieee',
      'covidx',
      'pocus',
    ])
    expect(familyOf(LINEAGE, 'alone').nodes.map(nodeId)).toEqual(['alone'])
  })

  it('has cousins: what has data of its sources beside it', () => {
    expect(cousinsOf(LINEAGE, 'covidx').map(nodeId)).toEqual(['pocus'])
    expect(cousinsOf(LINEAGE, 'pocus').map(nodeId)).toEqual(['covidx', 'ieee', 'us'])
    expect(cousinsOf(LINEAGE, 'radiopaedia')).toEqual([])
  })
})
