import { fieldOf, SOUGHT } from '../../../schema/record/field-keys.ts'
import { filterTags, type Measure, measureOf } from '../../../schema/record/filters.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseKey } from '../../../schema/record/values/asked-licences.ts'
import { cellsCode } from '../../../schema/record/values/cells.ts'
import { sameValue } from '../../../schema/same-value.ts'
import { fold } from '../../../schema/text/fold.ts'
import { namesOf } from './names.ts'
import { searchWords } from './search-text.ts'

/** Tags between spaces, so that each can be found whole. */
const tagColumn = (record: Resource): string => ` ${filterTags(record).join(' ')} `
export const tagsIn = (column: string): readonly string[] => column.trim().split(' ')

/** The place of a number in an order that has the largest first and what has none last. */
export function sortColumn(measure: Measure, record: Pick<Resource, 'counts' | 'published'>): number {
  const value = measureOf(measure, record)
  return value === null ? 1 : -value
}

export const measureColumns = (record: Pick<Resource, 'counts' | 'published'>) => ({
  images: sortColumn('images', record),
  patients: sortColumn('patients', record),
  published: sortColumn('published', record),
})

/** The names of the sought fields that a record states. A field that is new is in none. */
const statedColumn = (record: Resource): string =>
  SOUGHT.filter((field) => !sameValue(record[field], fieldOf(field).empty ?? null)).join(' ')

/** What the row of a version says of its record: by what it is filtered, sorted and found. */
export const versionColumns = (record: Resource) => ({
  slug: record.slug,
  nameKey: fold(record.name),
  cells: cellsCode(record.availability),
  status: record.status,
  position: record.position,
  updatedAt: record.updatedAt,
  searchText: searchWords(record).join(' '),
  names: namesOf(record),
  tags: tagColumn(record),
  byImages: sortColumn('images', record),
  byPatients: sortColumn('patients', record),
  byPublished: sortColumn('published', record),
  stated: statedColumn(record),
  licenseSpdx: record.license === null ? null : licenseKey(record),
})
