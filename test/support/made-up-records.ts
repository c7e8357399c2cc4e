import type { Resource } from '../../schema/record/resource.ts'
import { FIRST } from '../unit/formats/records.ts'

const START = Date.parse('2026-01-01T00:00:00.000Z')

/** Three changes an hour, within one second, in another order than the table's; each seventh is a removal. */
export const MADE_UP: readonly Resource[] = Array.from({ length: 1000 }, (_, i) => ({
  ...FIRST,
  slug: `made-up-${i}`,
  name: `Made up ${i} & <more>`,
  position: i,
  status: i % 7 === 0 ? ('removed' as const) : ('unknown' as const),
  updatedAt: new Date(START + Math.floor(((i * 37) % 1000) / 3) * 3_600_123 + (i % 3)).toISOString(),
}))
