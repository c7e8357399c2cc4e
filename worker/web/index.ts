// The pages are rendered on the server. They work without JavaScript and load nothing from other sites.

import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../env.ts'
import { limitReads } from '../http/limit-reads.ts'
import { aboutPages } from './about/index.tsx'
import { comparePages } from './compare/index.ts'
import { docs } from './docs/page.tsx'
import { answerFailure, failurePage, notAllowed } from './failure.tsx'
import { historyPages } from './history/index.tsx'
import type { PageRoute } from './page-route.ts'
import { missingPicture } from './preview/missing-picture.ts'
import { privacyPages } from './privacy/index.tsx'
import { resourcePages } from './resource/index.ts'
import { review } from './review/index.ts'
import { protect, refuseForeignForms } from './security.ts'
import { submissionPages } from './submission/index.tsx'
import { submitPages } from './submit/index.ts'
import { tablePages } from './table/index.tsx'

export function pages(): Hono<AppEnv> {
  const web = new Hono<AppEnv>()
  web.onError(answerFailure)
  const all: readonly PageRoute[] = [
    ...tablePages,
    ...resourcePages,
    ...comparePages,
    ...historyPages,
    ...aboutPages,
    ...privacyPages,
    ...submitPages,
    ...submissionPages,
    { path: '/docs', get: docs },
    missingPicture,
    ...review,
  ]
  for (const { path, get, post } of all) {
    const allow = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])].join(', ')
    if (get) web.get(path, protect, limitReads, get)
    if (post) web.post(path, protect, refuseForeignForms, limitForm, post)
    web.all(path, protect, (c) => notAllowed(c, allow))
  }
  return web
}

const limitForm = bodyLimit({
  maxSize: 256 * 1024,
  onError: (c) => failurePage(c, { status: 413, message: 'What a form sends has at most 256 KiB.' }),
})
