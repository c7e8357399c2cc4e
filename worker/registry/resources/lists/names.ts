// What resources are called, without their records: they are among the entries, so a list costs a row for each block.

import { entriesAt } from '../../../domain/search/entries/entry.ts'
import { entryPage } from '../../../domain/search/entries/page.ts'
import type { Verb } from '../../context.ts'
import { selectAsOf, toAsOf } from '../as-of.ts'
import { readBesideEntries } from './kept-entries.ts'
import { rowsOf } from './reading.ts'
import { searchEntries } from './search-entries.ts'

export const listNames: Verb<'listNames'> = async ({ db }, { text, order, size }) => {
  const read = selectAsOf(db)
  const search = text === undefined ? undefined : searchEntries(db, text)
  const { entries, rows } = await readBesideEntries(db, [read, ...(search?.statements ?? [])])
  const found = search
    ?.read(entries, rows.slice(1))
    .found.flatMap(({ subject }) => (subject.status === 'removed' ? [] : [subject]))
  const first = () => entryPage(entries, { order, size, filter: {} }).positions
  const page = found?.slice(0, size) ?? entriesAt(entries, first())
  return {
    items: page.map(({ slug, name, organization, updatedAt }) => ({ slug, name, organization, updatedAt })),
    asOf: toAsOf(rowsOf(read, rows[0])),
  }
}
