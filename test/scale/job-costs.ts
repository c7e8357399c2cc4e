// The most rows that a run of each job may read at 114 and at 2,000 resources, and the most that it may write at either.
// jobs.test.ts holds them; `npm run bench` prints them.

interface JobCost {
  readonly read: readonly [number, number]
  readonly written: number
}

export const JOB_SIZES = [114, 2000] as const

export const JOB_COSTS = {
  links: { read: [900, 9000], written: 80 },
  upstream: { read: [400, 6500], written: 20 },
  discovery: { read: [50, 50], written: 20 },
  confirmations: { read: [200, 200], written: 80 },
} as const satisfies Readonly<Record<string, JobCost>>
