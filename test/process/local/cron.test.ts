import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Scheduler, schedulerOf } from '../../../worker/cli/local/cron.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'

/** The runs that were begun, each to be ended. */
const begun: ServerResponse[] = []
const worker = createServer((_, response) => void begun.push(response))
let scheduler: Scheduler
beforeAll(async () => {
  const port = await freePort()
  await new Promise<void>((resolve) => worker.listen(port, '127.0.0.1', resolve))
  scheduler = schedulerOf(`http://127.0.0.1:${port}`)
})
afterAll(() => {
  scheduler.end()
  worker.closeAllConnections()
  worker.close()
})

const begins = (count: number) => vi.waitFor(() => expect(begun).toHaveLength(count), 60_000)

it('what is asked for during a run comes after it, once however often it was', async () => {
  scheduler.run()
  await begins(1)
  scheduler.run()
  scheduler.run()
  begun[0]?.end('ok')
  await begins(2)
  begun[1]?.end('ok')
  scheduler.run()
  await begins(3)
})
