// HTML, made on the server: nothing here needs JavaScript, and nothing is loaded from elsewhere.

import { type Context, type Handler, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { AppEnv } from '../env.ts'
import type { Describe } from './docs/document.ts'
import { docs } from './docs/index.tsx'
import { answerStyle } from './stylesheet.ts'

const refuse = (c: Context<AppEnv>) =>
  c.text(`This address takes GET and HEAD, not ${c.req.method}.\n`, 405, { Allow: 'GET, HEAD' })

/** The pages; `describeApi` gives the OpenAPI document, which is made in another room. */
export function pages(describeApi: Describe): Hono<AppEnv> {
  const web = new Hono<AppEnv>()
  const read = (path: string, answer: Handler<AppEnv>) => web.get(path, etag(), answer).all(path, refuse)
  read('/docs', docs(describeApi))
  read('/style.css', answerStyle)
  return web
}
