// What can be asked of the registry as a whole: its counts, references, releases and lineage, and how to cite it.

import type { SoughtKey } from '../record/field-keys.ts'
import type { LineageGraph, SourcedEdge } from '../record/lineage/graph.ts'
import type { Work } from '../record/works/cited-works.ts'
import type { Reference } from '../record/works/reference.ts'
import type { Availability, CitationStyle, DataTypeKey } from '../vocabulary.ts'
import type { Actor } from './actor.ts'
import type { AsOf, Moment, Release } from './as-of.ts'
import type { Proposal } from './people.ts'
import type { Place } from './resources.ts'

export interface Citation {
  /** What is cited: a resource, or the latest release with the survey that it came from. */
  readonly subject:
    | { readonly slug: string; readonly name: string }
    | { readonly release: string; readonly name: string }
  /** One rendered text a work, in the order cited. */
  readonly entries: readonly { readonly reference: Reference; readonly text: string }[]
  readonly asOf: AsOf
}

/** What is not recorded yet. */
export interface Gaps {
  readonly resources: number
  readonly totals: Overview['totals']
  /** Of how many listed resources nobody has said each field. */
  readonly unsaid: { readonly [Field in SoughtKey]: number }
  /** Those with the most unknown cells and unsaid fields, `gaps` in all. */
  readonly most: readonly {
    readonly slug: string
    readonly name: string
    readonly version: number
    readonly gaps: number
  }[]
  readonly asOf: AsOf
}

export interface Overview {
  readonly resources: number
  readonly totals: { readonly [Key in DataTypeKey]: { readonly [Value in Availability]: number } }
  /** As in `Gaps`. */
  readonly unsaid: Gaps['unsaid']
  readonly references: number
  readonly survey: {
    readonly title: string
    readonly authors: readonly string[]
    readonly version: string
    readonly releasedOn: string
  }
  /** How to cite the latest release, and the survey. */
  readonly citations: { readonly latest: Work; readonly survey: Work }
  readonly asOf: AsOf
}

/** A reference with the slugs of the resources that cite it, in table order. */
interface CitedReference {
  readonly reference: Reference
  readonly citedBy: readonly string[]
}

/** A listed record that nobody has changed or confirmed for twelve months, and of which no submission waits. */
interface Unconfirmed {
  readonly slug: string
  readonly version: number
  readonly updatedAt: string
}

export interface CatalogueVerbs {
  /** A text that is another one after each change of what everybody may read. */
  getEdition(): Promise<string>
  getOverview(): Promise<Overview>
  getGaps(size: number): Promise<Gaps>
  /** Those confirmed longest ago first; none while ten confirmations wait for a maintainer. */
  listUnconfirmed(size: number): Promise<readonly Unconfirmed[]>
  /**
   * Without a resource: the survey itself. Of an entry that would be longer than `longest` UTF-16 units only the first
   * authors are named; it may still be longer.
   */
  citeResource(resource: string | undefined, style: CitationStyle, longest: number): Promise<Citation>
  /** In the order of the survey's list, then of their ids. */
  listReferences(query: {
    readonly asOf?: Moment | undefined
    readonly after?: Place | undefined
    readonly size: number
  }): Promise<{
    readonly items: readonly CitedReference[]
    readonly next?: Place
    readonly asOf: AsOf
  }>
  /** Latest first. */
  listReleases(): Promise<{ readonly items: readonly Release[]; readonly asOf: AsOf }>
  /** Which data are in which resource, as it stands now. */
  getLineage(): Promise<LineageGraph<SourcedEdge> & { readonly asOf: AsOf }>
  /** What an answer of this moment is read from, and nothing else. */
  getAsOf(moment?: Moment): Promise<AsOf>

  // For maintainers; anyone else: `forbidden`.
  /**
   * Names the registry as it stands, for good: a version later than the latest, with what changed since in its note.
   * `invalid` where nothing has. A proposal where another maintainer has to confirm it, who may do so by the same call.
   */
  cutRelease(
    actor: Actor,
    version: string,
    note?: string,
  ): Promise<{ readonly release: Omit<Release, 'resources'> } | { readonly proposal: Proposal }>
}
