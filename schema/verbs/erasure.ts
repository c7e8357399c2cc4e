// What can be asked of the registry about one person's data, and about texts that must go.

import type { Actor } from './actor.ts'

/** The door has made sure that the person asks, or that someone has the database itself. */
export type PersonKey = { readonly discordId: string } | { readonly personId: number }

/** What the registry has of a person. */
interface PersonalData {
  readonly personId: number
  readonly name?: string
  readonly isMaintainer: boolean
  readonly submissions: number
  readonly watches: number
  readonly drafts: number
}

export interface ErasureVerbs {
  /** Undefined where the registry has nothing of them. */
  findPersonalData(who: PersonKey): Promise<PersonalData | undefined>
  /**
   * Erases name, account, contact, drafts, watches, sessions and private words of a person, and their name in what others
   * wrote. Submissions and the changes that came of them stay, by nobody. Nobody of that key: `not_found`; a maintainer:
   * `conflict`.
   */
  erasePerson(who: PersonKey): Promise<PersonalData>

  // For maintainers; anyone else: `forbidden`.
  /**
   * Replaces all texts and addresses of a resource by a tombstone, in one version or, without a `version`, in all of them,
   * and of the submissions that these came from. The present version of a listed resource: `conflict`.
   */
  redactResource(
    actor: Actor,
    slug: string,
    input: { readonly reason: string; readonly version?: number | undefined },
  ): Promise<Redacted>
  /** The same for a submission that was rejected or withdrawn, by its key. One that is not: `conflict`. */
  redactSubmission(actor: Actor, key: string, input: { readonly reason: string }): Promise<Redacted>
}

interface Redacted {
  /** Versions of the resource, and versions of submissions, that have no texts now. */
  readonly versions: number
  readonly at: string
}
