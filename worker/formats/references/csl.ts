import type { Reference } from '../../../schema/record/reference.ts'

/** A reference as indented CSL-JSON; a `Reference` already has that shape. */
export function csl(reference: Reference): string {
  return JSON.stringify(reference, null, 2)
}
