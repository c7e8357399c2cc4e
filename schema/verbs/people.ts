// What can be asked of the registry about being signed in on pages.

import type { SessionActor } from './submissions.ts'

/**
 * A session that is unknown, has ended or has expired is `unauthenticated` at every verb. Only a maintainer has one, and
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
  /** Signs out. Whoever is signed out already stays so. */
  endSession(actor: SessionActor): Promise<void>
  /** Signs out everywhere, here included. */
  endSessions(actor: SessionActor): Promise<void>
}
