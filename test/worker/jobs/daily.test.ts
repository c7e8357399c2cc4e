import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import worker from '../../../worker/index.ts'
import { runDaily } from '../../../worker/jobs/daily.ts'
import { sha256 } from '../../../worker/registry/people/people.ts'

const copies = async () => (await env.BACKUPS.list()).objects.map(({ key }) => key)
const run = (now: string, onFault: (fault: unknown) => void = (fault) => expect.unreachable(String(fault))) =>
  runDaily({
    d1: env.DB,
    bucket: env.BACKUPS,
    now: new Date(now),
    onFault,
  })

it('a bucket has a copy of each of the last 30 days, whose last line is its checksum', async () => {
  await env.BACKUPS.put('of-the-host.txt', 'Not ours.')
  for (const day of ['2026-10-28', '2026-10-29', '2026-10-31', '2026-11-28', '2026-11-28'])
    await run(`${day}T03:17:00.000Z`)
  expect(await copies()).toContain('registry-2026-10-29.ndjson')
  await run('2026-11-28T03:20:00.000Z')
  expect(await copies()).toEqual([
    'of-the-host.txt',
    'registry-2026-10-29.ndjson',
    'registry-2026-10-31.ndjson',
    'registry-2026-11-28.ndjson',
  ])
  const text = (await (await env.BACKUPS.get('registry-2026-11-28.ndjson'))?.text()) ?? ''
  const at = text.lastIndexOf('{"lines"')
  const [body, last] = [text.slice(0, at), text.slice(at)]
  const lines = body.split('\n').length - 1
  expect(JSON.parse(last)).toEqual({ lines, sha256: await sha256(body) })
  expect(JSON.parse(body.slice(0, body.indexOf('\n')))).toMatchObject({ takenAt: '2026-11-28T03:20:00.000Z' })
})

it('the daily cron expression keeps it, and logs what went wrong', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-12-24T03:17:00.000Z'), toFake: ['Date'] })
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env, createExecutionContext())
  expect(await copies()).toContain('registry-2026-12-24.ndjson')
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  await env.DB.prepare('drop table d1_migrations').run()
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env, createExecutionContext())
  expect(logged.mock.calls).toEqual([[expect.stringContaining('no such table: d1_migrations')]])
})
