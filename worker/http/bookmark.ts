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

/** A session that may read from a replica, if the request allows it. A malformed bookmark is ignored. */
export function openSession(c: Context<AppEnv>): D1DatabaseSession {
  const bookmark = [c.req.header(BOOKMARK_HEADER), getCookie(c, COOKIE)].find(
    (text) => text !== undefined && BOOKMARK.test(text),
  )
  return c.env.DB.withSession(mayUseReplica(c) ? (bookmark ?? 'first-unconstrained') : 'first-primary')
}

/** The paths of submissions and reviews, where decisions need the latest state. */
const ALWAYS_LATEST = /^\/(v1\/submissions|submissions|review)\b/

function mayUseReplica({ req }: Context<AppEnv>): boolean {
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  return isRead && req.header('Authorization') === undefined && !ALWAYS_LATEST.test(req.path)
}

/** Adds the bookmark of a write to its answer. */
export function sendBookmark(c: Context<AppEnv>, session: D1DatabaseSession): void {
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
