import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv } from '../env.ts'

/** Where the registry answers, as the setting says: never from the request, whose Host anyone can choose. */
export const baseOf = (c: Context<AppEnv>): string => c.env.PUBLIC_URL.trim().replace(/\/+$/, '')

/** For what makes no sense with relative addresses. */
export function requireBase(c: Context<AppEnv>): string {
  const base = baseOf(c)
  if (base !== '') return base
  throw new RegistryError(
    'unavailable',
    'This needs the registry’s own address, and PUBLIC_URL does not say it yet.',
  )
}
