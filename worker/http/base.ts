import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { AppEnv, Env } from '../env.ts'

/** Where the registry answers, as the setting says: never from the request, whose Host anyone can choose. */
export const baseOf = (c: Context<AppEnv>): string => baseIn(c.env) ?? ''

/** The same of the settings; undefined where they do not say. */
export const baseIn = ({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>): string | undefined =>
  PUBLIC_URL.trim().replace(/\/+$/, '') || undefined

/** For what makes no sense with relative addresses. */
export function requireBase(c: Context<AppEnv>): string {
  const base = baseOf(c)
  if (base !== '') return base
  throw new RegistryError(
    'unavailable',
    'This needs the registry’s own address, and PUBLIC_URL does not say it yet.',
  )
}
