// What the addresses of these pages carry.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { parseReferenceCode } from '../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../env.ts'

/** The submission that an address names, by its reference alone. */
export function referenceIn(c: Context<AppEnv>): string {
  const given = c.req.param('reference') ?? ''
  const reference = parseReferenceCode(given)
  if (reference === undefined)
    throw new RegistryError('not_found', `“${given.slice(0, 40)}” is no reference of a submission.`)
  return reference
}

/** What is still to be opened of a selection; undefined where none is gone through. */
export function readThen(c: Context<AppEnv>): readonly string[] | undefined {
  const given = c.req.query('then')
  return given?.split(',').flatMap((text) => parseReferenceCode(text) ?? [])
}

/** An address that remembers what is still to be opened. */
export function withThen(
  path: string,
  then: readonly string[] | undefined,
  also: Readonly<Record<string, string>> = {},
): string {
  const query = [
    ...Object.entries(also).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
    // References need no encoding.
    ...(then === undefined ? [] : [`then=${then.join(',')}`]),
  ]
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}
