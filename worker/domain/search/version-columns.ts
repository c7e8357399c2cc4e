import type { Resource } from '../../../schema/record/resource.ts'
import { cellsCode } from '../../../schema/record/values/cells.ts'
import { fold } from '../../../schema/text/fold.ts'
import { namesOf } from './names.ts'
import { licenseKey } from './resource-filter.ts'
import { searchWords } from './search-text.ts'

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
  access: record.access,
  licenseSpdx: record.license === null ? null : licenseKey(record),
})
