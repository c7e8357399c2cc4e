// One data point of Analytics Engine for each request, where METRICS is bound. It has no value of a person: the route is
// the pattern of its address, and what was refused is a code.
//
// blob1 route, blob2 method, blob3 status class, blob4 what was refused; double1 milliseconds until the answer began,
// double2 trips to D1, double3 rows read, double4 rows written. What a download reads after it began is not in its point.

import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import { RegistryError } from '../schema/errors.ts'
import { Refusal } from './api/problem.ts'
import type { AppEnv } from './env.ts'
import { logFault } from './log.ts'

/** Analytics Engine takes an index of at most 96 bytes. */
const LONGEST_INDEX = 96

/** Writes the point of a request that was answered. `began` is in milliseconds. Never throws: the answer is made. */
export function recordRequest(c: Context<AppEnv>, began: number): void {
  const { METRICS } = c.env
  if (!METRICS) return
  const { trips, rowsRead, rowsWritten } = c.get('registry').countQueries()
  const route = routeOf(c)
  try {
    METRICS.writeDataPoint({
      indexes: [route],
      blobs: [route, c.req.method, `${Math.floor(c.res.status / 100)}xx`, refusedIn(c.error)],
      doubles: [Date.now() - began, trips, rowsRead, rowsWritten],
    })
  } catch (fault) {
    logFault(fault, { requestId: c.get('requestId'), at: 'METRICS' })
  }
}

/** "/r/:slug"; "none" for an address that has no route. Middleware has patterns with an asterisk. */
function routeOf(c: Context<AppEnv>): string {
  const route = matchedRoutes(c).find(({ path }) => !path.endsWith('*'))
  return (route?.path.replaceAll(/\{[^}]*\}/g, '') ?? 'none').slice(0, LONGEST_INDEX)
}

function refusedIn(fault: Error | undefined): string {
  if (fault instanceof RegistryError) return fault.details.conflict ?? fault.code
  if (fault instanceof Refusal) return fault.code
  return fault ? 'fault' : ''
}
