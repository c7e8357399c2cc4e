// The headers and the error responses of operations in the document.

import { BOOKMARK_HEADER } from '../../http/bookmark.ts'
import { TITLES } from '../../http/status.ts'
import type { Operation } from '../operation.ts'
import type { Json } from './json-schema.ts'

const HEADERS = {
  ETag: { description: 'Tells this answer from any other: for `If-None-Match`.', required: true },
  Link: { description: 'Where the next page, or the other forms, are to be found (RFC 8288).' },
  Location: { description: 'Its address.', required: true },
  'Content-Disposition': { description: 'A name for the file.', required: true },
  'Retry-After': { description: 'In how many seconds a repetition may succeed.', required: true },
  'Accept-Encoding': {
    description: 'The encoding that a body may have, where a compressed one was refused.',
  },
  'WWW-Authenticate': { description: 'That a token is wanted.', required: true },
  [BOOKMARK_HEADER]: { description: 'Send it along with a read that must not be older than this write.' },
} as const
type Header = keyof typeof HEADERS

const headers = (names: readonly Header[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

export const headerComponents = (): Json =>
  Object.fromEntries(
    Object.entries(HEADERS).map(([name, header]) => [name, { ...header, schema: { type: 'string' } }]),
  )

/** The headers of an operation's success response. */
export function headersOf({ answer, method, path }: Operation): Json {
  const isWrite = method !== 'GET' && path.startsWith('/v1/')
  const caching: readonly Header[] = answer.isCacheable ? ['ETag'] : []
  const writing: readonly Header[] = isWrite ? [BOOKMARK_HEADER] : []
  return headers([...caching, ...(answer.headers ?? []), ...writing])
}

type Refusal = Operation['refusals'][number] | (typeof EVERYWHERE)[number]

/** Every operation may answer with these statuses. */
const EVERYWHERE = [406, 429] as const

const REFUSALS: Readonly<Record<Refusal | 500, string>> = {
  400: 'The query, a header, a cursor or the JSON is malformed; `problems` names what is at fault.',
  401: 'There is no token, or not a valid one.',
  403: 'A maintainer has blocked the sender.',
  404: 'There is nothing here, or nothing that you may see.',
  406: 'Nothing that there is fits `Accept`.',
  409: 'It collides with how things stand: a duplicate, a newer version, a decision made. `code` says which.',
  413: 'The body is over 64 KiB.',
  415: 'The body has another media type, or is compressed.',
  422: 'The body is well-formed, and what it says cannot be taken; `problems` names every field at fault.',
  429: 'Too much at once, or in a day.',
  500: 'Something went wrong on our side; `requestId` helps us to find out what.',
  503: 'The registry is not set up for this.',
}
const STATUSES = Object.keys(REFUSALS).map(Number) as (keyof typeof REFUSALS)[]

const OWN_HEADERS: { readonly [Status in keyof typeof REFUSALS]?: readonly Header[] } = {
  401: ['WWW-Authenticate'],
  415: ['Accept-Encoding'],
  429: ['Retry-After'],
}

/** "BadRequest" */
const nameOf = (status: keyof typeof REFUSALS): string => TITLES[status].replaceAll(' ', '')

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

export const responseComponents = (): Json => ({
  Page: {
    description: 'The page for people, for a caller who likes HTML best.',
    headers: headers(['Location']),
  },
  NotModified: {
    description: 'You have it already.',
    headers: headers(['ETag']),
  },
  ...Object.fromEntries(
    STATUSES.map((status) => [
      nameOf(status),
      {
        description: REFUSALS[status],
        ...(OWN_HEADERS[status] && { headers: headers(OWN_HEADERS[status]) }),
        content: PROBLEM,
      },
    ]),
  ),
})

const refer = (name: string): Json => ({ $ref: `#/components/responses/${name}` })

/** The other responses of an operation, by status. */
export function otherResponses({ answer, refusals }: Operation): Json {
  const statuses: readonly Refusal[] = [...refusals, ...EVERYWHERE]
  return {
    ...(answer.hasPage && { 303: refer('Page') }),
    ...(answer.isCacheable && { 304: refer('NotModified') }),
    ...Object.fromEntries(statuses.map((status) => [status, refer(nameOf(status))])),
    default: refer(nameOf(500)),
  }
}
