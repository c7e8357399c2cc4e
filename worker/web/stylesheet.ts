// The one stylesheet of all pages. Its address carries a hash of the text, so it is kept for good and never stale.

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import contents from './docs/contents.css'
import docs from './docs/docs.css'
import base from './style/base.css'
import frame from './style/frame.css'

const CSS = base + frame + docs + contents

const FOR_GOOD = 'public, max-age=31536000, immutable'
const FOR_A_MINUTE = 'public, max-age=60'

let hash: string | undefined

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function styleAddress(): Promise<string> {
  hash ??= await hashOf(CSS)
  return `/style.css?v=${hash}`
}

/** While a deployment spreads, a page may ask for a text that is not this one: it gets this one, and keeps it shortly. */
export async function answerStyle(c: Context<AppEnv>): Promise<Response> {
  const isThisOne = (await styleAddress()).endsWith(`?v=${c.req.query('v')}`)
  return c.body(CSS, 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': isThisOne ? FOR_GOOD : FOR_A_MINUTE,
    'X-Content-Type-Options': 'nosniff',
  })
}
