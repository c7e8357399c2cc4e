// Reads and writes the addresses of the review pages.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { parseReferenceCode } from '../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../env.ts'

/** The reference in the path. Throws `not_found` for anything else. */
export function referenceIn(c: Context<AppEnv>): string {
  const text = c.req.param('reference') ?? ''
  const reference = parseReferenceCode(text)
  if (reference === undefined)
    throw new RegistryError('not_found', `“${text.slice(0, 40)}” is no reference of a submission.`)
  return reference
}

/** The references of a selection that are not opened yet; undefined outside a selection. */
export function readRemaining(c: Context<AppEnv>): readonly string[] | undefined {
  const text = c.req.query('then')
  return text?.split(',').flatMap((code) => parseReferenceCode(code) ?? [])
}

/** An address that carries the rest of a selection. */
export function withRemaining(
  path: string,
  remaining: readonly string[] | undefined,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const query = [
    ...Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
    // References need no encoding.
    ...(remaining === undefined ? [] : [`then=${remaining.join(',')}`]),
  ]
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}
