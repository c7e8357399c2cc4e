// Many resources, in another order by name and by date than in the table.

import { ALL_CODES, cellsRow } from '../../schema/record/values/cells.ts'
import { madeUp } from '../worker/registry/made-up.ts'

const BEGUN = Date.parse('2021-01-01T00:00:00.000Z')

/** After every made-up resource was listed, and before anything became of them. */
export const LISTED = '2021-01-31T00:00:00.000Z'

/** Two have the same name. The last to come is the latest: what there was at a moment is what there was after the latest change until then. */
export const manyResources = (length: number) =>
  Array.from({ length }, (_, i) =>
    madeUp(100 + i, {
      name: `No. ${(i * 7919) % (length / 2)}`,
      availability: cellsRow((i * 500) % ALL_CODES),
      updatedAt: new Date(BEGUN + (i === length - 1 ? 4000 : (i * 3001) % 4000) * 60_000).toISOString(),
    }),
  )
