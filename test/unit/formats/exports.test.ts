import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { EXPORT_FORMATS, RECORD_FORMS } from '../../../worker/formats/index.ts'
import { DOWNLOADS } from '../../../worker/formats/media-types.ts'
import { expectGolden } from './golden.ts'
import { CATALOGUE, RESOURCES, surveyResource, TABLE, written } from './records.ts'
import { readTable } from './tables/markdown-table.ts'

describe('a download of the survey', () => {
  it.each(Object.entries(EXPORT_FORMATS))('is export.%s', (suffix, { format }) => {
    expectGolden(`export.${suffix}`, written(format))
  })

  const keys = DATA_TYPES.map(({ key }) => key)
  const rowOf = ({ name, availability, organization }: Resource) => [
    name,
    ...keys.map((key) => availability[key]),
    organization,
  ]

  it.each<[string, () => unknown]>([
    ['json', () => JSON.parse(written(EXPORT_FORMATS.json.format)).items.map(rowOf)],
    [
      'ndjson',
      () => {
        const lines = written(EXPORT_FORMATS.ndjson.format).trim().split('\n')
        return lines.map((line) => rowOf(JSON.parse(line)))
      },
    ],
    [
      'csv',
      () => {
        const rows: Record<string, string>[] = parse(written(EXPORT_FORMATS.csv.format), { columns: true })
        return rows.map((row) => ['name', ...keys, 'organization'].map((column) => row[column]))
      },
    ],
  ])('has the whole of Table 1 in %s', (_, table) => {
    expect(TABLE).toHaveLength(14)
    expect(table()).toEqual(TABLE)
  })

  it('has the whole of Table 1 in md, each cell by its letter', () => {
    const letters: Record<string, string> = { yes: 'Y', no: 'N', unknown: 'U' }
    const lettered = TABLE.map((row) => row.map((cell) => letters[cell] ?? cell))
    expect(readTable(written(EXPORT_FORMATS.md.format)).slice(1)).toEqual(lettered)
  })
})

describe('a form of one resource', () => {
  it.each(Object.entries(RECORD_FORMS))('is covid-ct.%s', (suffix, { format }) => {
    expectGolden(`covid-ct.${suffix}`, format(surveyResource('covid-ct'), CATALOGUE))
  })

  it.each(['bib', 'ris', 'csl'] as const)('%s is the download of that resource alone', (suffix) => {
    for (const resource of RESOURCES) {
      expect(RECORD_FORMS[suffix].format(resource, CATALOGUE)).toBe(
        written(EXPORT_FORMATS[suffix].format, [resource]),
      )
    }
  })
})

describe('each form and download', () => {
  it.each([
    ...Object.entries(EXPORT_FORMATS),
    ...Object.entries(RECORD_FORMS),
  ])('%s has a media type and says what it is', (_, { type, description }) => {
    // RFC 2045, 5.1: what has other signs in it stands in quotes.
    expect(type).toMatch(/^(application|text)\/[a-z.+-]+(; [a-z]+=([\w-]+|"[^"\\]+"))*$/)
    expect(description).toMatch(/^[A-Z].*[^.]$/)
  })
})

describe('what catalogues of data sets tell of', () => {
  it.each(DOWNLOADS)('is a download: $file', ({ file, mediaType }) => {
    const types = Object.entries(EXPORT_FORMATS).map(([suffix, { type }]) => [`export.${suffix}`, type])
    expect(Object.fromEntries(types)[file]?.split(';')[0]).toBe(mediaType)
  })

  it('is said to have a media type that is registered where it has', () => {
    expect(DOWNLOADS.filter(({ registered }) => !registered).map(({ name }) => name)).toEqual(['NDJSON'])
  })
})
