// What resources are called, without their records: they are among the entries, so a list costs a row for each block.

import { admittedEntries, entryPage } from '../../../domain/search/entry-page.ts'
import type { Verb } from '../../context.ts'
import { selectAsOf, toAsOf } from '../as-of.ts'
import { readBesideEntries } from './kept-entries.ts'
import { rowsOf } from './reading.ts'
import { searchEntries } from './search-entries.ts'

export const listNames: Verb<'listNames'> = async ({ db }, { text, order, size }) => {
  const read = selectAsOf(db)
  const search = text === undefined ? undefined : searchEntries(db, text)
  const { entries, rows } = await readBesideEntries(db, [read, ...(search?.statements ?? [])])
  const found = search?.read(entries, rows.slice(1)).found.map(({ subject }) => subject)
  const listed = admittedEntries(found ?? entries, {})
  const page = found ? listed.slice(0, size) : entryPage(entries, listed, { order, size, filter: {} }).entries
  return {
    items: page.map(({ slug, name, organization, updatedAt }) => ({ slug, name, organization, updatedAt })),
    asOf: toAsOf(rowsOf(read, rows[0])),
  }
}
