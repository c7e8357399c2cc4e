// What can be asked of the registry about resources: lists of them, each by itself, and their changes.

import type { CellFilter } from '../record/cells.ts'
import type { Lineage, LineageGraph } from '../record/lineage.ts'
import type { AvailabilityRow, Resource } from '../record/resource.ts'
import type { Access, ChangeAction, DataTypeKey, ResourceStatus } from '../vocabulary.ts'
import type { Actor } from './actor.ts'
import type { AsOf, Moment, Release } from './as-of.ts'

/** Listed resources without their references: what a row of a list needs. */
export type ResourceSummary = Omit<Resource, 'references'>

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
  readonly asOf: AsOf
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
  readonly asOf: AsOf
}

/** The most resources that a search ranks. */
export const SEARCH_REACH = 200

export interface ResourceAnswer {
  readonly resource: Resource
  readonly lineage: Lineage
  readonly asOf: AsOf
}

export interface Comparison {
  readonly a: Resource
  readonly b: Resource
  /** The slugs and origins whose data both have in them, their own included. */
  readonly shared: readonly string[]
  readonly asOf: AsOf
}

export interface ListedChange {
  readonly sequence: number
  readonly slug: string
  readonly name: string
  readonly action: ChangeAction
  readonly version: number
  readonly at: string
  readonly reason?: string
  /** The reference of the submission that it came from. */
  readonly submission?: string
  readonly before?: Resource
  readonly after: Resource
}

/**
 * In table order; by name, letters folded; by the latest or by the earliest change; the best match of a text first.
 * In every order rows that are alike stand in table order, so that each has its place.
 */
export const RECORD_ORDERS = ['table', 'name', 'latest', 'earliest', 'match'] as const
export type RecordOrder = (typeof RECORD_ORDERS)[number]

/** The place of a row in its order: the page after it begins there, whatever rows come and go. */
export type RecordPlace = readonly (string | number)[]

export interface RecordQuery {
  readonly moment?: Moment | undefined
  readonly cells: CellFilter
  /** Of which statuses; where not said, all but the removed. */
  readonly statuses?: readonly ResourceStatus[] | undefined
  readonly access?: readonly Access[] | undefined
  /** SPDX identifiers in any case; `other` for what is none, `unknown` where nobody has said. */
  readonly licenses?: readonly string[] | undefined
  /** Only what the search finds for this text, at most `SEARCH_REACH`. `match` needs one. */
  readonly text?: string | undefined
  readonly order: RecordOrder
  /** Only those whose latest change is not before, or not after, this instant (ISO 8601 in UTC). */
  readonly changedFrom?: string | undefined
  readonly changedUntil?: string | undefined
  readonly after?: RecordPlace | undefined
  /** Rows a page. */
  readonly size: number
}

export interface RecordPage {
  readonly items: readonly Resource[]
  /** What to name as `after` for the next page, where there is one. */
  readonly next?: RecordPlace
  readonly asOf: AsOf
}

/** How many resources are alike in all that a table is filtered by. */
export interface Tally {
  readonly availability: AvailabilityRow
  readonly status: ResourceStatus
  readonly access: Access
  /** An SPDX identifier; `other` for what is none, `unknown` where nobody has said. */
  readonly license: string
  readonly resources: number
}

/** A page of records, and what it takes to look at them otherwise. */
export interface Table extends RecordPage {
  /** Of all that stood at the moment, the removed too, or of those that the text finds: whatever else is asked for. */
  readonly tallies: readonly Tally[]
  /** False where nothing has all words of the text, so that these have some of them. */
  readonly complete: boolean
  /** Latest first. */
  readonly releases: readonly Pick<Release, 'version' | 'releasedOn'>[]
}

/** All that the registry tells of a resource. */
export interface Dossier {
  /** What it is called by now, whatever it was asked for by. */
  readonly slug: string
  /** As it stands or, where a moment was named, stood then. */
  readonly record: Resource
  readonly asOf: AsOf
  /** By then, latest first; of all there are, the first `DOSSIER_CHANGES`. */
  readonly changes: readonly ListedChange[]
  readonly hasMoreChanges: boolean
  /** The releases that list it, latest first. */
  readonly releases: readonly Pick<Release, 'version' | 'releasedOn'>[]
  /** The whole lineage, as it stands now. */
  readonly lineage: LineageGraph
  /** What takes its place, where that is listed too. */
  readonly successor?: Pick<Resource, 'slug' | 'name'>
}

export const DOSSIER_CHANGES = 20

/**
 * A `resource` argument is what a person types: a slug, an address or DOI of it, or text, of which the best match is
 * taken. Nothing found: `not_found`, with a sentence that names the nearest. An unknown release or a moment to come:
 * `invalid`, with the field `release` or `at`.
 */
export interface ResourceVerbs {
  listResources(query: ListQuery): Promise<ResourceList>
  searchResources(query: SearchQuery): Promise<SearchResult>
  /** For completion while typing: best first, on empty input in table order; at most `size`. */
  suggestResources(text: string, size: number): Promise<readonly ResourceSummary[]>
  listRecords(query: RecordQuery): Promise<RecordPage>
  /** The same, for who looks for something: with counts for every way of asking otherwise. */
  getTable(query: RecordQuery): Promise<Table>
  getResource(resource: string): Promise<ResourceAnswer>
  compareResources(a: string, b: string): Promise<Comparison>
  /** By its slug alone; one that was removed too. Else `not_found`. */
  getRecord(slug: string, moment?: Moment): Promise<{ readonly record: Resource; readonly asOf: AsOf }>
  /** By its slug, or one that it had before; one that was removed too. Else `not_found`. */
  getDossier(slug: string, moment?: Moment): Promise<Dossier>
  /**
   * Changes of resources, latest first, up to a moment: those before a sequence or, reading back, the nearest after one;
   * `next` and `previous` are what to name for the pages beside.
   */
  listChanges(query: {
    readonly moment?: Moment | undefined
    readonly slug?: string | undefined
    readonly before?: number | undefined
    readonly after?: number | undefined
    readonly size: number
  }): Promise<{
    readonly items: readonly ListedChange[]
    readonly next?: number
    readonly previous?: number
    readonly asOf: AsOf
  }>

  // For maintainers; anyone else: `forbidden`.
  /** Undoes one change of a resource by a new one, whatever came after, unless that touched the same fields. */
  revertChange(actor: Actor, sequence: number, reason: string): Promise<Resource>
  /**
   * Makes the record state what one of its claims says; the others stay beside it. `claim` is its index in the version
   * that the maintainer saw.
   */
  settleClaim(
    actor: Actor,
    slug: string,
    which: { readonly version: number; readonly claim: number },
    reason: string,
  ): Promise<Resource>
}
