import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'
import { anonymousActor } from '../http/anonymous-actor.ts'

/** RFC 6750, 2.1. The names of schemes ignore case (RFC 9110, 11.1). */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i

/** The caller, by token; anonymous without one. Throws `unauthenticated` for a malformed header. */
export function actorOf(c: Context<AppEnv>): Actor {
  const header = c.req.header('Authorization')
  if (header === undefined) return anonymousActor(c)
  const token = BEARER.exec(header)?.[1]
  if (token === undefined)
    throw new RegistryError('unauthenticated', 'The header reads "Authorization: Bearer", then the token.')
  return { kind: 'token', token }
}

/**
 * The caller of an operation for maintainers. Throws `unauthenticated` without a token, before any query, so that a
 * stranger cannot learn from 403 or 404 which references exist.
 */
export function requireMaintainer(c: Context<AppEnv>): Actor {
  const actor = actorOf(c)
  if (actor.kind === 'anonymous')
    throw new RegistryError(
      'unauthenticated',
      'This is for maintainers, who send their token: "Authorization: Bearer", then the token.',
    )
  return actor
}
