import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/**
 * Redirects an address that ends in a slash to the same without it; undefined for any other. With 308 a body is sent
 * again by the same method. Slashes at the start are one: two would name another host.
 */
export function withoutTrailingSlash(c: Context<AppEnv>): Response | undefined {
  const { pathname, search } = new URL(c.req.url)
  const path = pathname.replace(/^\/+/, '/').replace(/(?<!^)\/+$/, '')
  return path === '/' || !pathname.endsWith('/') ? undefined : c.redirect(path + search, 308)
}
