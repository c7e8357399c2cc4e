// Reads come from the nearest replica of D1, writes go to the primary. Whoever has just written is given a bookmark, and
// what they read with it is never older than that (D1 Sessions API). A program sends the header back; a browser does
// it by itself, with a cookie that opens nothing.

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../env.ts'

export const BOOKMARK_HEADER = 'X-D1-Bookmark'
const COOKIE = 'bookmark'
/** Replicas are seconds behind; after this every one of them has long caught up. */
const REMEMBERED_SECONDS = 300
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/

/** A session that answers from a replica where that will do. What looks like no bookmark counts for none. */
export function openSession(c: Context<AppEnv>): D1DatabaseSession {
  const given = [c.req.header(BOOKMARK_HEADER), getCookie(c, COOKIE)].find(
    (text) => text !== undefined && BOOKMARK.test(text),
  )
  return c.env.DB.withSession(mayBeBehind(c) ? (given ?? 'first-unconstrained') : 'first-primary')
}

/** Submissions and maintainers' business, over HTTP or on a page. */
const DECIDED_UPON = /^\/(v1\/submissions|submissions|review)\b/

/** What nobody decides upon. All else is read as it is at this moment. */
function mayBeBehind({ req }: Context<AppEnv>): boolean {
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  return isRead && req.header('Authorization') === undefined && !DECIDED_UPON.test(req.path)
}

/** After a write, says up to where to read from now on. */
export function giveBookmark(c: Context<AppEnv>, session: D1DatabaseSession): void {
  if (c.res.status >= 400) return
  const bookmark = session.getBookmark()
  if (bookmark === null) return
  c.header(BOOKMARK_HEADER, bookmark)
  setCookie(c, COOKIE, bookmark, {
    path: '/',
    maxAge: REMEMBERED_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}
