import type { Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'

/** Refuses, on every path that a method is known for, the others: 405 with the ones there are (RFC 9110, 15.5.6). */
export function refuseOtherMethods(app: Hono<AppEnv>): void {
  const known = app.routes.filter(({ method }) => method !== 'ALL')
  for (const path of new Set(known.map((route) => route.path))) {
    const methods = new Set(known.filter((route) => route.path === path).map((route) => route.method))
    // Hono answers HEAD as GET without the body; the middleware for other origins answers OPTIONS.
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
    app.all(path, (c) => {
      throw new Refusal('method_not_allowed', `This address takes ${allow}, not ${c.req.method}.`, { allow })
    })
  }
}
