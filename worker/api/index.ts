// The HTTP API.

import { Hono } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv } from '../env.ts'
import { BOOKMARK_HEADER } from '../http/bookmark.ts'
import { limitReads } from '../http/limit-reads.ts'
import { withoutTrailingSlash } from '../http/trailing-slash.ts'
import { limitBody } from './body.ts'
import { mount, type Operation } from './operation.ts'
import { aboutOperations } from './operations/about.ts'
import { assistantOperations } from './operations/assistants.ts'
import { candidateOperations } from './operations/candidates.ts'
import { citationOperations } from './operations/citations.ts'
import { decisionOperations } from './operations/decisions.ts'
import { downloadOperations } from './operations/downloads.ts'
import { harvestOperations } from './operations/harvest.ts'
import { lineageOperations } from './operations/lineage.ts'
import { lookUpOperations } from './operations/look-up.ts'
import { redactionOperations } from './operations/redactions.ts'
import { registryOperations } from './operations/registry-lists.ts'
import { resourceOperations } from './operations/resources.ts'
import { submissionOperations } from './operations/submissions.ts'
import { answerProblem } from './problem.ts'

/** All operations, in the order of the document. */
export const operations: readonly Operation[] = [
  ...resourceOperations,
  ...downloadOperations,
  ...registryOperations,
  ...lineageOperations,
  ...citationOperations,
  ...lookUpOperations,
  ...submissionOperations,
  ...decisionOperations,
  ...candidateOperations,
  ...redactionOperations,
  ...harvestOperations,
  ...assistantOperations,
  ...aboutOperations,
]

export function api(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.onError(answerProblem)

  // Pages of any origin may call the API: its only cookie sets how recent an answer must be, so a page gains no access.
  routes.use(async (c, next) => {
    c.header('Access-Control-Allow-Origin', '*')
    c.header(
      'Access-Control-Expose-Headers',
      `ETag, Link, Location, Retry-After, Accept-Encoding, WWW-Authenticate, Content-Disposition, ${BOOKMARK_HEADER}`,
    )
    await next()
  })
  for (const path of [
    '/v1/submissions/*',
    '/v1/resources/:slug/redactions',
    '/v1/lookup',
    '/v1/candidates/*',
    '/v1/maintainer-actions',
  ])
    routes.use(path, async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
  routes.use(limitReads)
  routes.use(limitBody)

  mount(routes, operations)

  routes.all('/v1/*', (c) => {
    const redirect = withoutTrailingSlash(c)
    if (redirect) return redirect
    throw new RegistryError('not_found', `There is nothing at ${c.req.path.slice(0, 100)}.`)
  })
  return routes
}
