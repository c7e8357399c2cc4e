// Failure pages: each names the failure and the next step.

import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv } from '../env.ts'
import { type FailureStatus, statusOf, TITLES } from '../http/status.ts'
import { logFault } from '../log.ts'
import { answerPrivate } from './page.tsx'
import { protect } from './security.ts'

/** What failed, in the words of a reader. */
const HEADINGS: { readonly [Status in FailureStatus]: string } = {
  ...TITLES,
  400: 'This address has a mistake',
  401: 'Please sign in',
  403: 'Not allowed',
  404: 'Page not found',
  405: 'This does not work here',
  409: 'It has changed',
  413: 'Too much data',
  422: 'Please check what you entered',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Please try again later',
}

/** The advice of a failure page, by status. */
const ADVICE: { readonly [Status in FailureStatus]?: string } = {
  404: 'The address may be mistyped, or the page may have moved. Search for the data set instead.',
  405: 'Go back to the page that you came from, and try again there.',
  409: 'Somebody else changed this first. Go back, reload the page, and look at it again.',
  429: 'Your text is not lost: go back, wait a minute, and send it again.',
  500: 'The log has the cause under this number. Please try again.',
}

interface Failure {
  readonly status: FailureStatus
  readonly message: string
  readonly headers?: { readonly [name: string]: string }
  /** Prefills the search field of the page. */
  readonly search?: string | undefined
}

export const failurePage = (
  c: Context<AppEnv>,
  { status, message, headers, search }: Failure,
): Promise<Response> =>
  answerPrivate(
    c,
    {
      title: HEADINGS[status],
      description: message,
      main: (
        <section class="failure">
          <h1>{HEADINGS[status]}</h1>
          <p class="lead">{message}</p>
          {ADVICE[status] !== undefined && <p>{ADVICE[status]}</p>}
          <search>
            <form action="/">
              <label for="q">Search the data sets</label>
              <input id="q" name="q" type="search" autocomplete="off" value={search} />
              <button type="submit">Search</button>
            </form>
          </search>
        </section>
      ),
    },
    status,
    headers,
  )

/** Why a form was refused, to be said beside it: without the person or a database there is no form to show again. */
export const isFormProblem = (fault: unknown): fault is RegistryError =>
  fault instanceof RegistryError && !['not_found', 'unauthenticated', 'unavailable'].includes(fault.code)

/** Answers a registry error with its message. Anything else is a bug: it is logged, and the page has only its number. */
export function answerFailure(fault: unknown, c: Context<AppEnv>): Response | Promise<Response> {
  const requestId = c.get('requestId')
  const log = () => logFault(fault, { requestId, at: `${c.req.method} ${c.req.path}` })
  if (fault instanceof RegistryError) {
    if (fault.cause !== undefined) log()
    const { retryAfter } = fault.details
    return failurePage(c, {
      // A faulty address is 400: 422 is for a form that a reader can fill in again.
      status: fault.code === 'invalid' && c.req.method === 'GET' ? 400 : statusOf(fault.code),
      message: fault.message,
      headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
    })
  }
  // Hono throws this where `csrf` refuses a form of another site.
  if (fault instanceof Error && 'status' in fault && fault.status === 403)
    return failurePage(c, {
      status: 403,
      message: 'This form came from another site, so nothing was done.',
    })
  log()
  return failurePage(c, { status: 500, message: `The fault is on our side. Its number is ${requestId}.` })
}

export const notAllowed = (c: Context<AppEnv>, allow: string): Promise<Response> =>
  failurePage(c, {
    status: 405,
    message: `This address takes ${allow}, not ${c.req.method}.`,
    headers: { Allow: allow },
  })

/** Whether a browser asks: browsers accept HTML by name, programs accept anything. */
const wantsPage = (c: Context<AppEnv>): boolean => /\btext\/html\b/i.test(c.req.header('Accept') ?? '')

/** Answers a path without a route, which no route's middleware has run for. */
export async function answerMissing(c: Context<AppEnv>): Promise<Response> {
  const message = 'There is no page at this address.'
  if (!wantsPage(c)) return c.text(message, 404)
  await protect(c, async () => {
    c.res = await failurePage(c, { status: 404, message })
  })
  return c.res
}
