// The registry's Worker, whose answers say in a header what they have asked of D1. Only figures that no clock measures are
// taken of it: times are those of the Worker as it is deployed.

import { Hono } from 'hono'
import { app } from '../../../worker/app.ts'
import type { AppEnv } from '../../../worker/env.ts'
import { COUNTS_HEADER } from '../counts-header.ts'

const counted = new Hono<AppEnv>()
counted.use(async (c, next) => {
  await next()
  const { trips, rowsRead, rowsWritten } = c.get('registry').countQueries()
  c.header(COUNTS_HEADER, [trips, rowsRead, rowsWritten].join(' '))
})
counted.route('/', app)

export default counted
