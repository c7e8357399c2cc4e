import type { Reference } from '../../../schema/record/reference.ts'

/** A reference as a CSL-JSON item. A reference is one already; this lays it out for reading. */
export function csl(reference: Reference): string {
  return JSON.stringify(reference, null, 2)
}
