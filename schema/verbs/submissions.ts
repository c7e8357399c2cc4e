// What can be asked of the registry about submissions, by submitters and by maintainers.

import type { RegistryError } from '../errors.ts'
import type { Likeness } from '../likeness.ts'
import type { ClaimField } from '../record/field-keys.ts'
import type { Resource } from '../record/resource.ts'
import type {
  DecisionInput,
  Draft,
  NamedSubmission,
  OwnSubmission,
  Submission,
  SubmissionEdit,
  SubmissionInput,
  SubmissionRecord,
} from '../record/submission.ts'
import type { ChangeAction, Machine, SubmissionDoor, SubmissionKind, SubmissionState } from '../vocabulary.ts'
import type { Actor } from './actor.ts'

/** A listed resource, or a submission that waits, with a name like another's. */
export interface Alike {
  readonly name: string
  readonly signs: readonly Likeness[]
  readonly slug?: string
  readonly reference?: string
}

export interface Preview {
  /** Why it can't be sent as it is. */
  readonly problem?: RegistryError
  /** The resource that is listed at its address already. */
  readonly listedAs?: string
  readonly alike: readonly Alike[]
  /** The time of the latest rejection of a submission at one of its addresses, ISO 8601. */
  readonly rejectedAt?: string
}

/** One version of a submission: who made it what it was, and when. */
export interface SubmissionEvent {
  readonly version: number
  readonly action: ChangeAction
  readonly at: string
  readonly reason?: string
  /** Whoever did it; none where nothing is known of them. */
  readonly by?: string
}

/** A submission as a maintainer needs it to decide. */
export interface Review extends ReviewFacts {
  /** How it came to be as it is, from its sending. */
  readonly history: readonly SubmissionEvent[]
}

/** The same as a card tells it, for which it is read whenever something happens. */
export interface ReviewFacts {
  readonly submission: SubmissionRecord
  /** Whoever sent it: none where nothing was said. `own` where it is the asking maintainer. */
  readonly submitter: {
    readonly name?: string
    readonly contact?: string
    readonly discordId?: string
    /** The job of the registry that sent it: nobody to ask, or to block. */
    readonly machine?: Machine
    readonly isBlocked: boolean
    /** A message about this submission could not be sent to them. */
    readonly isUnreachable: boolean
    readonly approved: number
    readonly rejected: number
  }
  readonly isOwn: boolean
  /** The resource that it is about, as it stands now. */
  readonly resource?: Resource
  /** What it was before this was approved. */
  readonly before?: Resource
  readonly alike: readonly Alike[]
  /** What was rejected before at one of its addresses, latest first. */
  readonly declined: readonly SubmissionRecord[]
  /** Decided submissions about the same resource, latest first. */
  readonly earlier: readonly SubmissionRecord[]
  readonly decidedBy?: string
  /** How many submissions wait in all, this one included. */
  readonly waiting: number
}

/** Where a submission stands, among those that wait for a maintainer in the order in which they came. */
export interface QueueEntry {
  /** The name of the maintainer who looks. */
  readonly maintainerName: string
  readonly reference: string
  readonly submission: NamedSubmission
  /** The slug of the resource that it is about. */
  readonly slug?: string
  readonly version: number
  readonly state: SubmissionState
  readonly decidedBy?: string
  readonly decidedAt?: string
  /** The references of those beside it; after the last comes the first, if that is another. */
  readonly next?: string
  readonly previous?: string
}

/** One line of the queue. */
export interface QueueRow {
  readonly submission: SubmissionRecord
  /** The submitter's name. */
  readonly sentBy?: string
  /** The resource that it is about, as it is now. */
  readonly resource?: Resource
  /** Empty once it is decided. */
  readonly flags: readonly ReviewFlag[]
}

/** A reason to look at a waiting submission by itself: together with others it is not approved. */
export type ReviewFlag =
  /** The nearest listed resource, or the nearest waiting addition. */
  | { readonly kind: 'lookAlike'; readonly alike: Alike }
  /** There are too many names to compare those of a whole page. */
  | { readonly kind: 'notCompared' }
  /** No listed resource and no known archive has this host. */
  | { readonly kind: 'newHost'; readonly host: string }
  /** Sources claim something else of these fields than it proposes. */
  | { readonly kind: 'sourcesDiffer'; readonly fields: readonly ClaimField[] }
  /** The resource has changed since the submission was made. */
  | { readonly kind: 'behind' }
  /** So many were rejected before at one of its addresses. */
  | { readonly kind: 'declinedBefore'; readonly times: number }
  /** So many of its sender wait, of whom nothing was approved before. */
  | { readonly kind: 'manyOfSender'; readonly waiting: number }
  /** The sender is blocked. */
  | { readonly kind: 'blocked' }
  /** The maintainer who looks sent it. */
  | { readonly kind: 'own' }

export interface QueueQuery {
  readonly state: SubmissionState
  /** Without it submissions that wait come oldest first, and others latest first. */
  readonly order?: 'oldest' | undefined
  readonly kind?: SubmissionKind | undefined
  /** A part of its reference, of what it names, or of its sender's name. */
  readonly text?: string | undefined
  /** Sent no later than this, ISO 8601. */
  readonly until?: string | undefined
  /** These alone. */
  readonly references?: readonly string[] | undefined
  /** The id of the last one seen. */
  readonly after?: number | undefined
  readonly size: number
}

export interface Queue {
  /** The name of the maintainer who looks. */
  readonly maintainerName: string
  readonly items: readonly QueueRow[]
  readonly next?: number
  /** How many there are in each state, of the same kind, text and age. */
  readonly totals: { readonly [State in SubmissionState]: number }
  /** How many deliveries were given up. */
  readonly dead: number
}

/**
 * `key` names a submission by its capability, which lets anyone who has it read, edit, answer and withdraw, or by its
 * reference, which lets its submitter and the maintainers. Whoever may not, or a key of nothing: `not_found`.
 * A lost race, a version that has moved on, a decision already made: `conflict`, with who and when where someone decided.
 */
export interface SubmissionVerbs {
  /**
   * Takes a submission in. The same `idempotencyKey` with the same input gives the submission that there is. The draft
   * with the id `draft` is deleted by the same commit.
   */
  submit(
    actor: Actor,
    input: SubmissionInput,
    how: {
      readonly door: SubmissionDoor
      readonly idempotencyKey?: string | undefined
      readonly draft?: string
    },
  ): Promise<{ readonly submission: Submission; readonly isRepeat: boolean }>
  /** Keeps what someone typed, under an id that only they can use, for a day. With an `id`, in place of what it had. */
  saveDraft(actor: Actor, draft: Draft, id?: string): Promise<{ readonly id: string }>
  getDraft(actor: Actor, id: string): Promise<Draft>
  findDraft(actor: Actor, id: string): Promise<Draft | undefined>
  discardDraft(actor: Actor, id: string): Promise<void>
  /** What a draft was sent as, with its id as idempotency key; undefined where it was not sent. */
  findSentDraft(actor: Actor, id: string): Promise<Submission | undefined>
  /** What would come of sending it: why it would be refused, if it would, and what it looks like. Writes nothing. */
  previewSubmission(actor: Actor, input: SubmissionInput): Promise<Preview>
  /** With the resource that it is about: as it is, and as it was before this was approved. */
  getSubmission(
    actor: Actor,
    key: string,
  ): Promise<{ readonly submission: Submission; readonly resource?: Resource; readonly before?: Resource }>
  /** Those that the secret ids open, latest first. An id that opens none is left out. */
  findSubmissions(ids: readonly string[]): Promise<readonly (Submission & NamedSubmission)[]>
  editSubmission(actor: Actor, key: string, edit: SubmissionEdit): Promise<Submission>
  answerSubmission(actor: Actor, key: string, text: string): Promise<Submission>
  withdrawSubmission(actor: Actor, key: string): Promise<Submission>
  /** One's own, latest first. */
  listOwnSubmissions(actor: Actor, size: number): Promise<readonly OwnSubmission[]>

  // For maintainers; anyone else: `forbidden`.
  reviewSubmission(actor: Actor, key: string): Promise<Review>
  listSubmissions(actor: Actor, query: QueueQuery): Promise<Queue>
  getQueueEntry(actor: Actor, key: string): Promise<QueueEntry>
  decideSubmission(
    actor: Actor,
    key: string,
    input: DecisionInput,
    idempotencyKey?: string,
  ): Promise<NamedSubmission>
  /** Takes a decision back: the submission waits again, and what it did to the resource is undone by a new version. */
  undoDecision(actor: Actor, key: string, version: number): Promise<NamedSubmission>
  /**
   * Blocks the sender of a submission, by its key, or lifts each block that holds for them. A block is by the account, by the
   * contact and, until the end of the day after the sending (UTC), by the network; nobody but a maintainer can change what
   * the sender has sent. `hasAccount`: they sent it from an account on Discord.
   */
  setBlocked(
    actor: Actor,
    key: string,
    blocked: boolean,
    reason?: string,
  ): Promise<{ readonly hasAccount: boolean }>
}
