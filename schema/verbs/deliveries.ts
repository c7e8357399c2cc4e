// What can be asked of the registry about the outbox: what must still reach Discord or a mail address, and how each attempt ended.

import type { NamedSubmission } from '../record/submission.ts'
import type { DeliveryKind, MailKind } from '../vocabulary.ts'
import type { Actor } from './actor.ts'
import type { Candidate } from './candidates.ts'
import type { Proposal } from './people.ts'
import type { ListedChange } from './resources.ts'
import type { ReviewFacts } from './submissions.ts'
import type { Watched } from './watches.ts'

/** One that was claimed, with the facts as they stand now: what is sent tells of these, not of when it was written. */
export type Delivery = { readonly id: number; readonly createdAt: string } & (
  | {
      readonly kind: 'review'
      readonly review: ReviewFacts
      /** Where the submission's card is, once it is posted: it is edited from then on. */
      readonly card?: { readonly channelId: string; readonly messageId: string }
    }
  | {
      readonly kind: 'submitter'
      readonly submission: NamedSubmission
      readonly decidedBy?: string
      /** Whom to send it to, by their id on Discord: absent where they were erased. */
      readonly recipient?: string
      /** The language that they read, by Discord's tag. */
      readonly locale?: string
    }
  | {
      readonly kind: 'announcement'
      /** The changes of one message, the oldest first: at least one, at most `MAX_ANNOUNCED`. */
      readonly announced: readonly Announced[]
      /** Where it is posted. None: it goes to a person, absent too where they were erased. */
      readonly channelId?: string
      readonly recipient?: string
      /** The language that is read there, likewise. */
      readonly locale?: string
    }
  | {
      readonly kind: MailKind
      readonly submission: NamedSubmission
      /** Absent where the address was taken back. */
      readonly letter?: Letter
    }
  | {
      readonly kind: 'digest'
      /** What waits for a maintainer for longer than `OVERDUE_DAYS`: the oldest first, and how many in all. */
      readonly waiting: readonly NamedSubmission[]
      readonly total: number
      /** What another maintainer has to confirm. */
      readonly proposals: readonly Proposal[]
    }
  | {
      readonly kind: 'candidates'
      /** The best of those that are offered, and how many are. */
      readonly offered: readonly Pick<Candidate, 'name' | 'url' | 'publisher'>[]
      readonly total: number
    }
)

/** What a letter needs beside its submission. */
export interface Letter {
  readonly address: string
  /** Opens the page that confirms the address or takes it back. */
  readonly token: string
  /** The secret id of the submission: only for an address that was confirmed. */
  readonly submissionId: string
}

/** One that goes by mail. */
export type MailDelivery = Extract<Delivery, { readonly kind: MailKind }>

export const isByMail = (delivery: Delivery): delivery is MailDelivery =>
  delivery.kind === 'mailCheck' || delivery.kind === 'mail'

/** A change for a watch. Each has a delivery of its own; `id` is the delivery's. */
interface Announced {
  readonly id: number
  readonly change: ListedChange
  /** `isOver`: the watch has ended since. */
  readonly watch: { readonly id: number; readonly watched: Watched; readonly isOver: boolean }
}

/** The most changes of one message. */
export const MAX_ANNOUNCED = 10

/** How many days a submission may wait before maintainers are told, once a day. */
export const OVERDUE_DAYS = 3

/** How one attempt to send a delivery ended. */
export type Attempt =
  | { readonly result: 'sent'; readonly channelId?: string; readonly messageId?: string }
  /** It may succeed later. `holds` names what else has to wait: all deliveries, those to people, or those to the target. */
  | {
      readonly result: 'retry'
      readonly error: string
      readonly retryAfterMs?: number
      readonly holds?: 'all' | 'people' | 'target'
    }
  /** Discord refuses it and will again; `isClosed` where it would refuse anything that is sent there. */
  | { readonly result: 'refused'; readonly error: string; readonly isClosed?: boolean }
  | { readonly result: 'nobody'; readonly why: string }

/** How the attempt of a delivery ended. */
export interface EndedAttempt {
  readonly id: number
  readonly attempt: Attempt
}

export interface DeadDelivery {
  readonly id: number
  readonly kind: DeliveryKind
  /** The reference of the submission that it tells of. */
  readonly submission?: string
  readonly attempts: number
  readonly lastError: string
  readonly createdAt: string
  readonly diedAt: string
}

export interface DeliveryVerbs {
  /**
   * Leases up to `count` deliveries of these kinds that are due, to whoever asks, for a minute. One's of a submission
   * come in order: none while an earlier one, of any of these kinds, waits or is leased. Announcements come last, one
   * message for each target: later ones wait while it waits or is leased.
   */
  claimDeliveries(count: number, kinds: readonly DeliveryKind[]): Promise<readonly Delivery[]>
  /** Milliseconds until the next one that is not due yet; undefined where there is none. */
  findNextDelivery(kinds: readonly DeliveryKind[]): Promise<number | undefined>
  /**
   * Records how deliveries ended, in one batch. Sent: done; of a review, the submission's card is at `channelId` and `messageId` from now on. Retry: it is due again
   * later, unless it is hopeless. Refused, or hopeless: dead, for maintainers to see. Nobody: dropped. With `isClosed`,
   * and where there is nobody, the watch that an announcement is for ends too. A delivery that no longer waits stays as
   * another run left it.
   */
  recordAttempts(ended: readonly EndedAttempt[]): Promise<void>
  /** Writes a digest for today, where something is overdue and there is none yet. */
  queueReminder(): Promise<void>

  // For maintainers; anyone else: `forbidden`.
  /** Latest first; `before` is the id of the last one seen. */
  listDead(
    actor: Actor,
    query: { readonly before?: number | undefined; readonly size: number },
  ): Promise<{ readonly items: readonly DeadDelivery[]; readonly next?: number }>
  /** Lets a dead one wait again, as if it were new; the watch that ended with it is on again. */
  retryDelivery(actor: Actor, id: number): Promise<void>
}
