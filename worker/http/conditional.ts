// Reads that can be cached, and asked for again at the price of a header (RFC 9110, 13; RFC 9111).

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { BOOKMARK_HEADER } from './bookmark.ts'

/** A minute as it is; for ten more while a new one is fetched (RFC 5861). */
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=600'

export interface Cacheable {
  readonly type: string
  /** What tells one answer from another, the text itself where that is at hand. */
  readonly identity: string
  /** When what it tells of last changed, ISO 8601. */
  readonly changedAt?: string | undefined
  readonly headers?: { readonly [name: string]: string }
}

/** The answer with what it takes to be cached; 304 and without a body where the caller has it already. */
export async function answerCacheable(
  c: Context<AppEnv>,
  { type, identity, changedAt, headers }: Cacheable,
  body: () => string | ReadableStream | Promise<string>,
): Promise<Response> {
  const etag = `"${await digest(identity)}"`
  const lastModified = changedAt === undefined ? undefined : new Date(changedAt).toUTCString()
  const ofCaching = {
    ETag: etag,
    'Cache-Control': CACHE_CONTROL,
    // Who has just written asks with a bookmark, and must not be given what was cached before.
    Vary: `Accept, Cookie, ${BOOKMARK_HEADER}`,
    ...(lastModified !== undefined && { 'Last-Modified': lastModified }),
  }
  // What else describes the answer, the caller has with it already (RFC 9110, 15.4.5).
  if (isFresh(c, etag, lastModified)) return c.body(null, 304, ofCaching)
  return c.body(await body(), 200, { ...headers, ...ofCaching, 'Content-Type': type })
}

/** Where both are given, only the tag counts (RFC 9110, 13.2.2). */
function isFresh(c: Context<AppEnv>, etag: string, lastModified: string | undefined): boolean {
  const tags = c.req.header('If-None-Match')
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(c.req.header('If-Modified-Since') ?? '')
  return lastModified !== undefined && Date.parse(lastModified) <= since
}

/** SHA-256, of which 132 bits are enough to tell answers apart. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}

/** A small answer, which is its own identity. */
export const answerText = (
  c: Context<AppEnv>,
  text: string,
  given: Omit<Cacheable, 'identity'>,
): Promise<Response> => answerCacheable(c, { ...given, identity: `${given.type} ${text}` }, () => text)

export const answerJson = (
  c: Context<AppEnv>,
  value: unknown,
  given: Omit<Cacheable, 'identity' | 'type'> = {},
): Promise<Response> => answerText(c, JSON.stringify(value), { ...given, type: 'application/json' })
