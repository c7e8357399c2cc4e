// What one may do with the data of a resource.

import * as z from 'zod/mini'
import { PERMISSIONS, type Permission, USES, type UseKey } from '../../vocabulary.ts'
import { licenceUse } from './licence-uses.ts'
import { LENGTHS, text } from './text.ts'

const permission = z.enum(PERMISSIONS)

export const Use = z.strictObject({
  ...(Object.fromEntries(USES.map((key) => [key, permission])) as {
    [Key in UseKey]: typeof permission
  }),
  /** The condition of what is conditional. */
  note: z.nullable(text(LENGTHS.useNote)),
})
export type Use = z.infer<typeof Use>

export const UNKNOWN_USE: Use = {
  commercial: 'unknown',
  redistribution: 'unknown',
  modification: 'unknown',
  note: null,
}

/** From what forbids most; of what is not known neither side says anything. */
const STRICTEST = ['no', 'conditional', 'yes', 'unknown'] as const satisfies readonly Permission[]
const stricter = (a: Permission, b: Permission): Permission =>
  STRICTEST.find((value) => value === a || value === b) ?? 'unknown'

/**
 * What a licence and a source together allow. A licence of the table in `licence-uses.ts` says what is allowed; a source
 * may know that less is (images under licences of their own, an agreement beside it), never that more is.
 */
export function useOf(licenseSpdx: string | null, claimed: Use = UNKNOWN_USE): Use {
  const licensed = licenceUse(licenseSpdx)
  if (!licensed) return claimed
  const permissions = USES.map((key) => [key, stricter(licensed[key], claimed[key])] as const)
  return { ...asUse(permissions), note: claimed.note ?? licensed.note }
}

/** The cast holds because every use has an entry. */
const asUse = (permissions: readonly (readonly [UseKey, Permission])[]) =>
  Object.fromEntries(permissions) as Record<UseKey, Permission>
