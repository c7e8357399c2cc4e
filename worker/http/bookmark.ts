// Reads come from the nearest replica of D1, writes go to the primary. The answer to a write carries a bookmark, and a
// read with it is never older than that write (D1 Sessions API). A program sends the header back; a browser sends the
// cookie, which gives no access to anything.

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../env.ts'

export const BOOKMARK_HEADER = 'X-D1-Bookmark'
const COOKIE = 'bookmark'
/** Replicas lag by seconds. */
const COOKIE_SECONDS = 300
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/

/** What a registry asks of its database, and where the primary is by then. */
export type Session = Pick<D1DatabaseSession, 'prepare' | 'batch' | 'getBookmark'>

/**
 * A session that may read from a replica, if the request allows it: what that is, an interaction knows once it is parsed, so
 * the session begins with the first query.
 */
export function openSession(c: Context<AppEnv>): Session {
  let begun: D1DatabaseSession | undefined
  const session = () => {
    begun ??= beginSession(c)
    return begun
  }
  return {
    prepare: (query) => session().prepare(query),
    batch: (statements) => session().batch(statements),
    getBookmark: () => begun?.getBookmark() ?? null,
  }
}

/** A malformed bookmark is ignored. */
function beginSession(c: Context<AppEnv>): D1DatabaseSession {
  const bookmark = [c.req.header(BOOKMARK_HEADER), getCookie(c, COOKIE)].find(
    (text) => text !== undefined && BOOKMARK.test(text),
  )
  return c.env.DB.withSession(mayUseReplica(c) ? (bookmark ?? 'first-unconstrained') : 'first-primary')
}

/** The paths of submissions and reviews, where decisions need the latest state. */
const ALWAYS_LATEST = /^\/(v1\/submissions|submissions|review)\b/

/** Harvesters and assistants read by POST. */
const READ_BY_POST = /^\/(oai|mcp)\b/

function mayUseReplica(c: Context<AppEnv>): boolean {
  const { req } = c
  if (c.get('isReading')) return true
  const isRead = req.method === 'GET' || req.method === 'HEAD' || READ_BY_POST.test(req.path)
  return isRead && req.header('Authorization') === undefined && !ALWAYS_LATEST.test(req.path)
}

/** Adds the bookmark of a write to its answer. */
export function sendBookmark(c: Context<AppEnv>, session: Session): void {
  if (c.res.status >= 400) return
  const bookmark = session.getBookmark()
  if (bookmark === null) return
  c.header(BOOKMARK_HEADER, bookmark)
  setCookie(c, COOKIE, bookmark, {
    path: '/',
    maxAge: COOKIE_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}
