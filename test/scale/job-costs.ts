// The most rows that a run of each job may read at 114 and at 2,000 resources, and the most that it may write at either.
// jobs.test.ts holds them and measures what a run takes, which `npm run bench` prints.

interface JobCost {
  readonly read: readonly [number, number]
  readonly written: number
}

/** What a run took. */
export interface MeasuredJob {
  readonly name: keyof typeof JOB_COSTS
  /** How many resources were listed. */
  readonly size: (typeof JOB_SIZES)[number]
  /** To other sites. */
  readonly requests: number
  readonly queries: number
  readonly rowsRead: number
  readonly rowsWritten: number
}

declare module 'vitest' {
  interface TaskMeta {
    job?: MeasuredJob
  }
}

export const JOB_SIZES = [114, 2000] as const

export const JOB_COSTS = {
  links: { read: [900, 9000], written: 80 },
  upstream: { read: [400, 6500], written: 20 },
  discovery: { read: [50, 50], written: 20 },
  confirmations: { read: [200, 200], written: 80 },
} as const satisfies Readonly<Record<string, JobCost>>
