// What can be asked of the registry. Each verb is one whole question that a door asks, answered in one round trip
// to the database. Every door talks to this and to nothing below it.

import type { Lineage } from '../record/lineage.ts'
import type { Reference, Resource } from '../record/resource.ts'
import type { Access, Availability, CitationStyle, DataTypeKey } from '../vocabulary.ts'
import type { DeliveryVerbs } from './deliveries.ts'
import type { SessionVerbs } from './people.ts'
import type { RecordVerbs } from './resources.ts'
import type { SubmissionVerbs } from './submissions.ts'
import type { WatchVerbs } from './watches.ts'

/** The data types that must hold one of the named values; the others are free. */
export type CellFilter = { readonly [Key in DataTypeKey]?: readonly Availability[] }

/** Listed resources without their references: what a row of a list needs. */
export type ResourceSummary = Omit<Resource, 'references'>

/** What the registry rests on and how fresh it is: the foot of every answer. */
export interface Standing {
  readonly release: { readonly version: string; readonly title: string; readonly releasedOn: string }
  /** When a resource last changed after that release, ISO 8601; absent if none has. */
  readonly changedAt?: string
}

/**
 * Where a page begins: after (or, reading `back`wards, before) the row at `position` in the group at index `group`.
 * It names a place, not a count, so it stays right when rows come and go.
 */
export interface PageAnchor {
  readonly group: number
  readonly position: number
  readonly back: boolean
}

export interface ListQuery {
  /**
   * One filter a group; the list is the first group in table order, then the second, and so on. A row stands in the
   * first group that admits it.
   */
  readonly groups: readonly CellFilter[]
  /** Only what one gets at like this, or may use under this licence (as `RecordQuery` has them). */
  readonly access?: readonly Access[] | undefined
  readonly licenses?: readonly string[] | undefined
  /** Whether in each group what has ended comes after all else. */
  readonly endedLast?: boolean
  /** The one group to list, where it is not all. */
  readonly only?: number | undefined
  readonly from?: PageAnchor | undefined
  /** Rows a page, 1 to 100. */
  readonly size: number
}

export interface ResourceList {
  readonly items: readonly { readonly group: number; readonly resource: ResourceSummary }[]
  /** How many resources each group has in all, listed here or not. */
  readonly totals: readonly number[]
  readonly previous?: PageAnchor
  readonly next?: PageAnchor
  readonly standing: Standing
}

export interface SearchQuery {
  readonly query: string
  /** Rows to leave out at the start. */
  readonly skip: number
  readonly size: number
}

export interface SearchResult {
  /** Best first. */
  readonly items: readonly ResourceSummary[]
  /** How many were found; at the most `SEARCH_REACH`, where more may exist. */
  readonly total: number
  /** How the query was understood: an address, or data types and the words that were looked for. */
  readonly understood: {
    readonly address?: string
    readonly dataTypes: readonly DataTypeKey[]
    readonly words: string
  }
  /** False where nothing has all the words, so that these have some of them. */
  readonly complete: boolean
  readonly standing: Standing
}

/** The most resources that a search ranks. */
export const SEARCH_REACH = 200

export interface ResourceAnswer {
  readonly resource: Resource
  readonly lineage: Lineage
  readonly standing: Standing
}

export interface Comparison {
  readonly a: Resource
  readonly b: Resource
  /** The slugs and origins whose data both have in them, their own included. */
  readonly shared: readonly string[]
  readonly standing: Standing
}

export interface Citation {
  /** What is cited: a resource's references, or the survey. */
  readonly subject:
    | { readonly slug: string; readonly name: string }
    | { readonly release: string; readonly name: string }
  /** One rendered text a reference, in the order cited. */
  readonly entries: readonly { readonly reference: Reference; readonly text: string }[]
  readonly standing: Standing
}

/** What a record can leave unsaid, beside the six data types. */
export const FACT_FIELDS = ['license', 'access', 'counts', 'formats', 'doi', 'status'] as const
export type FactField = (typeof FACT_FIELDS)[number]

/** What nobody knows yet. */
export interface Gaps {
  readonly resources: number
  /** Of how many listed resources nobody has said each field. */
  readonly unsaid: { readonly [Field in FactField]: number }
  /** Those with the most unknown cells and unsaid fields, `gaps` in all. */
  readonly most: readonly {
    readonly slug: string
    readonly name: string
    readonly version: number
    readonly gaps: number
  }[]
  readonly standing: Standing
}

export interface Overview {
  readonly resources: number
  readonly totals: { readonly [Key in DataTypeKey]: { readonly [Value in Availability]: number } }
  readonly references: number
  readonly survey: {
    readonly title: string
    readonly authors: readonly string[]
    readonly version: string
    readonly releasedOn: string
  }
  /** How to cite the latest release, and the survey. */
  readonly citations: { readonly latest: Reference; readonly survey: Reference }
  readonly standing: Standing
}

/** D1 queries of one invocation of the Worker: the sent ones, and how many more it may send. */
export interface QueryCount {
  readonly sent: number
  readonly left: number
}

/**
 * A `resource` argument is what a person types: a slug, an address or DOI of it, or text, of which the best match is
 * taken. Nothing found: `not_found`, with a sentence that names the nearest.
 */
export interface Registry extends RecordVerbs, SubmissionVerbs, SessionVerbs, DeliveryVerbs, WatchVerbs {
  countQueries(): QueryCount
  listResources(query: ListQuery): Promise<ResourceList>
  searchResources(query: SearchQuery): Promise<SearchResult>
  getResource(resource: string): Promise<ResourceAnswer>
  compareResources(a: string, b: string): Promise<Comparison>
  /**
   * Without a resource: the survey itself. Of an entry that would be longer than `longest` UTF-16 units only the first
   * authors are named; it may still be longer.
   */
  citeResource(resource: string | undefined, style: CitationStyle, longest: number): Promise<Citation>
  /** For completion while typing: best first, on empty input in table order; at most `size`. */
  suggestResources(text: string, size: number): Promise<readonly ResourceSummary[]>
  getOverview(): Promise<Overview>
  getGaps(size: number): Promise<Gaps>
}
