// Questions to the lineage graph. It has no circles: the database refuses them.

import { type DataTypeKey, IMAGE_TYPES } from '../../vocabulary.ts'
import type {
  Lineage,
  LineageEdge,
  LineageGraph,
  LineageNode,
  Overlap,
  RelatedResource,
  Sibling,
} from './graph.ts'
import { sourcesFirst } from './sources-first.ts'

export const nodeId = (node: LineageNode): string => (node.kind === 'resource' ? node.slug : node.name)

/** Everything that is reached from a node by `next`, with the fewest steps to it; the nearest first. */
function reach(start: string, next: (id: string) => readonly string[]): Map<string, number> {
  const steps = new Map<string, number>()
  let edge = [start]
  for (let step = 1; edge.length > 0; step++) {
    edge = [...new Set(edge.flatMap(next))].filter((id) => !steps.has(id))
    for (const id of edge) steps.set(id, step)
  }
  return steps
}

function grouped(edges: readonly LineageEdge[], by: 'from' | 'to'): (id: string) => readonly string[] {
  const found = Map.groupBy(edges, (edge) => edge[by])
  const other = by === 'from' ? 'to' : 'from'
  return (id) => (found.get(id) ?? []).map((edge) => edge[other])
}

interface Steps {
  readonly nodes: ReadonlyMap<string, LineageNode>
  /** What a node is made of, and what is made of it. */
  readonly sourcesOf: (id: string) => readonly string[]
  readonly madeOf: (id: string) => readonly string[]
}

const known = new WeakMap<LineageGraph, Steps>()

/** The steps in a graph, put in order once: a popular source has hundreds of others beside each of what is made of it. */
function stepsIn(graph: LineageGraph): Steps {
  const steps = known.get(graph) ?? {
    nodes: new Map(graph.nodes.map((node) => [nodeId(node), node])),
    sourcesOf: grouped(graph.edges, 'to'),
    madeOf: grouped(graph.edges, 'from'),
  }
  known.set(graph, steps)
  return steps
}

/** What a resource's data come from, what they have gone into, and what names the same sources. */
export function lineageOf(graph: LineageGraph, slug: string): Lineage {
  const { nodes, sourcesOf, madeOf } = stepsIn(graph)
  const related = (found: ReadonlyMap<string, number>): RelatedResource[] =>
    [...found].flatMap(([id, steps]) => {
      const node = nodes.get(id)
      return node ? [{ ...node, steps }] : []
    })
  return {
    ancestors: related(reach(slug, sourcesOf)),
    descendants: related(reach(slug, madeOf)),
    siblings: siblingsOf(graph, slug),
  }
}

/**
 * The slugs and origins whose data two resources both have: their own included, where one is in the other. Who trains
 * on one and tests on the other tests on what was trained on.
 */
export function sharedSources(graph: LineageGraph, a: string, b: string): string[] {
  const { sourcesOf } = stepsIn(graph)
  const [first, second] = [new Set([a, ...reach(a, sourcesOf).keys()]), [b, ...reach(b, sourcesOf).keys()]]
  return second.filter((id) => first.has(id))
}

/** Of the sources that two resources share, those that are in no other of them. */
export function nearestShared(graph: LineageGraph, a: string, b: string): string[] {
  const shared = sharedSources(graph, a, b)
  const { sourcesOf } = stepsIn(graph)
  const inOthers = new Set(shared.flatMap((id) => [...reach(id, sourcesOf).keys()]))
  return shared.filter((id) => !inOthers.has(id))
}

/** The kinds of image of a resource: those that it has or, where none is recorded, those that it may have. */
function imageTypesOf(node: LineageNode | undefined): readonly DataTypeKey[] {
  if (node?.kind !== 'resource') return IMAGE_TYPES
  const having = IMAGE_TYPES.filter((type) => node.availability[type] === 'yes')
  return having.length > 0 ? having : IMAGE_TYPES.filter((type) => node.availability[type] === 'unknown')
}

/** The kinds of image that a source may have given to two resources. What an origin has is not recorded. */
function imagesFrom(
  source: LineageNode | undefined,
  a: LineageNode | undefined,
  b: LineageNode | undefined,
): readonly DataTypeKey[] {
  const ofB = imageTypesOf(b)
  return imageTypesOf(a).filter(
    (type) => ofB.includes(type) && (source?.kind !== 'resource' || source.availability[type] !== 'no'),
  )
}

/** How two resources overlap, and in what. */
export interface PairOverlap {
  readonly overlap: Overlap
  /** The sources that both have data from, their own included where one is in the other. */
  readonly shared: readonly LineageNode[]
  /** The kinds of image that both may have from those. */
  readonly imageTypes: readonly DataTypeKey[]
}

export function pairOverlap(graph: LineageGraph, a: string, b: string): PairOverlap {
  const { nodes } = stepsIn(graph)
  const ids = sharedSources(graph, a, b)
  const common = ids.flatMap((id) => imagesFrom(nodes.get(id), nodes.get(a), nodes.get(b)))
  const imageTypes = IMAGE_TYPES.filter((type) => common.includes(type))
  const isContained = ids.includes(a) || ids.includes(b)
  return {
    overlap:
      ids.length === 0
        ? 'none'
        : isContained
          ? 'contains'
          : imageTypes.length > 0
            ? 'may_share_images'
            : 'same_source',
    shared: ids.flatMap((id) => nodes.get(id) ?? []),
    imageTypes,
  }
}

export const overlapOf = (graph: LineageGraph, a: string, b: string): Overlap =>
  pairOverlap(graph, a, b).overlap

/** What has data of the same source as a resource, and is neither one of its sources nor made of it. */
function siblingsOf(graph: LineageGraph, slug: string): Sibling[] {
  const { sourcesOf, madeOf } = stepsIn(graph)
  const ancestors = [...reach(slug, sourcesOf).keys()]
  const others = new Set(ancestors.flatMap((source) => [...reach(source, madeOf).keys()]))
  return graph.nodes.flatMap((node) => {
    if (node.kind !== 'resource' || node.slug === slug || !others.has(node.slug)) return []
    const overlap = overlapOf(graph, slug, node.slug)
    return overlap === 'may_share_images' || overlap === 'same_source' ? [{ ...node, overlap }] : []
  })
}

/** A resource with all that its data come from and go to, each after its own sources, and what joins them. */
export function connectedLineage(lineage: LineageGraph, slug: string): LineageGraph {
  const { ancestors, descendants } = lineageOf(lineage, slug)
  const { nodes, sourcesOf } = stepsIn(lineage)
  const ids = [...ancestors.map(nodeId).reverse(), slug, ...descendants.map(nodeId)]
  const ordered = sourcesFirst(ids.map((id) => ({ slug: id, derivedFrom: sourcesOf(id) })))
  return {
    nodes: ordered.flatMap((item) => nodes.get(item.slug) ?? []),
    edges: lineage.edges.filter(({ from, to }) => ids.includes(from) && ids.includes(to)),
  }
}

/** Those that are one step away, and those that are farther. */
export const byDistance = (
  related: readonly RelatedResource[],
): { readonly near: RelatedResource[]; readonly far: RelatedResource[] } => ({
  near: related.filter(({ steps }) => steps === 1),
  far: related.filter(({ steps }) => steps > 1),
})
