// What can be asked of the registry about one person's data, and about texts that must go.

import type { Actor, DiscordActor } from './actor.ts'

/** The door has made sure that the person asks, or that someone has the database itself. */
export type PersonKey = { readonly discordId: string } | { readonly personId: number }

/** What the registry has of a person. */
export interface PersonalData {
  readonly personId: number
  readonly name?: string
  readonly isMaintainer: boolean
  /** A block names the person: only the host can erase them then. */
  readonly isBlocked: boolean
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
  /** The same for the person who asks; a blocked one: `forbidden`, because a new account of theirs would not be blocked. */
  eraseSelf(actor: DiscordActor): Promise<PersonalData>

  // For maintainers; anyone else: `forbidden`.
  /** What a redaction would take. Refused where the redaction would be refused. */
  previewRedaction(actor: Actor, target: RedactionTarget): Promise<Redactable>
  /**
   * Replaces all texts and addresses of a resource by a tombstone, in one version or, without a `version`, in all of them,
   * and of the submissions that these came from. The present version of a listed resource: `conflict`; so is a number of
   * `versions`, as the preview said it, that is not the present one.
   */
  redactResource(
    actor: Actor,
    slug: string,
    input: RedactionInput & { readonly version?: number | undefined },
  ): Promise<Redacted>
  /** The same for a submission that was rejected or withdrawn, by its key. One that is not: `conflict`. */
  redactSubmission(actor: Actor, key: string, input: RedactionInput): Promise<Redacted>
}

/** A resource, whole or in one version, or a submission by its key. */
export type RedactionTarget =
  | { readonly slug: string; readonly version?: number | undefined }
  | { readonly submission: string }

interface RedactionInput {
  readonly reason: string
  readonly versions?: number | undefined
}

export interface Redactable {
  /** Of the resource or of what the submission proposes; absent where it proposes none. */
  readonly name?: string
  /** Versions of the resource, and versions of submissions, that would have no texts then. */
  readonly versions: number
  /** The references of the submissions among them. */
  readonly submissions: readonly string[]
}

export interface Redacted {
  /** Versions of the resource, and versions of submissions, that have no texts now. */
  readonly versions: number
  readonly at: string
}
