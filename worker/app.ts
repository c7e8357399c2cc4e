import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { api } from './api/index.ts'
import { interactions } from './discord/interactions.ts'
import type { AppEnv } from './env.ts'
import { logFault } from './log.ts'
import { createRegistry } from './registry/index.ts'
import { registrySettings } from './settings.ts'

export const app = new Hono<AppEnv>()

// Short enough to be read out from a phone; never the caller's own, which could be made to look like another's.
app.use(requestId({ generator: () => crypto.randomUUID().slice(0, 8), headerName: '' }))
app.use(async (c, next) => {
  c.set('registry', createRegistry(c.env.DB, registrySettings(c.env, c.get('requestId'))))
  await next()
})

app.route('/interactions', interactions)
app.route('/v1', api)

/** Whether the Worker answers and its database is there and migrated. */
app.get('/healthz', async (c) => {
  await c.get('registry').suggestResources('', 1)
  return c.json({ status: 'ok' })
})

app.notFound((c) => c.text('There is nothing at this address.', 404))

app.onError((fault, c) => {
  logFault(fault, { requestId: c.get('requestId'), at: `${c.req.method} ${c.req.path}` })
  return c.text(`Something went wrong on our side. Request ${c.get('requestId')}.`, 500)
})
