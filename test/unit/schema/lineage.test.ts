import { describe, expect, it } from 'vitest'
import type { LineageGraph, LineageNode } from '../../../schema/record/lineage/graph.ts'
import {
  connectedLineage,
  lineageOf,
  nodeId,
  overlapOf,
  pairOverlap,
  sharedSources,
} from '../../../schema/record/lineage/queries.ts'

/** Those of ultrasound; the others are of X-ray. */
const isScan = (slug: string) => slug === 'pocus' || slug === 'us'

const resource = (slug: string): LineageNode => ({
  kind: 'resource',
  slug,
  name: slug,
  status: 'active',
  license: null,
  licenseSpdx: null,
  access: 'open',
  availability: {
    ...{ ct: 'no', xray: 'no', mrt: 'no', ultrasound: 'no', metadata: 'yes', caseReview: 'no' },
    [isScan(slug) ? 'ultrasound' : 'xray']: slug === 'unread' ? 'unknown' : 'yes',
    ...(slug === 'ieee' && { ultrasound: 'unknown' }),
    ...(slug === 'radiopaedia' && { ultrasound: 'unknown' }),
  },
})

/** `covidx` has the images of `ieee`, which has those of `radiopaedia`; `pocus` and `us` share an app's. */
const LINEAGE: LineageGraph = {
  nodes: [
    ...['covidx', 'ieee', 'radiopaedia', 'pocus', 'us', 'alone', 'unread', 'app set'].map(resource),
    ...['an app', 'another app'].map((name) => ({ kind: 'origin' as const, name })),
  ],
  edges: [
    { from: 'ieee', to: 'covidx' },
    { from: 'radiopaedia', to: 'ieee' },
    { from: 'radiopaedia', to: 'covidx' },
    { from: 'radiopaedia', to: 'pocus' },
    { from: 'an app', to: 'pocus' },
    { from: 'an app', to: 'us' },
    { from: 'another app', to: 'unread' },
    { from: 'another app', to: 'app set' },
  ],
}

const steps = (relative: ReturnType<typeof lineageOf>['ancestors']) =>
  relative.map((one) => [nodeId(one), one.steps])

describe('the lineage', () => {
  it('knows what a resource comes from, by the shortest way', () => {
    expect(steps(lineageOf(LINEAGE, 'covidx').ancestors)).toEqual([
      ['ieee', 1],
      ['radiopaedia', 1],
    ])
    expect(lineageOf(LINEAGE, 'covidx').descendants).toEqual([])
  })

  it('knows what its data have gone into', () => {
    expect(steps(lineageOf(LINEAGE, 'radiopaedia').descendants)).toEqual([
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
    const { nodes, edges } = connectedLineage(LINEAGE, 'ieee')
    expect(nodes.map(nodeId)).toEqual(['radiopaedia', 'ieee', 'covidx'])
    expect(edges).toHaveLength(3)
    expect(connectedLineage(LINEAGE, 'radiopaedia').nodes.map(nodeId)).toEqual([
      'radiopaedia',
      'ieee',
      'covidx',
      'pocus',
    ])
    expect(connectedLineage(LINEAGE, 'alone').nodes.map(nodeId)).toEqual(['alone'])
  })

  it('has cousins: what has data of its sources beside it', () => {
    const siblings = (slug: string) =>
      lineageOf(LINEAGE, slug).siblings.map((one) => `${one.slug} ${one.overlap}`)
    expect(siblings('covidx')).toEqual(['pocus same_source'])
    expect(siblings('pocus')).toEqual(['covidx same_source', 'ieee same_source', 'us may_share_images'])
    expect(siblings('radiopaedia')).toEqual([])
  })

  it.each([
    ['covidx', 'ieee', 'contains'],
    ['radiopaedia', 'pocus', 'contains'],
    ['pocus', 'us', 'may_share_images'],
    ['covidx', 'pocus', 'same_source'],
    ['ieee', 'pocus', 'same_source'],
    ['unread', 'app set', 'may_share_images'],
    ['covidx', 'us', 'none'],
    ['covidx', 'alone', 'none'],
  ])('has %s and %s, of which the overlap is %s', (a, b, overlap) => {
    expect(overlapOf(LINEAGE, a, b)).toBe(overlap)
    expect(overlapOf(LINEAGE, b, a)).toBe(overlap)
  })

  it.each([
    ['covidx', 'ieee', ['xray'], ['ieee', 'radiopaedia']],
    ['pocus', 'us', ['ultrasound'], ['an app']],
    ['covidx', 'pocus', [], ['radiopaedia']],
  ])('has %s and %s, which may share %j images of %j', (a, b, imageTypes, shared) => {
    const pair = pairOverlap(LINEAGE, a, b)
    expect(pair.imageTypes).toEqual(imageTypes)
    expect(pair.shared.map(nodeId)).toEqual(shared)
  })
})
