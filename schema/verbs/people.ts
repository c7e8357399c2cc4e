// What can be asked of the registry about people: who is a maintainer, who is blocked, who is signed in on pages.

import type { Actor, SessionActor } from './actor.ts'

export interface Maintainer {
  readonly discordId?: string
  readonly name?: string
  readonly addedAt: string
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

/** For maintainers; anyone else: `forbidden`. `console` is whoever has the database itself. */
export interface MaintainerVerbs {
  /** Makes someone a maintainer; the API token is told once and kept as a hash. */
  addMaintainer(
    actor: Actor | 'console',
    discordId: string,
    name: string,
  ): Promise<{ readonly token: string }>
  removeMaintainer(actor: Actor | 'console', discordId: string): Promise<void>
  listMaintainers(actor: Actor | 'console'): Promise<readonly Maintainer[]>
}
