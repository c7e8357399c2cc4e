// What can be asked of the registry about mail to a submitter who has no account on Discord.

import type { NamedSubmission } from '../record/submission.ts'
import type { Actor } from './actor.ts'

/** What the holder of a submission's secret id sees of its mail. */
export interface SubmissionMail {
  /** Where the submitter can be reached, in their own words. */
  readonly contact?: string
  /** Where news goes; while it is not confirmed, where a letter went that asks for it. */
  readonly address?: string
  readonly isConfirmed: boolean
}

export interface MailVerbs {
  /** Whoever may not read the submission by its secret id: `not_found`. */
  getMail(id: string): Promise<SubmissionMail>
  /**
   * Writes one letter to an address, which asks whether it wants news of a submission that waits; another address takes the
   * place of the one before. A repeat with the same address does nothing. Throws `rate_limited` after a few letters a day
   * of one sender, to one address, or in all, and `conflict` where the submission no longer waits.
   */
  askForMail(actor: Actor, id: string, address: string): Promise<void>

  // `token` is from a letter. One that opens nothing any more: `not_found`.
  findMail(token: string): Promise<{
    readonly submission: NamedSubmission
    readonly address: string
    readonly isConfirmed: boolean
  }>
  /** From now on news of the submission goes to the address, first how it stands. */
  confirmMail(token: string): Promise<void>
  /** The address gets no more mail of the submission, and is forgotten. What opens nothing is fine. */
  stopMail(token: string): Promise<void>
}
