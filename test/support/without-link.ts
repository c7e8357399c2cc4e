import type { WithLink } from '../../schema/record/sites/link.ts'

/** The record alone, as the change log has it, without what looks at its address say. */
export function withoutLink<Record>({ link: _, ...record }: WithLink<Record>) {
  return record
}
