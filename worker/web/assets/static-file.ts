// A file that browsers cache forever: its address carries a hash of its text.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'
const ONE_MINUTE = 'public, max-age=60'

export interface StaticFile {
  readonly path: string
  /** With the hash. */
  address(): Promise<string>
  answer(c: Context<AppEnv>): Promise<Response>
}

export function staticFile(path: string, type: string, text: string): StaticFile {
  let hash: string | undefined
  const address = async () => {
    hash ??= await hashOf(text)
    return `${path}?v=${hash}`
  }
  return {
    path,
    address,
    /** While a deployment spreads, a page of another version may ask for its own text; it gets this one for a minute. */
    async answer(c) {
      const isCurrent = (await address()) === `${path}?v=${c.req.query('v')}`
      return c.body(text, 200, {
        'Content-Type': type,
        'Cache-Control': isCurrent ? IMMUTABLE : ONE_MINUTE,
        'X-Content-Type-Options': 'nosniff',
      })
    },
  }
}

export async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
