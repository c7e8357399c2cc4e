// What can be asked of the registry. Each verb is one whole question that a door asks, answered in one round trip
// to the database. Every door talks to this and to nothing below it.

import type { CandidateVerbs } from './candidates.ts'
import type { CatalogueVerbs } from './catalogue.ts'
import type { DeliveryVerbs } from './deliveries.ts'
import type { ErasureVerbs } from './erasure.ts'
import type { LimitVerbs } from './limits.ts'
import type { LinkVerbs } from './links.ts'
import type { MailVerbs } from './mail.ts'
import type { OperationVerbs } from './operations.ts'
import type { MaintainerVerbs, SessionVerbs } from './people.ts'
import type { ResourceVerbs } from './resources.ts'
import type { SubmissionVerbs } from './submissions.ts'
import type { UpstreamVerbs } from './upstream.ts'
import type { WatchVerbs } from './watches.ts'

/** D1 queries of one invocation of the Worker: the sent ones, how many more it may send, and what they cost. */
export interface QueryCount {
  readonly sent: number
  readonly left: number
  /** Round trips: a batch is one. */
  readonly trips: number
  readonly rowsRead: number
  readonly rowsWritten: number
}

export interface Registry
  extends ResourceVerbs,
    CatalogueVerbs,
    SubmissionVerbs,
    MailVerbs,
    CandidateVerbs,
    SessionVerbs,
    MaintainerVerbs,
    DeliveryVerbs,
    WatchVerbs,
    LimitVerbs,
    LinkVerbs,
    ErasureVerbs,
    OperationVerbs,
    UpstreamVerbs {
  countQueries(): QueryCount
  /** Trips to the database have as long again as a request has: its reader has just got a part of the answer. */
  renewTime(): void
  /**
   * What `read` gives, and the edition of the registry that its first trip to the database saw: undefined where there was none,
   * or an earlier one.
   */
  withEdition<Result>(
    read: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly edition: string | undefined }>
}
