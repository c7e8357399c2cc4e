// What can be asked of the registry about data sets that it found by itself.

import type { CandidateSign, CandidateSource, CandidateState } from '../record/sites/candidate.ts'
import type { Found } from '../record/submission.ts'
import type { Actor } from './actor.ts'
import type { Alike } from './submissions.ts'

export interface Candidate {
  readonly id: number
  readonly source: CandidateSource
  /** Where the data set is. */
  readonly url: string
  /** Zenodo, Figshare, Hugging Face. */
  readonly publisher: string
  readonly name: string
  readonly found: Found
  /** Why it has its rank. */
  readonly signs: readonly CandidateSign[]
  readonly score: number
  readonly state: Exclude<CandidateState, 'found'>
  readonly offeredAt: string
  /** The listed resource that has one of its addresses by now, also one that was removed. */
  readonly listedAs?: string
  /** The reference of a submission that waits and has one of its addresses. */
  readonly waitingAs?: string
  readonly alike: readonly Alike[]
  /** Its decision: by a maintainer's name, with the reason of a decline or the reference of the submission. */
  readonly decidedBy?: string
  readonly decidedAt?: string
  readonly reason?: string
  readonly submission?: string
}

/** A data set to keep, ranked. `addresses` are canonical. */
export interface NewCandidate {
  readonly source: CandidateSource
  readonly url: string
  readonly publisher: string
  readonly addresses: readonly string[]
  readonly found: Found
  readonly signs: readonly CandidateSign[]
  readonly score: number
}

export interface CandidatePage {
  readonly items: readonly Candidate[]
  readonly next?: number
  /** How many there are in that state. */
  readonly total: number
}

/** The most that maintainers are offered in a week, and the most that wait for them. */
export const CANDIDATES_PER_WEEK = 10
export const MOST_OFFERED = 50

export interface CandidateVerbs {
  /** The canonical addresses among these that are listed, were sent in, or are a candidate's. */
  listKnownAddresses(canonicals: readonly string[]): Promise<ReadonlySet<string>>
  /** When discovery last went through all of its sources, ISO 8601. */
  findLastDiscovery(): Promise<string | undefined>
  /**
   * Keeps what was found, and offers the best of all that is kept, with one message to the review channel. `isWhole`: all
   * sources answered, so that the next run looks from now on. Returns how many were offered.
   */
  offerCandidates(
    found: readonly NewCandidate[],
    run: { readonly isWhole: boolean },
  ): Promise<{ readonly offered: number }>

  // For maintainers; anyone else: `forbidden`.
  /** The best of those that are offered first, the latest of those that were decided; `skip` counts from the first. */
  listCandidates(
    actor: Actor,
    query: { readonly state: Candidate['state']; readonly skip?: number; readonly size: number },
  ): Promise<CandidatePage>
  getCandidate(actor: Actor, id: number): Promise<Candidate>
  /**
   * Sends a filled-in addition in by the registry itself, which is decided like any other. `lookedUp` is what its address
   * says now. One that was decided on by somebody else, or is listed or waits by now: `conflict`.
   */
  takeUpCandidate(actor: Actor, id: number, lookedUp?: Found): Promise<Candidate>
  /** It is never offered again, under no address that it has. */
  declineCandidate(actor: Actor, id: number, reason: string): Promise<Candidate>
}
