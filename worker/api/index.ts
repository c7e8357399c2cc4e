// JSON in, JSON out; and every other form of what there is.

import { Hono } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv } from '../env.ts'
import { BOOKMARK_HEADER } from '../http/bookmark.ts'
import { limitBody } from './body.ts'
import { openApi } from './document/openapi.ts'
import { mount, type Operation } from './operation.ts'
import { aboutOperations } from './operations/about.ts'
import { citationOperations } from './operations/citations.ts'
import { decisionOperations } from './operations/decisions.ts'
import { downloadOperations } from './operations/downloads.ts'
import { harvestOperations } from './operations/harvest.ts'
import { lineageOperations } from './operations/lineage.ts'
import { registryOperations } from './operations/registry-lists.ts'
import { resourceOperations } from './operations/resources.ts'
import { submissionOperations } from './operations/submissions.ts'
import { answerProblem } from './problem.ts'

const described: readonly Operation[] = [
  ...resourceOperations,
  ...downloadOperations,
  ...registryOperations,
  ...lineageOperations,
  ...citationOperations,
  ...submissionOperations,
  ...decisionOperations,
  ...harvestOperations,
]

/** Every operation there is, in the order in which the document tells of them. */
export const operations: readonly Operation[] = [...described, ...aboutOperations(describeApi)]

/** The OpenAPI document; `base` is where the API answers, empty where that is not known. */
export function describeApi(base: string): Readonly<Record<string, unknown>> {
  return openApi(operations, base)
}

export const api = new Hono<AppEnv>()

api.onError(answerProblem)

// Open to pages from anywhere: the one cookie says only how recent an answer must be, so a page can do no more than its
// reader's keys allow.
api.use(async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*')
  c.header(
    'Access-Control-Expose-Headers',
    `ETag, Link, Location, Retry-After, WWW-Authenticate, Content-Disposition, ${BOOKMARK_HEADER}`,
  )
  await next()
})
api.use('/v1/submissions/*', async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
})
api.use(limitBody)

mount(api, operations)

api.all('/v1/*', (c) => {
  throw new RegistryError('not_found', `There is nothing at ${c.req.path.slice(0, 100)}.`)
})
