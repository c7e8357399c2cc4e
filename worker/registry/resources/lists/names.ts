// What resources are called, without their records: they are among the entries, so a list costs a row for each block.

import { entriesAt } from '../../../domain/search/entries/entry.ts'
import { entryPage } from '../../../domain/search/entries/page.ts'
import type { Verb } from '../../context.ts'
import { selectAsOf, toAsOf } from '../as-of.ts'
import { rowsOf } from './reading.ts'
import { ALL, readSearched } from './searched.ts'

export const listNames: Verb<'listNames'> = async ({ db }, { text, order, size }) => {
  const read = selectAsOf(db)
  const { entries, rows, results } = await readSearched(
    db,
    text === undefined ? [] : [{ text, scope: ALL }],
    [read],
  )
  const found = results[0]?.found.flatMap(({ subject }) => (subject.status === 'removed' ? [] : [subject]))
  const first = () => entryPage(entries, { order, size, filter: {} }).positions
  const page = found?.slice(0, size) ?? entriesAt(entries, first())
  return {
    items: page.map(({ slug, name, organization, updatedAt }) => ({ slug, name, organization, updatedAt })),
    asOf: toAsOf(rowsOf(read, rows[0])),
  }
}
