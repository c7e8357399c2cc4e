// What can be asked of the registry as a catalogue: its records in any order, now or as they stood at some moment.

import type { LineageGraph, SourcedEdge } from '../record/lineage.ts'
import type { AvailabilityRow, CslName, Reference, Resource } from '../record/resource.ts'
import type { Access, ResourceStatus } from '../vocabulary.ts'
import type { CellFilter } from './registry.ts'
import type { ListedChange } from './submissions.ts'

/** When: a release, an instant (ISO 8601 in UTC), or after a change. Where none is named, now. */
export type Moment = { readonly release: string } | { readonly at: string } | { readonly sequence: number }

/** A name for the registry as it stood after a change, with what is needed to cite it. */
export interface Release {
  readonly version: string
  readonly title: string
  readonly authors: readonly (CslName & { readonly affiliation?: string })[]
  readonly keywords: readonly string[]
  readonly note: string
  /** A day, as in 2020-05-12. */
  readonly releasedOn: string
  /** How many resources were listed in it. */
  readonly resources: number
}

/** What an answer was read from: the registry after a change. The same state gives the same answers for ever. */
export interface State {
  /** The change after which it stood so; 0 before there was any. */
  readonly sequence: number
  /** When that change was made, ISO 8601 in UTC. Absent before there was any. */
  readonly changedAt?: string
  /** The latest release by then; without it where there was none. */
  readonly release?: Omit<Release, 'resources'>
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
  readonly state: State
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

/** A reference with the slugs of the resources that cite it, in table order. */
export interface CitedReference {
  readonly reference: Reference
  readonly citedBy: readonly string[]
}

/** All that the registry tells of a resource. */
export interface Dossier {
  /** What it is called by now, whatever it was asked for by. */
  readonly slug: string
  /** As it stands or, where a moment was named, stood then. */
  readonly record: Resource
  readonly state: State
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

/** An unknown release or a moment to come: `invalid`, with the field `release` or `at`. */
export interface RecordVerbs {
  listRecords(query: RecordQuery): Promise<RecordPage>
  /** The same, for who looks for something: with counts for every way of asking otherwise. */
  getTable(query: RecordQuery): Promise<Table>
  /** By its slug alone; one that was removed too. Else `not_found`. */
  getRecord(slug: string, moment?: Moment): Promise<{ readonly record: Resource; readonly state: State }>
  /** By its slug, or one that it had before; one that was removed too. Else `not_found`. */
  getDossier(slug: string, moment?: Moment): Promise<Dossier>
  /** In the order of the survey's list, then of their ids. */
  listReferences(query: {
    readonly moment?: Moment | undefined
    readonly after?: RecordPlace | undefined
    readonly size: number
  }): Promise<{
    readonly items: readonly CitedReference[]
    readonly next?: RecordPlace
    readonly state: State
  }>
  /** Latest first. */
  listReleases(): Promise<{ readonly items: readonly Release[]; readonly state: State }>
  /** Which data are in which resource, as it stands now. */
  getLineage(): Promise<LineageGraph<SourcedEdge> & { readonly state: State }>
  /** The state at a moment, and nothing else. */
  getState(moment?: Moment): Promise<State>
}
