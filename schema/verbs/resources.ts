// What can be asked of the registry about resources: lists of them, each by itself, and their changes.

import type { RecordField } from '../record/field-keys.ts'
import type { Measure, RangeFilters, ValueFilter, ValueFilters } from '../record/filters.ts'
import type { Lineage, LineageGraph } from '../record/lineage/graph.ts'
import type { Resource } from '../record/resource.ts'
import type { WithLink } from '../record/sites/link.ts'
import type { CellFilter } from '../record/values/cells.ts'
import type { Availability, ChangeAction, DataTypeKey, LinkVerdict, ResourceStatus } from '../vocabulary.ts'
import type { Actor } from './actor.ts'
import type { AsOf, Moment, Release } from './as-of.ts'

/** What a row of a list needs of a resource. */
export type ResourceSummary = Omit<Resource, 'references'>

/** Which resources a list has: those that have one of the values given, of everything that is given. */
export interface ResourceFilter {
  readonly cells?: CellFilter
  /** Where not given, all but the removed. */
  readonly statuses?: readonly ResourceStatus[] | undefined
  readonly values?: ValueFilters
  readonly ranges?: RangeFilters
  /** SPDX identifiers in any case; `other` for what is none, `unknown` where none is stated. */
  readonly licenses?: readonly string[] | undefined
  /** Their latest change is not before, or not after, this instant (ISO 8601 in UTC). */
  readonly changedFrom?: string | undefined
  readonly changedUntil?: string | undefined
}

/**
 * `certain` is by the groups of `certaintyOf`: what has the data types that the filter asks for, then what may have
 * them; in each group what has ended comes last. Then there is table order; by name, letters folded; by the latest or
 * by the earliest change; by a number, the largest first and what has none last; the best match of a text first. In every order rows that are alike come in table order.
 */
export type ResourceOrder = 'certain' | 'table' | 'name' | 'latest' | 'earliest' | 'match' | Measure

/**
 * The place of a row in its order. Of `certain` it is the group, 1 where it has ended or 0, and the position; without
 * the second, which is looked up then, it was written by a button.
 */
export type Place = readonly (string | number)[]

/** A page begins after a place or, reading `back`, ends before it: whatever rows come and go meanwhile. */
export interface PageStart {
  readonly place: Place
  readonly back: boolean
}

export interface ResourceQuery {
  readonly filter: ResourceFilter
  /** Only what the search finds for this text, at most `SEARCH_REACH`. */
  readonly text?: string | undefined
  /** `match` needs a text. */
  readonly order: ResourceOrder
  readonly asOf?: Moment | undefined
  /** This group of `certain` alone. */
  readonly group?: number | undefined
  readonly from?: PageStart | undefined
  /** Rows a page. */
  readonly size: number
  /** What is counted beside: `groups` gives `totals`, `facets` gives `facets` and `releases`. */
  readonly count?: 'groups' | 'facets' | undefined
}

export interface ResourcePage {
  readonly items: readonly WithLink<Resource>[]
  /** How many a text finds in all, about `SEARCH_REACH` at most; 0 without one. */
  readonly found: number
  readonly previous?: PageStart
  readonly next?: PageStart
  readonly asOf: AsOf
  readonly understood: Understood
  /** False where nothing has all words of the text, so that these have some of them. */
  readonly complete: boolean
  /** How many resources each group of `certain` has in all. Empty where not counted. */
  readonly totals: readonly number[]
  /** Of all that there was at the moment, or of all that the text finds. Absent where not counted. */
  readonly facets?: Facets
  /** Latest first. Empty where not counted. */
  readonly releases: readonly Pick<Release, 'version' | 'releasedOn'>[]
}

/** How a text was understood. Words are as they were typed, folded. */
export interface Understood {
  readonly address?: string
  readonly dataTypes: readonly DataTypeKey[]
  /** The data types that it wants to be without. */
  readonly excluded: readonly DataTypeKey[]
  /** The words that were looked for. */
  readonly words: readonly string[]
  /** The words that no record has. */
  readonly leftAside: readonly string[]
  /** The words that were taken for others, which are spelt nearly the same. */
  readonly readAs: readonly { readonly typed: string; readonly meant: string }[]
  /** By what it wants what is found sorted, the most or the latest first. */
  readonly sort?: Measure
  /** Whether it asks for nothing but what every record is about. */
  readonly isForAll: boolean
}

export const NOTHING_UNDERSTOOD: Understood = {
  dataTypes: [],
  excluded: [],
  words: [],
  leftAside: [],
  readAs: [],
  isForAll: false,
}

/** The most resources that a search ranks. */
export const SEARCH_REACH = 200

/** How many resources there would be by every other filter, whenever they changed. */
export interface Facets {
  /** How many the filter admits, and of how many. */
  readonly shown: number
  readonly all: number
  /** What those that it admits have. */
  readonly coverage: Readonly<Record<DataTypeKey, Readonly<Record<Availability, number>>>>
  /** How many there would be with this value alone in place of the field's own, all else as it is. */
  readonly cells: Facets['coverage']
  readonly statuses: ReadonlyMap<ResourceStatus, number>
  readonly values: Readonly<Record<ValueFilter, ReadonlyMap<string, number>>>
  /** Those that some resource has, the most frequent first. */
  readonly licenses: ReadonlyMap<string, number>
}

export type ResourceName = Pick<Resource, 'slug' | 'name' | 'organization' | 'updatedAt'>

export interface ResourceAnswer {
  /** What it is called by now, whatever it was called then. */
  readonly slug: string
  /** As it is now, with its link, or, where a moment was named, was then. */
  readonly record: WithLink<Resource>
  readonly asOf: AsOf
  /** Where it was asked for. */
  readonly history?: ResourceHistory
}

export interface ResourceHistory {
  /** By then, latest first, `HISTORY_SIZE` at most. */
  readonly changes: readonly ListedChange[]
  /** The releases that list it, latest first. */
  readonly releases: readonly Pick<Release, 'version' | 'releasedOn'>[]
  /** What looks at its address came to, latest first, `VERDICTS_SHOWN` at most; none as of an earlier moment. */
  readonly verdicts: readonly { readonly verdict: LinkVerdict; readonly at: string }[]
  /** These and their sources, as they are now. */
  readonly lineage: LineageGraph
  /** What takes its place, where that is listed too. */
  readonly successor?: Pick<Resource, 'slug' | 'name'>
}

export const HISTORY_SIZE = 5
export const VERDICTS_SHOWN = 10

export interface ResolvedResource {
  readonly resource: WithLink<Resource>
  /** The words of the text that were taken for others. */
  readonly readAs?: Understood['readAs']
  readonly lineage: Lineage
  /** The resource that replaces it, if that is listed. */
  readonly successor?: Pick<Resource, 'slug' | 'name'>
  readonly asOf: AsOf
}

/** The most resources that are compared at once: more do not fit side by side. */
export const MOST_COMPARED = 4

export interface Comparison {
  /** Two to `MOST_COMPARED`, all different, in the order in which they were named, under the slugs that they have now. */
  readonly resources: readonly Resource[]
  /** These and their sources, as they are now. */
  readonly lineage: LineageGraph
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
  /** The resource is off the list now. */
  readonly isRemoved?: true
}

/** What becomes of a change that is to be undone. */
export type UndoneChange = { readonly change: ListedChange } & (
  | { readonly outcome: 'undone' | 'nothingLeft' | 'addressTaken' }
  | { readonly outcome: 'changedLater'; readonly fields: readonly RecordField[] }
)

/** A resource as it is, and as it would be without the change. */
export interface Reversal {
  readonly sequence: number
  readonly resource: Resource
  readonly reverted: Resource
}

/**
 * A `resource` argument is what a person types: a slug, an address or DOI of it, or text, of which the best match is
 * taken. Nothing found: `not_found`, with a sentence that names the nearest. An unknown release or a moment to come:
 * `invalid`, with the field `release` or `at`.
 */
export interface ResourceVerbs {
  listResources(query: ResourceQuery): Promise<ResourcePage>
  /** What is listed now by name alone: what a text finds, the best match first, or the first in an order. */
  listNames(query: {
    readonly text?: string | undefined
    readonly order: 'table' | 'name'
    readonly size: number
  }): Promise<{ readonly items: readonly ResourceName[]; readonly asOf: AsOf }>
  /**
   * By its slug, or one that it had before; one that was removed too. Else `not_found`. `history` is read where it is
   * wanted alone.
   */
  getResource(
    slug: string,
    options?: { readonly asOf?: Moment | undefined; readonly history?: boolean },
  ): Promise<ResourceAnswer>
  /** What a person typed: the best match. */
  resolveResource(resource: string): Promise<ResolvedResource>
  /** For each address, DOI or arXiv number the resource there: its own, of a page in it, or of a paper about it. */
  findResourcesAt(addresses: readonly string[]): Promise<readonly (Resource | undefined)[]>
  /** Two to `MOST_COMPARED` of them, now or as of a moment; the same one twice is `invalid`. */
  compareResources(resources: readonly string[], asOf?: Moment): Promise<Comparison>
  /**
   * Changes of resources, latest first, up to a moment: those before a sequence or, reading back, the nearest after one;
   * `next` and `previous` are what to name for the pages beside.
   */
  listChanges(query: {
    readonly asOf?: Moment | undefined
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
  /** The latest change of each of the resources that a filter, and a text, select now: the `size` latest of them. */
  listLatestChanges(
    query: Pick<ResourceQuery, 'filter' | 'text' | 'size'>,
  ): Promise<{ readonly items: readonly ListedChange[]; readonly asOf: AsOf }>

  // For maintainers; anyone else: `forbidden`.
  /** What undoing one change of a resource would do. Writes nothing; refuses what `revertChange` refuses. */
  previewRevert(actor: Actor, sequence: number): Promise<Reversal>
  /**
   * Undoes one change of a resource by a new one, whatever came after, unless that touched the same fields. `version` is
   * that of the resource which the maintainer saw. A repeat gives the record that the first one made.
   */
  revertChange(actor: Actor, sequence: number, version: number, reason: string): Promise<Resource>
  /**
   * Of the host alone: undoes all that a maintainer, by Discord id, changed in a time (ISO 8601 in UTC, both ends
   * included), the latest first, by one new version of each resource, in one commit that announces nothing. Unless it is
   * applied it only tells what it would do.
   */
  revertAll(
    host: 'console',
    what: { readonly by: string; readonly since: string; readonly until?: string | undefined },
    isApplied: boolean,
  ): Promise<readonly UndoneChange[]>
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
