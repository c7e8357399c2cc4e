// What can be asked of the registry by its host: whether it runs as it should.

import type { Job } from '../vocabulary.ts'
import type { Actor } from './actor.ts'

/** Numbers of waiting and dead rows are counted no further than this: more is as bad. */
export const MOST_COUNTED = 100

export interface Health {
  readonly migrations: {
    readonly applied: number
    readonly expected: number
    /** Names of those that the code expects and the database lacks. */
    readonly missing: readonly string[]
  }
  /** When each job last ran, ISO 8601; absent where it never has. */
  readonly jobs: { readonly [Name in Job]?: string }
  /** Submissions that wait for a maintainer. */
  readonly waiting: number
  readonly deliveries: {
    readonly waiting: number
    /** When the one that is due for longest came due; absent where none is due. */
    readonly oldestDueAt?: string
    readonly dead: number
  }
}

/** Rows of D1 that the Worker has used today, in UTC, as far as its instances have reported. */
export interface RowsUsed {
  readonly read: number
  readonly written: number
}

export interface OperationVerbs {
  getHealth(): Promise<Health>
  /** Notes that a job ran, unless that was noted in the last minutes. */
  noteRun(job: Job): Promise<void>
  /** Adds to the rows of today. */
  addRowsUsed(rows: RowsUsed): Promise<void>

  // For maintainers; anyone else: `forbidden`.
  getUsage(actor: Actor): Promise<{ readonly health: Health; readonly today: RowsUsed }>
}
