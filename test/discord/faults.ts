// What can go wrong on the way to Discord and back, on demand: for tests, and to try by hand.

import * as z from 'zod/mini'

const count = z.int().check(z.minimum(1))

const FAULT = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('latency'), milliseconds: z.number().check(z.minimum(0)) }),
  z.strictObject({
    type: z.literal('rateLimit'),
    /** In seconds, also with a fraction. */
    retryAfter: z.number().check(z.minimum(0)),
    scope: z.optional(z.enum(['user', 'global', 'shared'])),
  }),
  z.strictObject({
    type: z.literal('status'),
    status: z.literal([403, 404, 500, 502, 503]),
    /** Discord's own, such as 50001, in the body of a 403 or 404. */
    code: z.optional(z.int()),
  }),
  /** The connection ends before anything is done. */
  z.strictObject({ type: z.literal('drop') }),
  /** All is done, and the connection ends before the answer comes. */
  z.strictObject({ type: z.literal('loseAnswer') }),
])
export type Fault = z.infer<typeof FAULT>

/** For which requests: of any method where none is said; the path is all of it, `/api/v10` too, without the query. */
interface Where {
  readonly method?: string | undefined
  readonly path: RegExp
}

export const FAULT_REQUEST = z.strictObject({
  method: z.optional(z.string()),
  /** The source of a regular expression. */
  path: z.string(),
  fault: FAULT,
  times: z.optional(count),
})

export interface Faults {
  /** Befalls the next requests that match; of several faults the one that was asked for first. */
  next(where: Where, fault: Fault, times?: number): void
  clear(): void
}

export interface PlannedFaults extends Faults {
  take(method: string, path: string): Fault | undefined
}

export function planFaults(): PlannedFaults {
  let planned: { readonly where: Where; readonly fault: Fault; left: number }[] = []
  return {
    next(where, fault, times = 1) {
      planned.push({ where, fault, left: times })
    },
    clear() {
      planned = []
    },
    take(method, path) {
      const found = planned.find(
        ({ where }) => (where.method ?? method) === method && new RegExp(where.path).test(path),
      )
      if (!found) return undefined
      found.left -= 1
      if (found.left === 0) planned = planned.filter((each) => each !== found)
      return found.fault
    },
  }
}

/** As fetch fails when the connection ends. */
export class Dropped extends TypeError {
  constructor() {
    super('fetch failed', { cause: new Error('other side closed') })
  }
}

/** The answer that takes the place of the usual one, if the fault is of that kind. */
export function faultyAnswer(fault: Fault): Response | undefined {
  if (fault.type === 'rateLimit') return rateLimited(fault)
  if (fault.type !== 'status') return undefined
  const { status, code = 0 } = fault
  if (status === 403 || status === 404 || status === 500)
    return Response.json({ message: `${status}: ${REASONS[status]}`, code }, { status })
  // These come from in front of Discord, in whatever form: to read them as JSON fails.
  const page = `<html><head><title>${status} ${REASONS[status]}</title></head></html>`
  return new Response(page, { status, headers: { 'Content-Type': 'text/html' } })
}

const REASONS = {
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** topics/rate-limits, "Exceeding a rate limit": the header is in whole seconds, the body exact. */
function rateLimited({ retryAfter, scope = 'user' }: Extract<Fault, { type: 'rateLimit' }>): Response {
  const isGlobal = scope === 'global'
  return Response.json(
    {
      message: isGlobal ? 'You are being rate limited globally.' : 'You are being rate limited.',
      retry_after: retryAfter,
      global: isGlobal,
    },
    {
      status: 429,
      headers: {
        'Retry-After': String(Math.ceil(retryAfter)),
        'X-RateLimit-Scope': scope,
        ...(isGlobal && { 'X-RateLimit-Global': 'true' }),
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset-After': String(retryAfter),
        // Without it a client takes the answer for one of Cloudflare's.
        Via: '1.1 google',
      },
    },
  )
}
