// Moments of the registry: how one is named, and what an answer says of the one that it was read from.

import type { CslName } from '../record/works/reference.ts'

/** When: a release, an instant (ISO 8601 in UTC), or after a change. Where none is named, now. */
export type Moment = { readonly release: string } | { readonly at: string } | { readonly sequence: number }

/** A name for the registry as it was after a change, with what is needed to cite it. */
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

/** What an answer was read from: the registry after a change. The same sequence gives the same answers until a redaction. */
export interface AsOf {
  /** The change that it was read after; 0 before there was any. */
  readonly sequence: number
  /** When that change was made, ISO 8601 in UTC. Absent before there was any. */
  readonly changedAt?: string
  /** When texts of any record were redacted last: what was read before may have them. Absent while none were. */
  readonly redactedAt?: string
  /** The latest release by then, with the change that it names; absent before the first. */
  readonly release?: Omit<Release, 'resources'> & { readonly throughSequence: number }
}

/** When a text of that answer was changed or redacted last. */
export const rewrittenAt = ({ changedAt, redactedAt = '' }: AsOf): string | undefined =>
  changedAt === undefined || redactedAt > changedAt ? redactedAt || undefined : changedAt

/** The latest release by then. The registry begins with one, so of now there always is one. */
export function releaseOf({ release }: AsOf): NonNullable<AsOf['release']> {
  if (!release) throw new Error('The database has no release: the survey migration has not run.')
  return release
}

/** When a resource last changed after the latest release, ISO 8601 in UTC; undefined where none has. */
export const changedSinceRelease = (asOf: AsOf): string | undefined =>
  asOf.sequence > releaseOf(asOf).throughSequence ? asOf.changedAt : undefined
