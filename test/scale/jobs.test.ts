// What each job costs at 114 and at 2,000 resources: the free plan has 50 requests and 50 queries a run, and 5 million rows
// read and 100,000 written a day.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { askForConfirmation } from '../../worker/jobs/ask-for-confirmation.ts'
import { runDiscovery } from '../../worker/jobs/discovery.ts'
import { HOURLY_REQUESTS } from '../../worker/jobs/hourly.ts'
import { checkLinks } from '../../worker/jobs/links.ts'
import { compareUpstream } from '../../worker/jobs/upstream.ts'
import { openOutside } from '../../worker/outgoing/outside.ts'
import { outsideUserAgent } from '../../worker/outgoing/user-agent.ts'
import { QUERY_LIMIT } from '../../worker/registry/database.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { insertResources, madeUp } from '../worker/registry/made-up.ts'
import { JOB_COSTS, JOB_SIZES } from './job-costs.ts'

const now = new Date('2030-01-07T04:41:00.000Z')
const onFault = (fault: unknown) => expect.unreachable(String(fault))

type Run = Parameters<typeof runDiscovery>[0]

/** A run of a job, as cron starts it. */
async function costOf(job: (run: Run) => Promise<void>) {
  const registry = createRegistry(env.DB, { now: () => now, queryLimit: QUERY_LIMIT })
  const web = openOutside({
    ...{ standIn: env.OUTSIDE_URL, userAgent: outsideUserAgent(undefined), most: HOURLY_REQUESTS },
  })
  let requests = 0
  await job({
    registry,
    outside: (address, question) => {
      requests += 1
      return web(address, question)
    },
    now,
    onFault,
  })
  const { sent, rowsRead, rowsWritten } = registry.countQueries()
  return { requests, queries: sent, rowsRead, rowsWritten }
}

const JOBS: readonly (readonly [keyof typeof JOB_COSTS, (run: Run) => Promise<void>])[] = [
  ['links', (run) => checkLinks({ ...run, pauseMs: 0 })],
  ['upstream', compareUpstream],
  ['discovery', runDiscovery],
  ['confirmations', askForConfirmation],
]

it('every cost is held by a job', () => {
  expect(JOBS.map(([name]) => name)).toEqual(Object.keys(JOB_COSTS))
})

describe.each([
  [JOB_SIZES[0], 0],
  [JOB_SIZES[1], 1],
] as const)('at %i resources', (size, column) => {
  beforeAll(async () => {
    const before = await env.DB.prepare('select count(*) as total from resources').first<{ total: number }>()
    const from = before?.total ?? 0
    await insertResources(
      Array.from({ length: size - from }, (_, i) =>
        madeUp(100 + from + i, { url: `https://site-${from + i}.example.org/` }),
      ),
    )
  })

  it.for(JOBS)('a run of %s keeps within its budget', async ([name, job], { task }) => {
    const cost = await costOf(job)
    task.meta.job = { name, size, ...cost }
    const { requests, queries, rowsRead, rowsWritten } = cost
    expect(requests).toBeLessThanOrEqual(HOURLY_REQUESTS)
    expect(queries).toBeLessThanOrEqual(QUERY_LIMIT)
    expect(rowsRead).toBeLessThanOrEqual(JOB_COSTS[name].read[column])
    expect(rowsWritten).toBeLessThanOrEqual(JOB_COSTS[name].written)
  })
})
