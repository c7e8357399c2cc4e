import { type Context, Hono, type HonoRequest } from 'hono'
import { requestId } from 'hono/request-id'
import { once } from '../schema/once.ts'
import type { Registry } from '../schema/verbs/registry.ts'
import type { Job } from '../schema/vocabulary.ts'
import { api } from './api/index.ts'
import { interactions } from './discord/interactions.ts'
import type { AppEnv, Env } from './env.ts'
import { baseOf } from './http/base.ts'
import { openSession, sendBookmark } from './http/bookmark.ts'
import { isWithinBurst } from './http/bursts.ts'
import { emptyCache } from './http/empty-cache.ts'
import { outsideOf } from './http/outside.ts'
import { afterResponse, type Execution, runAfterResponse } from './http/run-after-response.ts'
import { withoutTrailingSlash } from './http/trailing-slash.ts'
import { DAILY, runDaily } from './jobs/daily.ts'
import { AFTER_COMMIT, type Bounds, deliverDue, EVERY_MINUTE } from './jobs/deliver.ts'
import { HOURLY, HOURLY_REQUESTS, runHourly } from './jobs/hourly.ts'
import { keepOrAnswerKept } from './kept-copy.ts'
import { logFault } from './log.ts'
import { recordRequest } from './metrics.ts'
import { createRegistry } from './registry/index.ts'
import { countRows, reportRows } from './rows-used.ts'
import { openSenders } from './senders.ts'
import { isDiscoveringIn, readOnlyIn, registrySettings, reviewMessages } from './settings.ts'
import { answerMissing } from './web/failure.tsx'
import { pages } from './web/index.ts'

// Short enough to be read out on a phone; never the caller's own, which could imitate another request's.
const shortId = () => crypto.randomUUID().slice(0, 8)

/** Discord does not send bookmarks back; harvesters and assistants read by POST. */
const isWrite = ({ method, path }: HonoRequest) =>
  (method === 'POST' || method === 'PATCH') && !/^\/(interactions|oai|mcp)\b/.test(path)

/** What every request goes through, and what answers where no route does. */
function frame(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.use(requestId({ generator: shortId, headerName: '' }))
  routes.use(async (c, next) => {
    const began = Date.now()
    const session = openSession(c)
    const sending = sendingAfter(c)
    const registry: Registry = createRegistry(session, {
      ...registrySettings(c.env, c.get('requestId')),
      base: baseOf(c),
      onRows: countRows,
      admit: (key) => isWithinBurst(c.env.SUBMISSION_BURST, key, c.get('requestId')),
      onDelivery: () => sending.add(registry),
      onPublish: () => emptyCache(afterResponse(c), c.get('requestId')),
    })
    c.set('registry', registry)
    await next()
    await keepOrAnswerKept(c)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Strict-Transport-Security', 'max-age=15552000')
    sending.begin()
    afterResponse(c)?.waitUntil(reportRows(c.env, registry, onBackgroundFault('counting rows')))
    if (isWrite(c.req)) sendBookmark(c, session)
    recordRequest(c, began)
  })

  routes.notFound((c) => withoutTrailingSlash(c) ?? answerMissing(c))

  routes.onError((fault, c) => {
    logFault(fault, { requestId: c.get('requestId'), at: `${c.req.method} ${c.req.path}` })
    return c.text(`Something went wrong on our side. Request ${c.get('requestId')}.`, 500)
  })
  return routes
}

export const chat = frame().route('/interactions', interactions)

/** Hundreds of routes, which commands do without: they are mounted, and sorted by Hono, for the first that asks for one. */
export const pagesAndApi = once(() => {
  const routes = frame()
  // Before the API, whose headers apply to every route after it.
  routes.route('/', pages())
  return routes.route('/', api())
})

export const app = new Hono<AppEnv>().all('*', (c) => {
  const { raw, method, path } = c.req
  const routes = method === 'POST' && path === '/interactions' ? chat : pagesAndApi()
  return routes.fetch(raw, c.env, afterResponse(c))
})

/** Runs the outbox once after the answer, for everything committed before it, and again after each later commit. */
function sendingAfter(c: Context<AppEnv>) {
  let send: (() => void) | undefined
  let isAnswered = false
  return {
    add(registry: Registry) {
      send = () => runAfterResponse(c, deliver(c.env, registry, AFTER_COMMIT))
      if (isAnswered) send()
    },
    begin() {
      isAnswered = true
      send?.()
    },
  }
}

/** Runs the outbox if there is a bot token, or mail. Never throws. */
export async function deliver(env: Env, registry: Registry, bounds: Bounds): Promise<void> {
  // What is sent has to be noted, or it would be sent again.
  if (readOnlyIn(env) !== undefined) return
  const senders = openSenders(env, reviewMessages(env, shortId()))
  if (!senders) return
  const onFault = (fault: unknown) => {
    const id = shortId()
    logFault(fault, { requestId: id, at: 'delivering' }, [env.DISCORD_BOT_TOKEN?.trim() ?? ''])
    return id
  }
  await deliverDue({ registry, ...senders, bounds, onFault })
}

const JOB_OF: { readonly [cron: string]: Job } = { [DAILY]: 'daily', [HOURLY]: 'hourly' }

/** Runs what a cron expression is for. Never throws. An expression of the host's own runs the outbox. */
export async function runCron(env: Env, cron: string, now: Date, execution: Execution): Promise<void> {
  const job = JOB_OF[cron] ?? 'outbox'
  const onFault = onBackgroundFault(job)
  const settings = registrySettings(env, shortId())
  const registry = createRegistry(env.DB, {
    ...settings,
    onRows: countRows,
    onPublish: () => emptyCache(execution, shortId()),
  })
  const isReadOnly = settings.readOnly !== undefined
  switch (job) {
    case 'daily':
      await runDaily({ d1: env.DB, bucket: env.BACKUPS, now, isReadOnly, onFault })
      break
    case 'hourly':
      if (!isReadOnly)
        await runHourly({
          ...{ registry, outside: outsideOf(env, HOURLY_REQUESTS), now, onFault },
          isDiscovering: isDiscoveringIn(env, shortId()),
        })
      break
    case 'outbox':
      await deliver(env, registry, EVERY_MINUTE)
  }
  if (!isReadOnly) await registry.noteRun(job).catch(onFault)
  await reportRows(env, registry, onFault)
}

const onBackgroundFault = (at: string) => (fault: unknown) => logFault(fault, { requestId: shortId(), at })
