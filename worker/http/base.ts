import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv, Env } from '../env.ts'

/** The registry's address from the settings, or "". A caller chooses the Host header, so it is not used. */
export const baseOf = (c: Context<AppEnv>): string => baseIn(c.env) ?? ''

export const baseIn = ({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>): string | undefined =>
  PUBLIC_URL.trim().replace(/\/+$/, '') || undefined

/** The base for formats that need absolute addresses. Throws `unavailable` without one. */
export function requireBase(c: Context<AppEnv>): string {
  const base = baseOf(c)
  if (base !== '') return base
  throw new RegistryError(
    'unavailable',
    'This needs the registry’s own address, and PUBLIC_URL does not say it yet.',
  )
}
