// Caching and conditional requests (RFC 9110, 13; RFC 9111).

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { BOOKMARK_HEADER } from './bookmark.ts'

/** Fresh for a minute, and served for ten more while a new one is fetched (RFC 5861). */
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=600'

export interface Cacheable {
  readonly type: string
  /** Text that differs for different answers: its hash is the ETag. */
  readonly identity: string
  /** When the content last changed, ISO 8601. */
  readonly changedAt?: string | undefined
  readonly headers?: { readonly [name: string]: string }
}

/** The answer with its caching headers; 304 without a body if the caller has it already. */
export async function answerCacheable(
  c: Context<AppEnv>,
  { type, identity, changedAt, headers }: Cacheable,
  body: () => string | ReadableStream | Promise<string>,
): Promise<Response> {
  const etag = `"${await digest(identity)}"`
  const lastModified = lastModifiedOf(changedAt)
  const cachingHeaders = {
    ETag: etag,
    'Cache-Control': CACHE_CONTROL,
    // A caller who has just written sends a bookmark, and must not get an answer cached before the write.
    Vary: `Accept, Cookie, ${BOOKMARK_HEADER}`,
    ...(lastModified !== undefined && { 'Last-Modified': lastModified }),
  }
  // The caller has the other headers with the cached answer (RFC 9110, 15.4.5).
  if (isFresh(c, etag, lastModified)) return c.body(null, 304, cachingHeaders)
  return c.body(await body(), 200, { ...headers, ...cachingHeaders, 'Content-Type': type })
}

/** Undefined within the second of the change, which may see another one (RFC 9110, 8.8.2.2). */
function lastModifiedOf(changedAt: string | undefined): string | undefined {
  if (changedAt === undefined || Date.now() - Date.parse(changedAt) < 1000) return undefined
  return new Date(changedAt).toUTCString()
}

/** If the request has both headers, only the tag counts (RFC 9110, 13.2.2). */
function isFresh(c: Context<AppEnv>, etag: string, lastModified: string | undefined): boolean {
  const tags = c.req.header('If-None-Match')
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(c.req.header('If-Modified-Since') ?? '')
  return lastModified !== undefined && Date.parse(lastModified) <= since
}

/** 132 bits of SHA-256 are enough to distinguish answers. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}

/** A short answer: its text is its identity. */
export const answerText = (
  c: Context<AppEnv>,
  text: string,
  caching: Omit<Cacheable, 'identity'>,
): Promise<Response> => answerCacheable(c, { ...caching, identity: `${caching.type} ${text}` }, () => text)

export const answerJson = (
  c: Context<AppEnv>,
  value: unknown,
  caching: Omit<Cacheable, 'identity' | 'type'> = {},
): Promise<Response> => answerText(c, JSON.stringify(value), { ...caching, type: 'application/json' })
