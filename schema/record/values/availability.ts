// The cells of a row of the survey's table: for each data type whether the resource has it.

import * as z from 'zod/mini'
import { AVAILABILITY, DATA_TYPES } from '../../vocabulary.ts'

/** One value for each data type; a missing one is an error, not an unknown. */
export const AvailabilityRow = z.object(
  Object.fromEntries(DATA_TYPES.map((type) => [type.key, z.enum(AVAILABILITY)])) as {
    [Key in (typeof DATA_TYPES)[number]['key']]: z.ZodMiniEnum<{ yes: 'yes'; no: 'no'; unknown: 'unknown' }>
  },
)
export type AvailabilityRow = z.infer<typeof AvailabilityRow>

/** Any of the cells, and nothing else: a data type under another name would silently stay unknown. */
export const SomeCells = z.strictObject(z.partial(AvailabilityRow).shape)
