// What is not recorded yet: what there is to find out.

import { SOUGHT, type SoughtKey } from '../../../schema/record/field-keys.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { admittedEntries } from '../../domain/search/entry-page.ts'
import type { ListedEntry } from '../../domain/search/listed-entries.ts'
import type { Verb } from '../context.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { readChosen } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'

const isUnsaid = (stated: string, field: SoughtKey) => !stated.split(' ').includes(field)

/** How many of its cells are unknown, and of its sought fields not stated. */
const gapsOf = ({ alike: { availability }, stated }: ListedEntry): number =>
  DATA_TYPE_KEYS.filter((key) => availability[key] === 'unknown').length +
  SOUGHT.filter((field) => isUnsaid(stated, field)).length

/** Of all listed resources, and the `size` with the most gaps, of which the first in the table come first. */
function gapsAmong(entries: readonly ListedEntry[], size: number) {
  const listed = admittedEntries(entries, {})
  const unsaid = (field: SoughtKey) => listed.filter(({ stated }) => isUnsaid(stated, field)).length
  const most = listed
    .map((entry) => ({ gaps: gapsOf(entry), sequence: entry.sequence }))
    .sort((a, b) => b.gaps - a.gaps)
    .slice(0, size)
  return {
    resources: listed.length,
    /** The cast holds because each field that is sought has an entry. */
    unsaid: Object.fromEntries(SOUGHT.map((field) => [field, unsaid(field)])) as {
      readonly [Key in SoughtKey]: number
    },
    ...{ gaps: most.map(({ gaps }) => gaps), sequences: most.map(({ sequence }) => sequence) },
  }
}

export const getGaps: Verb<'getGaps'> = async ({ db }, size) => {
  const read = selectAsOf(db)
  const { chosen, records, rows } = await readChosen(db, (entries) => gapsAmong(entries, size), [read])
  const { resources, unsaid, gaps } = chosen
  const most = records.map(({ slug, name, version }, i) => ({ slug, name, version, gaps: gaps[i] ?? 0 }))
  return { resources, unsaid, most, asOf: toAsOf(rowsOf(read, rows[0])) }
}
