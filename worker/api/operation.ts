// An operation is one method of one path, with its parameters, responses and handler. Routes and the OpenAPI document
// are both generated from the list of operations.

import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { AppEnv } from '../env.ts'
import { MEDIA_TYPES } from '../formats/media-types.ts'
import type { ANSWERED } from './document/named.ts'
import { negotiate } from './negotiation.ts'
import { Refusal } from './problem.ts'

/** The documented content of an answer: a shape by its name, since the Worker does without the shape, or any text. */
export type Content = keyof typeof ANSWERED | 'text'

/** The tags of the document. */
export const GROUPS = {
  Resources: 'What is listed: the table, and each resource in every form.',
  Downloads: 'The whole table, or what its filters admit, as a file.',
  Registry: 'What there is beside: references, changes, releases, counts, and how to cite it.',
  Submissions: 'Anyone may send something in and, with the id that this gives, see it through.',
  Review: 'What maintainers do, by token.',
  Harvest: 'For programs that come again: a feed, a map, OAI-PMH.',
  Assistants: 'For assistants: the registry as tools, and a map of it in plain text.',
  About: 'The API about itself.',
} as const

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** In OpenAPI's syntax: `/v1/resources/{slug}.bib`. A parameter has no slashes and no dots. */
  readonly path: string
  readonly group: keyof typeof GROUPS
  readonly summary: string
  readonly description?: string
  /** Descriptions of the path parameters. */
  readonly parts?: { readonly [name: string]: string }
  /** `QUERY_PARAMETERS` describes its members. */
  readonly query?: z.ZodMiniObject
  readonly headers?: readonly 'Idempotency-Key'[]
  readonly body?: { readonly type: string; readonly shape: z.ZodMiniType }
  /** Undefined for operations that anyone may call. */
  readonly by?: 'maintainer'
  readonly answer: {
    readonly status: 200 | 201
    readonly description: string
    /** By media type. A caller that accepts none of them gets 406. */
    readonly content: { readonly [type: string]: Content }
    /** Further media types that callers may accept for the same content. */
    readonly alias?: readonly string[]
    /** Whether a caller that prefers HTML is redirected to a page (303). */
    readonly hasPage?: true
    /** Besides the caching headers. */
    readonly headers?: readonly ('Link' | 'Location' | 'Content-Disposition')[]
    /** Whether it supports If-None-Match. */
    readonly isCacheable: boolean
  }
  /** The statuses of its refusals, besides 406 and 429. */
  readonly refusals: readonly (400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 503)[]
  /** `accepted` is the negotiated media type. */
  readonly handle: (c: Context<AppEnv>, accepted: string) => Response | Promise<Response>
}

/** The content of a media type; `json` is the shape for plain JSON. */
export function contentIn(type: string, json: Content): Content {
  if (type === MEDIA_TYPES.json) return json
  if (type === MEDIA_TYPES.csl) return 'Objects'
  return type.startsWith(MEDIA_TYPES.jsonld) ? 'AnyObject' : 'text'
}

/** A 200 in JSON, of what `isCacheable`. */
const answerIn =
  (isCacheable: boolean) =>
  (description: string, shape: Content): Operation['answer'] => ({
    status: 200,
    description,
    content: { [MEDIA_TYPES.json]: shape },
    isCacheable,
  })
export const cachedAnswer = answerIn(true)
export const freshAnswer = answerIn(false)

export const HTML = 'text/html'

/** The request headers that pages of other origins may send. */
const ALLOWED_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, X-D1-Bookmark, MCP-Protocol-Version, Mcp-Method, Mcp-Name'

/** Mounts the operations. OPTIONS lists the methods of a path; any other method gets 405 with that list. */
export function mount(app: Hono<AppEnv>, operations: readonly Operation[]): void {
  for (const { method, path, answer, handle } of operations) {
    const offered = [
      ...Object.keys(answer.content),
      ...(answer.alias ?? []),
      ...(answer.hasPage ? [HTML] : []),
    ]
    app.on(method, routeOf(path), (c) => handle(c, negotiate(c, offered)))
  }
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const methods = operations.filter((operation) => operation.path === path).map(({ method }) => method)
    // Hono answers HEAD as GET without the body.
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
    app.options(routeOf(path), (c) =>
      c.body(null, 204, {
        Allow: allow,
        'Access-Control-Allow-Methods': allow,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Max-Age': '86400',
      }),
    )
    app.all(routeOf(path), (c) => {
      throw new Refusal('method_not_allowed', `This address takes ${allow}, not ${c.req.method}.`, { allow })
    })
  }
}

/** A path in Hono's syntax. */
const routeOf = (path: string): string =>
  path.replace(
    /\{(\w+)\}([^/]*)/g,
    (_, name: string, suffix: string) => `:${name}{[^/.]+${suffix.replaceAll('.', '\\.')}}`,
  )

/** A path parameter, without the suffix after it. */
export const partOf = (c: Context<AppEnv>, name: string): string =>
  (c.req.param(name) ?? '').split('.')[0] ?? ''
