// An operation is one method of one address: what it takes, what it answers, and how. Routes and the OpenAPI document
// are both made from the list of them.

import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { AppEnv } from '../env.ts'
import { negotiate } from './negotiation.ts'
import { Refusal } from './problem.ts'

/** A body as the document tells of it: a shape, or only what kind of text it is. */
export type Content = z.ZodMiniType | 'text'

/** The chapters of the document. */
export const GROUPS = {
  Resources: 'What is listed: the table, and each resource in every form.',
  Downloads: 'The whole table, or what its filters admit, as a file.',
  Registry: 'What there is beside: references, changes, releases, counts, and how to cite it.',
  Submissions: 'Anyone may send something in and, with the id that this gives, see it through.',
  Review: 'What maintainers do, by token.',
  Harvest: 'For programs that come again: a feed, a map, OAI-PMH.',
  About: 'The API about itself.',
} as const

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** As OpenAPI writes it: `/v1/resources/{slug}.bib`. A parameter is a part of a path, without dots. */
  readonly path: string
  readonly group: keyof typeof GROUPS
  readonly summary: string
  readonly description?: string
  /** What the parameters of the path are. */
  readonly parts?: { readonly [name: string]: string }
  /** Members are named with their meaning in `QUERY_PARAMETERS`. */
  readonly query?: z.ZodMiniObject
  readonly headers?: readonly 'Idempotency-Key'[]
  readonly body?: { readonly type: string; readonly shape: z.ZodMiniType }
  /** Who may: anyone, where not said. */
  readonly by?: 'maintainer'
  readonly answer: {
    readonly status: 200 | 201
    readonly description: string
    /** By media type. Who accepts none of them is refused with 406. */
    readonly content: { readonly [type: string]: Content }
    /** Other names by which callers ask for the same. */
    readonly alias?: readonly string[]
    /** Beside those of caching. */
    readonly headers?: readonly ('Link' | 'Location' | 'Content-Disposition')[]
    /** That it can be asked for with If-None-Match. */
    readonly isCacheable: boolean
  }
  /** With which statuses it may refuse, beside 406. */
  readonly refusals: readonly (400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503)[]
  /** `accepted` is the media type that the caller likes best of those on offer. */
  readonly handle: (c: Context<AppEnv>, accepted: string) => Response | Promise<Response>
}

/** What a caller from another origin may send along. */
const ALLOWED_HEADERS = 'Authorization, Content-Type, Idempotency-Key, X-D1-Bookmark'

/** Mounts the operations; on each of their paths OPTIONS tells the methods, and others are refused with the same. */
export function mount(app: Hono<AppEnv>, operations: readonly Operation[]): void {
  for (const { method, path, answer, handle } of operations) {
    const offered = [...Object.keys(answer.content), ...(answer.alias ?? [])]
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

/** `/v1/resources/{slug}.bib` as Hono writes it. */
const routeOf = (path: string): string =>
  path.replace(
    /\{(\w+)\}([^/]*)/g,
    (_, name: string, suffix: string) => `:${name}{[^/.]+${suffix.replaceAll('.', '\\.')}}`,
  )

/** A parameter of the path, without what follows it there. */
export const partOf = (c: Context<AppEnv>, name: string): string =>
  (c.req.param(name) ?? '').split('.')[0] ?? ''
