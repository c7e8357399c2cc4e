// HTML, made on the server: everything works without JavaScript, and nothing is loaded from elsewhere.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import type { AppEnv } from '../env.ts'
import { aboutPages } from './about/index.tsx'
import { icon } from './assets/icon.ts'
import { script } from './assets/script.ts'
import { stylesheet } from './assets/stylesheet.ts'
import type { DescribeApi } from './docs/document.ts'
import { docs } from './docs/index.tsx'
import { answerFailure, failurePage, notAllowed } from './failure.tsx'
import { historyPages } from './history/index.tsx'
import type { PageRoute } from './page-route.ts'
import { resourcePages } from './resource/index.ts'
import { review } from './review/index.ts'
import { ownForms, protect } from './security.ts'
import { submissionPages } from './submission/index.tsx'
import { submitting } from './submit/index.ts'
import { tablePages } from './table/index.tsx'

/** The pages; `describeApi` gives the OpenAPI document, which is made in another room. */
export function pages(describeApi: DescribeApi): Hono<AppEnv> {
  const web = new Hono<AppEnv>()
  web.onError(answerFailure)
  const all: readonly PageRoute[] = [
    ...tablePages,
    ...resourcePages,
    ...historyPages,
    ...aboutPages,
    ...submitting,
    ...submissionPages,
    { path: '/docs', get: docs(describeApi) },
    ...review,
  ]
  for (const { path, get, post } of all) {
    const allow = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])].join(', ')
    if (get) web.get(path, protect, get)
    if (post) web.post(path, protect, ownForms, limitForm, post)
    web.all(path, protect, (c) => notAllowed(c, allow))
  }
  for (const file of [stylesheet, script, icon])
    web.get(file.path, etag(), file.answer).all(file.path, (c) => refuse(c))
  return web
}

const limitForm = bodyLimit({
  maxSize: 64 * 1024,
  onError: (c) => failurePage(c, { status: 413, message: 'What a form sends has at most 64 KiB.' }),
})

const refuse = (c: Context<AppEnv>) =>
  c.text(`This address takes GET and HEAD, not ${c.req.method}.\n`, 405, { Allow: 'GET, HEAD' })
