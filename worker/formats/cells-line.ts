import type { AvailabilityRow } from '../../schema/contract.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'

/** "CT: yes, X-Ray: unknown, …": every data type with its value, in the order of the table. */
export const cellsLine = (availability: AvailabilityRow): string =>
  DATA_TYPES.map(({ key, label }) => `${label}: ${availability[key]}`).join(', ')
