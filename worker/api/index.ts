// JSON in, JSON out, below /v1.

import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv } from '../env.ts'
import { limitBody } from './body.ts'
import { changes } from './changes.ts'
import { decisions } from './decisions.ts'
import { refuseOtherMethods } from './methods.ts'
import { answerProblem } from './problem.ts'
import { submissions } from './submissions.ts'

export const api = new Hono<AppEnv>()

api.onError(answerProblem)

// Open to pages from anywhere: there are no cookies, so a page can do no more than its reader's keys allow.
api.use(
  cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
    exposeHeaders: ['Location', 'Retry-After', 'WWW-Authenticate'],
    maxAge: 86_400,
  }),
)
api.use('/submissions/*', async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
})
api.use(limitBody)

api.route('/submissions', submissions)
api.route('/submissions', decisions)
api.route('/changes', changes)

refuseOtherMethods(api)
api.all('*', (c) => {
  throw new RegistryError('not_found', `There is nothing at ${c.req.path.slice(0, 100)}.`)
})
