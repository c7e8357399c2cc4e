// The lineage as it is now. It is made of the kept entries, so a page of a resource reads no rows for it.

import { wholeLineage } from '../../domain/search/entries/lineage.ts'
import type { Verb } from '../context.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { readBesideEntries } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'

export const getLineage: Verb<'getLineage'> = async ({ db }) => {
  const read = selectAsOf(db)
  const { entries, rows } = await readBesideEntries(db, [read])
  return { ...wholeLineage(entries), asOf: toAsOf(rowsOf(read, rows[0])) }
}
