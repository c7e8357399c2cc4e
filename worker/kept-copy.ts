// Public answers as they last were, for when D1 fails. The Cache API keeps them at each of Cloudflare's places apart, and on a
// domain of one's own alone: on workers.dev it keeps nothing. `stale-if-error` would not do: an old page has to say how old
// it is.

import type { Context } from 'hono'
import { withTimeout } from '../bot/timeout.ts'
import { RegistryError } from '../schema/errors.ts'
import type { AppEnv } from './env.ts'
import { runAfterResponse } from './http/run-after-response.ts'
import { logFault } from './log.ts'
import { momentText } from './web/parts/moment.tsx'

/** The quota of a day may be spent until midnight. */
const KEPT_SECONDS = 24 * 60 * 60
/** A page that waited for D1 has waited long. */
const TIME_LIMIT_MS = 1000
const KEPT_AT = 'X-Kept-At'
const MAIN = '<main id="main" tabindex="-1">'

/** Keeps what was just answered; or, where D1 failed, answers with what was kept. */
export async function keepOrAnswerKept(c: Context<AppEnv>): Promise<void> {
  if (c.req.method !== 'GET') return
  if (isDatabaseFault(c.error)) {
    const finding = findKept(c).catch((fault: unknown) => logKeeping(c, fault))
    const kept = await withTimeout(finding, TIME_LIMIT_MS)
    if (kept) c.res = kept
    return
  }
  const { status, headers } = c.res
  if (status === 200 && isKeepable(headers)) {
    const copy = copyOf(c.res.clone())
    const key = keyOf(c, isPage(headers) ? 'page' : acceptedBy(c))
    runAfterResponse(
      c,
      caches.default.put(key, copy).catch((fault: unknown) => logKeeping(c, fault)),
    )
  }
  // What was removed since must not come back.
  if (status === 404 || status === 410)
    runAfterResponse(
      c,
      Promise.all(keysOf(c).map((key) => caches.default.delete(key))).then(
        () => {},
        (fault: unknown) => logKeeping(c, fault),
      ),
    )
}

const isDatabaseFault = (fault: Error | undefined): boolean =>
  fault instanceof RegistryError && fault.code === 'unavailable' && fault.cause !== undefined

/** Answers for everybody; a download is too large to be kept of each choice of filters. */
const isKeepable = (headers: Headers): boolean =>
  /^public\b/.test(headers.get('Cache-Control') ?? '') && !headers.has('Content-Disposition')

const isPage = (headers: Headers): boolean => headers.get('Content-Type')?.startsWith('text/html') ?? false

const acceptedBy = (c: Context<AppEnv>): string => c.req.header('Accept') ?? '*/*'

const keysOf = (c: Context<AppEnv>) => [keyOf(c, 'page'), keyOf(c, acceptedBy(c))]

/** A deployment has copies of its own, so that a new one leaves all earlier ones behind. */
function keyOf(c: Context<AppEnv>, form: string): string {
  const { pathname, search } = new URL(c.req.url)
  return `https://kept.invalid/${c.env.VERSION.id}/${encodeURIComponent(form)}${pathname}${search}`
}

function copyOf(answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.delete('Vary')
  headers.delete('Set-Cookie')
  headers.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
  headers.set(KEPT_AT, new Date().toISOString())
  return new Response(answer.body, { headers })
}

async function findKept(c: Context<AppEnv>): Promise<Response | undefined> {
  for (const key of keysOf(c)) {
    const kept = await caches.default.match(key)
    const keptAt = kept?.headers.get(KEPT_AT) ?? ''
    const age = Math.round((Date.now() - Date.parse(keptAt)) / 1000)
    if (!kept || !(age <= KEPT_SECONDS)) continue
    const headers = new Headers(kept.headers)
    headers.set('Cache-Control', 'no-store')
    headers.set('Age', String(Math.max(age, 0)))
    const notice = `<p class="notice warning" role="status">The database does not answer. This page is as it was on ${momentText(keptAt)}.</p>`
    const body = isPage(headers) ? (await kept.text()).replace(MAIN, `${MAIN}${notice}`) : kept.body
    return new Response(body, { headers })
  }
  return undefined
}

const logKeeping = (c: Context<AppEnv>, fault: unknown): undefined => {
  logFault(fault, { requestId: c.get('requestId'), at: 'keeping a copy' })
}
