// What can be asked of the registry about people: who is a maintainer, who is blocked, who is signed in on pages.

import type { ActionSubject, MaintainerAction } from '../vocabulary.ts'
import type { Actor, SessionActor } from './actor.ts'

export interface Maintainer {
  readonly discordId?: string
  readonly name?: string
  readonly addedAt: string
}

/** What the log of maintainers tells of one action. */
export interface RecordedAction {
  readonly id: number
  readonly action: MaintainerAction
  /** The maintainer, without name and id once erased; absent where the host did it on the command line. */
  readonly by?: { readonly name?: string; readonly discordId?: string }
  readonly subject: {
    readonly kind: ActionSubject
    /** A reference, slug, Discord id, number of a change or a delivery, or version of a release. */
    readonly key?: string
    /** The name of a person; of a change the slug of its resource. */
    readonly name?: string
  }
  /** The version of the submission or resource that it made. */
  readonly version?: number
  readonly reason?: string
  readonly at: string
}

/** What a maintainer wants to do that takes a second one. */
export interface Proposal {
  readonly id: number
  readonly action: 'propose_removal' | 'propose_release'
  readonly by?: RecordedAction['by']
  /** The person to remove, or the release to cut. */
  readonly subject: RecordedAction['subject']
  /** The note of a release. */
  readonly reason?: string
  readonly at: string
  /** Nobody can confirm it after this. */
  readonly until: string
  /** The asking maintainer proposed it, and so cannot confirm it. */
  readonly isOwn: boolean
}

/**
 * A session that is unknown, has ended or has expired is `unauthenticated`. Only a maintainer has one, and
 * loses all of them on being removed.
 */
export interface SessionVerbs {
  /**
   * Signs in someone of whom Discord has just said who they are. The token is told once and kept as a hash. Whoever is
   * no maintainer: `forbidden`.
   */
  startSession(
    discordId: string,
    name: string,
  ): Promise<{ readonly token: string; readonly expiresAt: string }>
  /** Whose session it is. */
  getSession(actor: SessionActor): Promise<{ readonly name: string; readonly discordId: string }>
  /** Signs out; a session that has ended stays so. `everywhere`: all of the person's, for which this one must be valid. */
  endSession(actor: SessionActor, options?: { readonly everywhere?: boolean }): Promise<void>
}

/**
 * For maintainers; anyone else: `forbidden`. `console` is the host, who has the database itself: for the host nothing takes
 * a second maintainer.
 */
export interface MaintainerVerbs {
  /**
   * Makes someone a maintainer; the API token is told once and kept as a hash. The host gives a maintainer a new token so;
   * for others that is a `conflict`.
   */
  addMaintainer(
    actor: Actor | 'console',
    discordId: string,
    name: string,
  ): Promise<{ readonly token: string }>
  /** Undefined once it is done; the proposal where another maintainer has to confirm it, who may do so by the same call. */
  removeMaintainer(actor: Actor | 'console', discordId: string): Promise<Proposal | undefined>
  /** Those that another maintainer can still confirm, latest first. */
  listProposals(actor: Actor | 'console'): Promise<readonly Proposal[]>
  /** Carries out what another maintainer proposed. One that is done, or older than a week: `conflict`. */
  confirmProposal(actor: Actor, id: number): Promise<Proposal>
  listMaintainers(actor: Actor | 'console'): Promise<readonly Maintainer[]>
  /** What maintainers did, latest first: by one, by Discord id, and since a moment (ISO 8601 in UTC); `before` an id. */
  listActions(
    actor: Actor | 'console',
    query: {
      readonly by?: string | undefined
      readonly since?: string | undefined
      readonly before?: number | undefined
      readonly size: number
    },
  ): Promise<{ readonly items: readonly RecordedAction[]; readonly next?: number }>
}
