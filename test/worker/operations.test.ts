// What a host needs: whether it runs as it should, and a registry that takes no changes for a while.

import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { RegistryError } from '../../schema/errors.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { HealthReport } from '../../worker/health.ts'
import worker from '../../worker/index.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { countRows } from '../../worker/rows-used.ts'
import { slashCommand } from '../discord/protocol/interactions.ts'
import { fakeAnalytics } from '../support/analytics.ts'
import { readAnswer, signed } from '../support/discord.ts'
import { A_DRAFT, begin, useRegistry } from './registry/backup/used-registry.ts'
import { ANNA, addition, BERT, rows, SENDER, sent } from './registry/submissions.ts'

const CLOSED = 'The database moves until 14:00 UTC.'
const registry = createRegistry(env.DB)

afterEach(() => {
  vi.useRealTimers()
})

async function ask(path: string, settings: Partial<typeof env> = {}, init?: RequestInit): Promise<Response> {
  const context = createExecutionContext()
  const answer = await worker.fetch(
    new Request(`https://registry.example${path}`, init),
    { ...env, ...settings },
    context,
  )
  await waitOnExecutionContext(context)
  return answer
}
const health = async (settings: Partial<typeof env> = {}) =>
  (await ask('/healthz', settings)).json<HealthReport>()
const runCron = (settings: Partial<typeof env> = {}) =>
  worker.scheduled(
    createScheduledController({ cron: '* * * * *' }),
    { ...env, ...settings },
    createExecutionContext(),
  )
const discordIdOf = (actor: Actor) => (actor.kind === 'discord' ? actor.discordId : '')
const at = (time: string) => vi.useFakeTimers({ now: Date.parse(time), toFake: ['Date'] })

describe('/healthz', () => {
  beforeAll(async () => {
    await sent(registry, addition('Waits'))
    await env.DB.prepare("update deliveries set next_at = '2026-11-29T12:00:00.000Z'").run()
  })

  it('is degraded until cron runs, well after it, and degraded again when it stops', async () => {
    at('2026-11-29T12:05:00.000Z')
    expect(await health()).toMatchObject({
      status: 'degraded',
      reasons: ['Cron has not run for 15 minutes.'],
    })
    await runCron()
    at('2026-11-29T12:06:00.000Z')
    await runCron()
    const well = await health()
    expect(well).toEqual({
      status: 'ok',
      reasons: [],
      version: '0.1.0',
      build: 'dev',
      readOnly: null,
      migrations: { applied: env.MIGRATIONS.length, expected: env.MIGRATIONS.length },
      // The run of 12:06 is not noted: one every five minutes is enough.
      cron: { ranAt: '2026-11-29T12:05:00.000Z', secondsAgo: 60 },
      waiting: 1,
      deliveries: { waiting: 2, oldestDueAt: '2026-11-29T12:00:00.000Z', dead: 0 },
    })
    at('2026-11-29T12:20:01.000Z')
    expect((await health()).reasons).toEqual([
      'Cron has not run for 15 minutes.',
      'A delivery has been due for 15 minutes.',
    ])
  })

  it('answers 200 all the same, and names the deployment and the migrations that are missing', async () => {
    await env.DB.prepare("delete from d1_migrations where name like '0004%'").run()
    const answer = await ask('/healthz', { DEPLOYED_FROM: '0123456789abcdef' })
    expect(answer.status).toBe(200)
    const { build, migrations, reasons } = await answer.json<HealthReport>()
    expect([build, migrations]).toEqual(['0123456789abcdef', { applied: 4, expected: 5 }])
    expect(reasons[0]).toMatch(/^The database lacks 0004_\w+\.sql\.$/)
  })

  it('counts a hundred at most', async () => {
    await env.DB.prepare(
      `insert into deliveries (kind, target, change_subject, change_subject_id, change_version, state, next_at, created_at)
       select 'review', 'review', 'submission', 'made-' || value, 1, 'dead', '2026', '2026'
       from json_each('[' || substr(replace(hex(zeroblob(150)), '00', ',0'), 2) || ']')`.replace(
        "'made-' || value",
        "'made-' || key",
      ),
    ).run()
    expect((await health()).deliveries.dead).toBe(100)
  })
})

describe('the rows of the day', () => {
  it('are reported by instances once they are many, and shown to maintainers alone', async () => {
    await registry.addMaintainer('console', discordIdOf(ANNA), 'Anna')
    await env.DB.prepare('delete from rows_used').run()
    countRows({ read: 5_000, written: 0 })
    await ask('/')
    const { today } = await registry.getUsage(ANNA)
    expect(today.read).toBeGreaterThanOrEqual(5_000)
    await registry.addRowsUsed({ read: 1, written: 2 })
    expect(await registry.getUsage(ANNA)).toMatchObject({ today: { read: today.read + 1 } })
    await expect(registry.getUsage(SENDER)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('METRICS', () => {
  it('has one point a request, with its route and its costs and no value of anybody', async () => {
    const { dataset: METRICS, points } = fakeAnalytics()
    const asked = [
      ['/r/covid-ct?planted=planted', '/r/:slug', '2xx', ''],
      ['/r/planted', '/r/:slug', '4xx', ''],
      ['/v1/resources/covid-ct.bib', '/v1/resources/:slug', '2xx', ''],
      ['/v1/resources?q=planted', '/v1/resources', '2xx', ''],
      ['/v1/submissions/0123456789abcdefghjkmnpqrs', '/v1/submissions/:id', '4xx', 'not_found'],
      ['/v1/planted', 'none', '4xx', 'not_found'],
      ['/planted', 'none', '4xx', ''],
      ['/review/sign-in', '/review/sign-in', '5xx', ''],
    ] as const
    for (const [path] of asked) await ask(path, { METRICS })
    expect(points.map(({ blobs }) => blobs)).toEqual(
      asked.map(([, route, status, refused]) => [route, 'GET', status, refused]),
    )
    expect(JSON.stringify(points)).not.toMatch(/planted|0123456789abc/)
    const [, trips = 0, read = 0, written] = points[0]?.doubles ?? []
    expect([trips > 0, read > 0, written]).toEqual([true, true, 0])
  })
})

describe('READ_ONLY', () => {
  const READ_ONLY = CLOSED
  const json = { 'Content-Type': 'application/json', 'CF-Connecting-IP': '2001:db8:0e4d::1' }
  const submission = { method: 'POST', headers: json, body: JSON.stringify(addition('Refused')) }

  it('refuses a submission with the reason and when to come again, and reads on', async () => {
    const refused = await ask('/v1/submissions', { READ_ONLY }, submission)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '600'])
    expect(await refused.json()).toMatchObject({
      code: 'read_only',
      detail: `The registry takes no changes at the moment: ${CLOSED}`,
    })
    const page = await ask('/', { READ_ONLY })
    expect([page.status, (await page.text()).includes(CLOSED)]).toEqual([200, true])
    expect(await health({ READ_ONLY })).toMatchObject({ readOnly: CLOSED })
    for (const off of ['', 'no', ' No '])
      expect(await (await ask('/', { READ_ONLY: off })).text()).not.toContain('takes no changes')
  })

  it('sends nothing by cron, and notes nothing', async () => {
    const before = await rows('select * from jobs, deliveries')
    await runCron({ READ_ONLY, DISCORD_BOT_TOKEN: 'x' })
    expect(await rows('select * from jobs, deliveries')).toEqual(before)
  })

  it.each([
    ['covid-watch add', { about: 'ct' }],
    // Before anything is typed into a form.
    ['covid-data submit', {}],
    ['covid-data submit', { link: 'https://data.org/read-only' }],
  ])('is said in chat: /%s %j', async (path, values) => {
    const body = JSON.stringify(slashCommand(path, values, { permissions: String(1n << 5n) }))
    const answer = await ask(
      '/interactions',
      { READ_ONLY },
      { method: 'POST', body, headers: await signed(body) },
    )
    const { text } = readAnswer(await answer.json())
    expect(text).toBe(`The registry takes no changes at the moment: ${CLOSED}`)
  })

  it('refuses each verb that writes, and no statement of it gets through', async () => {
    await begin()
    const closed = createRegistry(env.DB, { readOnly: CLOSED })
    const open = createRegistry(env.DB)
    const wrote = new Set<string>()
    const slipped: string[] = []
    /** Each call is made to the closed registry first. What the open one then writes, the closed one has refused. */
    const both = new Proxy(open, {
      get(_, name: keyof Registry) {
        const call = (of: Registry) => of[name] as (...input: unknown[]) => unknown
        return async (...input: unknown[]) => {
          if (name === 'startSession') return call(open)(...input)
          const refusal = await Promise.resolve(call(closed)(...input)).catch((fault: unknown) => fault)
          const before = open.countQueries().rowsWritten
          try {
            return await call(open)(...input)
          } finally {
            if (open.countQueries().rowsWritten > before) {
              wrote.add(name)
              if (!(refusal instanceof RegistryError && refusal.code === 'read_only')) slipped.push(name)
            }
          }
        }
      },
    })
    await useRegistry(both)
    const slug = 'covid-ct'
    const pending = await sent(both, addition('Pending'))
    await both.editSubmission(SENDER, pending.reference, { version: 1, resource: { name: 'Edited' } })
    const [mail] = await rows<{ token: string }>('select token from mail_addresses')
    await both.confirmMail(mail?.token ?? '')
    await both.stopMail(mail?.token ?? '')
    await env.DB.prepare("update submissions set created_at = '2020' where state = 'pending'").run()
    await both.queueReminder()
    const [candidate] = (await both.listCandidates(ANNA, { state: 'offered', size: 1 })).items
    await both.declineCandidate(ANNA, candidate?.id ?? 0, 'No images.')
    await env.DB.prepare("update candidates set state = 'offered'").run()
    await both.takeUpCandidate(ANNA, candidate?.id ?? 0)
    const { id } = await both.saveDraft(SENDER, A_DRAFT)
    await both.discardDraft(SENDER, id)
    const [last] = (await both.listChanges({ slug, size: 1 })).items
    await both.revertChange(ANNA, last?.sequence ?? 0, last?.version ?? 0, 'Wrong.')
    await both.revertAll('console', { by: discordIdOf(ANNA), since: '2020-01-01T00:00:00.000Z' }, true)
    await both.redactResource(ANNA, slug, { version: 1, reason: 'A patient.' })
    await env.DB.prepare("update deliveries set state = 'dead' where id = 1").run()
    await both.retryDelivery(ANNA, 1)
    await both.addMaintainer('console', discordIdOf(BERT), 'Bert')
    const proposal = await both.removeMaintainer(ANNA, discordIdOf(BERT))
    await both.addMaintainer('console', '900000000000000003', 'Carla')
    await both.confirmProposal(
      { kind: 'discord', discordId: '900000000000000003', name: 'Carla' },
      proposal?.id ?? 0,
    )
    const dora = { kind: 'discord', discordId: '900000000000000004', name: 'Dora' } as const
    await both.saveDraft(dora, A_DRAFT)
    await both.eraseSelf(dora)
    await both.erasePerson({ discordId: discordIdOf(SENDER) })
    await both.noteProposed(1, 'dead')
    await both.recordUpstream([{ resourceId: 1, before: null }])
    await both.noteRun('daily')
    await both.addRowsUsed({ read: 1, written: 1 })
    expect(slipped).toEqual([])
    expect(closed.countQueries().rowsWritten).toBe(0)
    const reads =
      /^(?:get|list|find|compare|resolve|cite|preview|count|withEdition$|renewTime$|admit$|reviewSubmission$|startSession$|endSession$)/
    const writing = Object.keys(open).filter((name) => !reads.test(name))
    expect(writing.filter((name) => !wrote.has(name))).toEqual([])
  })
})
