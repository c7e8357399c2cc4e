// The table as each download has it, read back.

import { parse } from 'csv-parse/sync'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { readTable } from '../../unit/formats/tables/markdown-table.ts'

const KEYS = DATA_TYPES.map(({ key }) => key)

interface Row {
  readonly name: string
  readonly availability: { readonly [key: string]: string }
  readonly organization: string
}
const rowOf = ({ name, availability, organization }: Row) => [
  name,
  ...KEYS.map((key) => availability[key]),
  organization,
]

interface DataSet {
  readonly name: string
  readonly creator: { readonly name: string }
  readonly additionalProperty: readonly { readonly propertyID: string; readonly value: string }[]
}
const rowOfDataSet = ({ name, creator, additionalProperty }: DataSet) =>
  rowOf({
    name,
    availability: Object.fromEntries(additionalProperty.map(({ propertyID, value }) => [propertyID, value])),
    organization: creator.name,
  })

export const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true })

/** A row a resource: name, six cells, organisation. */
export const TABLES = {
  csv: (text: string) =>
    csvRows(text).map((row) => ['name', ...KEYS, 'organization'].map((column) => row[column])),
  md(text: string) {
    const words: { readonly [letter: string]: string } = { Y: 'yes', N: 'no', U: 'unknown' }
    return readTable(text)
      .slice(1)
      .map(([name, ...rest]) => [name, ...rest.map((cell) => words[cell] ?? cell)])
  },
  json: (text: string) => JSON.parse(text).items.map(rowOf),
  ndjson: (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => rowOf(JSON.parse(line))),
  jsonld: (text: string) => JSON.parse(text).dataset.map(rowOfDataSet),
} as const
