import type { Context } from 'hono'
import Negotiator from 'negotiator'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'

/** The offered media type that the caller prefers, or the first. Throws `not_acceptable` where none fits. */
export function negotiate(c: Context<AppEnv>, offered: readonly string[]): string {
  const accept = c.req.header('Accept')
  const best = new Negotiator({ headers: { accept } }).mediaType([...offered])
  if (best !== undefined) return best
  const types = offered.map((type) => type.split(';')[0])
  throw new Refusal('not_acceptable', `What there is: ${[...new Set(types)].join(', ')}.`)
}
