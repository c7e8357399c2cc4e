// The lineage, made of the entries of all resources: as a whole, or the family of some.

import { filterTag } from '../../../schema/record/filters.ts'
import type {
  LineageEdge,
  LineageGraph,
  LineageNode,
  SourcedEdge,
} from '../../../schema/record/lineage/graph.ts'
import { PUBLIC_DOMAIN } from '../../../schema/record/values/licence-names.ts'
import { ACCESS } from '../../../schema/vocabulary.ts'
import type { Descent, ListedEntry } from './listed-entries.ts'

interface Descendants {
  readonly bySlug: ReadonlyMap<string, ListedEntry>
  /** By the slug of a source, what is derived from it. */
  readonly made: ReadonlyMap<string, readonly ListedEntry[]>
  /** By the name of an origin that is not listed, what names it. */
  readonly named: ReadonlyMap<string, readonly ListedEntry[]>
}

/** Made once for the entries that an isolate keeps. */
const known = new WeakMap<readonly ListedEntry[], Descendants>()

function descendantsAmong(entries: readonly ListedEntry[]): Descendants {
  const found = known.get(entries)
  if (found) return found
  const [made, named] = [new Map<string, ListedEntry[]>(), new Map<string, ListedEntry[]>()]
  const add = (map: Map<string, ListedEntry[]>, key: string, entry: ListedEntry) => {
    const others = map.get(key)
    if (others) others.push(entry)
    else map.set(key, [entry])
  }
  for (const entry of entries) {
    for (const slug of entry.descent?.derivedFrom ?? []) add(made, slug, entry)
    for (const name of entry.descent?.origins ?? []) add(named, name, entry)
  }
  const descendants = { bySlug: new Map(entries.map((entry) => [entry.slug, entry])), made, named }
  known.set(entries, descendants)
  return descendants
}

/** These, and all that is reached from them by `next`. */
function reach(starts: Iterable<ListedEntry>, next: (entry: ListedEntry) => readonly ListedEntry[]) {
  const reached = new Set(starts)
  // A set that grows while it is gone through is gone through to its new end.
  for (const entry of reached) for (const other of next(entry)) reached.add(other)
  return reached
}

/**
 * The resources that have data in common with some: their sources, what these are sources of, and what names the same
 * origins.
 */
export function familyLineage(entries: readonly ListedEntry[], slugs: readonly string[]): LineageGraph {
  const { bySlug, made, named } = descendantsAmong(entries)
  const listed = (some: readonly string[]) => some.flatMap((slug) => bySlug.get(slug) ?? [])
  const ancestors = reach(listed(slugs), ({ descent }) => listed(descent?.derivedFrom ?? []))
  const alike = [...ancestors].flatMap(({ descent }) =>
    (descent?.origins ?? []).flatMap((origin) => named.get(origin) ?? []),
  )
  return graphOf(reach([...ancestors, ...alike], ({ slug }) => made.get(slug) ?? []))
}

/** Every resource that has a part in the lineage, each edge with where it was read. */
export function wholeLineage(entries: readonly ListedEntry[]): LineageGraph<SourcedEdge> {
  const { bySlug, made } = descendantsAmong(entries)
  const sources = [...made.keys()].flatMap((slug) => bySlug.get(slug) ?? [])
  const { nodes, edges } = graphOf(new Set([...entries.filter(({ descent }) => descent), ...sources]))
  const sourcesOf = ({ from, to }: LineageEdge) => claimedAt(bySlug.get(to)?.descent?.claims ?? [], from)
  return { nodes, edges: edges.map((edge) => ({ ...edge, sources: sourcesOf(edge) })) }
}

/** Where the claims of a resource say that it has data of another. */
function claimedAt(claims: Descent['claims'], from: string): string[] {
  const saying = claims.filter(([value]) => (Array.isArray(value) ? value.includes(from) : value === from))
  return [...new Set(saying.map(([, source]) => source))]
}

function graphOf(family: ReadonlySet<ListedEntry>): LineageGraph {
  const members = [...family].sort((a, b) => a.position - b.position)
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
  return { nodes: [...members.map(nodeOf), ...others], edges: [...derived, ...named] }
}

/** What a tally of licences has that is none of the SPDX list. */
const NO_IDENTIFIER: ReadonlySet<string> = new Set(['other', 'unknown', PUBLIC_DOMAIN.name])

function nodeOf({ slug, name, license, alike }: ListedEntry): LineageNode {
  const { status, availability } = alike
  const access = ACCESS.find((one) => alike.tags.includes(filterTag('access', one))) ?? 'unknown'
  const licenseSpdx = NO_IDENTIFIER.has(alike.license) ? null : alike.license
  return { kind: 'resource', slug, name, status, license, licenseSpdx, access, availability }
}
