// What is not recorded yet: what there is to find out.

import type { Entries } from '../../domain/search/entries/block.ts'
import { countCells, countListed, countUnsaid, mostGaps } from '../../domain/search/entries/counts.ts'
import { gapsAt } from '../../domain/search/entries/entry.ts'
import type { Verb } from '../context.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { readChosen } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'

/** Of all listed resources, and the `size` with the most gaps. */
function gapsAmong(entries: Entries, size: number) {
  const positions = mostGaps(entries, size)
  const gaps = positions.map((position) => gapsAt(entries, position))
  return {
    ...{ resources: countListed(entries), totals: countCells(entries), unsaid: countUnsaid(entries) },
    ...{ gaps, positions },
  }
}

export const getGaps: Verb<'getGaps'> = async ({ db }, size) => {
  const read = selectAsOf(db)
  const { chosen, records, rows } = await readChosen(db, (entries) => gapsAmong(entries, size), [read])
  const { resources, totals, unsaid, gaps } = chosen
  const most = records.map(({ slug, name, version }, i) => ({ slug, name, version, gaps: gaps[i] ?? 0 }))
  return { resources, totals, unsaid, most, asOf: toAsOf(rowsOf(read, rows[0])) }
}
