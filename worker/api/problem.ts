// Failures as application/problem+json (RFC 9457).

import type { Context } from 'hono'
import { type ErrorDetails, RegistryError } from '../../schema/errors.ts'
import { present } from '../../schema/present.ts'
import type { AppEnv } from '../env.ts'
import { type FailureStatus, statusOf, TITLES } from '../http/status.ts'
import { logFault } from '../log.ts'

/** Refusals of HTTP itself, before the registry is called. */
const REFUSALS = {
  malformed: 400,
  method_not_allowed: 405,
  not_acceptable: 406,
  too_large: 413,
  unsupported_media_type: 415,
} as const

export const REFUSAL_CODES = Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]

/** A failure of HTTP, as `RegistryError` is one of the registry. `message` is a whole sentence. */
export class Refusal extends Error {
  readonly code: keyof typeof REFUSALS
  readonly details: ErrorDetails & { readonly allow?: string; readonly acceptEncoding?: string }

  constructor(code: keyof typeof REFUSALS, message: string, details: Refusal['details'] = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

interface Problem {
  readonly status: FailureStatus
  readonly code: string
  readonly detail: string
  /** Members besides those of every problem. */
  readonly extra: object
  readonly headers: { readonly [name: string]: string }
}

/** A read has no body, so an invalid input of it is a malformed query. */
const isRead = (method: string) => method === 'GET' || method === 'HEAD'

function problemOf(fault: Refusal | RegistryError, method: string): Problem {
  if (fault instanceof RegistryError && fault.code === 'invalid' && isRead(method))
    return problemOf(new Refusal('malformed', fault.message, fault.details), method)
  if (fault instanceof Refusal) {
    const { allow, acceptEncoding, ...extra } = fault.details
    const headers: Problem['headers'] = present({ Allow: allow, 'Accept-Encoding': acceptEncoding })
    return { status: REFUSALS[fault.code], code: fault.code, detail: fault.message, extra, headers }
  }
  const { conflict, ...extra } = fault.details
  // A reused key is a fault of the request, not a conflict with the state of the registry.
  const status = conflict === 'idempotency_key_reused' ? 422 : statusOf(fault.code)
  return {
    status,
    code: conflict ?? fault.code,
    detail: fault.message,
    extra,
    headers: {
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(extra.retryAfter !== undefined && { 'Retry-After': String(extra.retryAfter) }),
    },
  }
}

/**
 * Answers with a problem. A refusal with a cause, as of a failing database, is logged. Anything but the two errors is a bug:
 * it is logged too, and the caller gets its number alone.
 */
export function answerProblem(fault: unknown, c: Context<AppEnv>): Response {
  const requestId = c.get('requestId')
  const isKnown = fault instanceof Refusal || fault instanceof RegistryError
  if (!isKnown || fault.cause !== undefined)
    logFault(fault, { requestId, at: `${c.req.method} ${c.req.path}` }, bearerOf(c.req.header()))
  const { status, code, detail, extra, headers }: Problem = isKnown
    ? problemOf(fault, c.req.method)
    : {
        status: 500,
        code: 'internal',
        detail: `Something went wrong on our side. Request ${requestId}.`,
        extra: {},
        headers: {},
      }
  const body = { type: 'about:blank', title: TITLES[status], status, detail, code, requestId, ...extra }
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  })
}

/** A maintainer's token. */
const bearerOf = ({ authorization = '' }: { readonly authorization?: string }): string[] =>
  authorization.split(' ').slice(1)
