// The lineage, made of the entries of all resources: as a whole, or the family of some.

import { filterTag } from '../../../../schema/record/filters.ts'
import type {
  LineageEdge,
  LineageGraph,
  LineageNode,
  SourcedEdge,
} from '../../../../schema/record/lineage/graph.ts'
import { PUBLIC_DOMAIN } from '../../../../schema/record/values/licence-names.ts'
import { ACCESS } from '../../../../schema/vocabulary.ts'
import { BLOCK, placesIn } from './bits.ts'
import { type Block, derived, type Entries } from './block.ts'
import { type Descent, entriesAt, entryBySlug, entryIn, type ListedEntry, termsAt } from './entry.ts'

/** The places of a block that have data of others, by the slug of a listed source or by the name of another. */
const descendantsIn = (block: Block) =>
  derived(block, 'descendants', () => {
    const found = { made: new Map<string, number[]>(), named: new Map<string, number[]>() }
    const add = (places: Map<string, number[]>, key: string, place: number) =>
      places.set(key, [...(places.get(key) ?? []), place])
    for (const place of placesIn(block.descended)) {
      const { derivedFrom = [], origins = [] } = entryIn(block, place).descent ?? {}
      for (const slug of derivedFrom) add(found.made, slug, place)
      for (const name of origins) add(found.named, name, place)
    }
    return found
  })

/** The positions of what is derived from a listed source, or names another. */
const positionsWith = (entries: Entries, kind: 'made' | 'named', key: string): number[] =>
  [...entries.values()].flatMap((block) =>
    (descendantsIn(block)[kind].get(key) ?? []).map((place) => block.number * BLOCK + place),
  )

/** Entries by their positions. */
type Family = Map<number, ListedEntry>

/** These, and all that is reached from them by `next`. */
function reach(starts: readonly ListedEntry[], next: (entry: ListedEntry) => readonly ListedEntry[]): Family {
  const reached: Family = new Map(starts.map((entry) => [entry.position, entry]))
  // A map that grows while it is gone through is gone through to its new end.
  for (const entry of reached.values())
    for (const other of next(entry)) if (!reached.has(other.position)) reached.set(other.position, other)
  return reached
}

const listedAs = (entries: Entries, slugs: readonly string[]): ListedEntry[] =>
  slugs.flatMap((slug) => entryBySlug(entries, slug) ?? [])

const ancestorsOf = (entries: Entries, slugs: readonly string[]): Family =>
  reach(listedAs(entries, slugs), ({ descent }) => listedAs(entries, descent?.derivedFrom ?? []))

/** Some resources and their sources, which say what they have in common. */
export const sourceLineage = (entries: Entries, slugs: readonly string[]): LineageGraph =>
  graphOf(entries, ancestorsOf(entries, slugs))

/**
 * The resources that have data in common with some: their sources, what these are sources of, and what names the same
 * origins.
 */
export function familyLineage(entries: Entries, slugs: readonly string[]): LineageGraph {
  const ancestors = ancestorsOf(entries, slugs)
  const origins = new Set([...ancestors.values()].flatMap(({ descent }) => descent?.origins ?? []))
  const alike = [...origins].flatMap((name) => positionsWith(entries, 'named', name))
  const starts = [...ancestors.values(), ...entriesAt(entries, alike)]
  return graphOf(
    entries,
    reach(starts, ({ slug }) => entriesAt(entries, positionsWith(entries, 'made', slug))),
  )
}

/** Every resource that has a part in the lineage, each edge with where it was read. */
export function wholeLineage(entries: Entries): LineageGraph<SourcedEdge> {
  const descended = [...entries.values()].flatMap((block) =>
    placesIn(block.descended).map((place) => entryIn(block, place)),
  )
  const sources = new Set(descended.flatMap(({ descent }) => descent?.derivedFrom ?? []))
  const all = [...descended, ...listedAs(entries, [...sources])]
  const { nodes, edges } = graphOf(entries, new Map(all.map((entry) => [entry.position, entry])))
  const bySlug = new Map(descended.map((entry) => [entry.slug, entry]))
  const sourcesOf = ({ from, to }: LineageEdge) => claimedAt(bySlug.get(to)?.descent?.claims ?? [], from)
  return { nodes, edges: edges.map((edge) => ({ ...edge, sources: sourcesOf(edge) })) }
}

/** Where the claims of a resource say that it has data of another. */
function claimedAt(claims: Descent['claims'], from: string): string[] {
  const saying = claims.filter(([value]) => (Array.isArray(value) ? value.includes(from) : value === from))
  return [...new Set(saying.map(([, source]) => source))]
}

function graphOf(entries: Entries, family: Family): LineageGraph {
  const members = [...family.values()].sort((a, b) => a.position - b.position)
  const byId = members.toSorted((a, b) => a.id - b.id)
  const ids = new Map(members.map(({ slug, id }) => [slug, id]))
  const idOf = (slug: string) => ids.get(slug) ?? 0
  const derived = byId.flatMap(({ slug, descent }) =>
    (descent?.derivedFrom ?? [])
      .filter((from) => ids.has(from))
      .toSorted((a, b) => idOf(a) - idOf(b))
      .map((from) => ({ from, to: slug })),
  )
  const named = byId
    .flatMap(({ slug, descent }) => (descent?.origins ?? []).map((from) => ({ from, to: slug })))
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))
  const others = [...new Set(named.map(({ from }) => from))].map((name) => ({
    kind: 'origin' as const,
    name,
  }))
  return {
    nodes: [...members.map((entry) => nodeOf(entries, entry)), ...others],
    edges: [...derived, ...named],
  }
}

/** What a tally of licences has that is none of the SPDX list. */
const NO_IDENTIFIER: ReadonlySet<string> = new Set(['other', 'unknown', PUBLIC_DOMAIN.name])

function nodeOf(entries: Entries, entry: ListedEntry): LineageNode {
  const { slug, name, license, status, availability } = entry
  const terms = termsAt(entries, entry.position)
  const access = ACCESS.find((one) => terms.tags.includes(filterTag('access', one))) ?? 'unknown'
  const licenseSpdx = NO_IDENTIFIER.has(terms.license) ? null : terms.license
  return { kind: 'resource', slug, name, status, license, licenseSpdx, access, availability }
}
