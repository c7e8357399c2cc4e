import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { isoDate } from '../../../../schema/record/values/dates.ts'
import { citedWorks } from '../../../../schema/record/works/cited-works.ts'
import type { Reference } from '../../../../schema/record/works/reference.ts'
import {
  bibtexExport,
  cslExport,
  cslRecord,
  risExport,
} from '../../../../worker/formats/references/bibliography.ts'
import { FEW } from '../../../support/random-cases.ts'
import { CATALOGUE, FIRST, RESOURCES, written } from '../records.ts'
import { text } from './arbitraries.ts'
import { pairs, type ReadItem, readList, readRecords, reference } from './read-back.ts'

const citing = (...references: Reference[]): Resource => ({ ...FIRST, references })

/** The survey's data sets, each followed by the works about it. */
const CITED = RESOURCES.flatMap((resource) => citedWorks(resource))

/** What every reader is to understand. */
const understood = ({ author, title, issued, URL }: ReadItem | Reference) => ({
  author: pairs(author),
  title,
  issued,
  URL,
})

/** References that want the same key. */
const alike = (id: string) =>
  reference({ id, author: [{ family: 'Ai' }], issued: { 'date-parts': [[2020]] }, title: 'CT' })

describe("the survey's references", () => {
  it('are its 14 data sets and the 3 papers about them, each once', () => {
    expect(CITED).toHaveLength(17)
    expect(new Set(CITED).size).toBe(17)
    for (const format of [bibtexExport, risExport, cslExport]) {
      expect(written(format, [...RESOURCES, ...RESOURCES])).toBe(written(format))
    }
  })

  it('come back from BibTeX with authors, title, year, address and date of access', () => {
    const text = written(bibtexExport)
    const back = readList(text, '@bibtex/text')
    expect(back.map(understood)).toEqual(CITED.map(understood))
    expect(back.map(({ note }) => note)).toEqual(
      CITED.map(({ accessed }) => accessed && `Accessed: ${isoDate(accessed)}`),
    )
    const numbers = readRecords(text).map(({ properties }) => properties.eprint)
    expect(numbers).toEqual(CITED.map((item) => item.archive_location))
    expect(text).toMatch(/^@[^@]*\n}\n(\n@[^@]*\n}\n){16}$/)
  })

  it('come back from RIS with the same, a preprint by its address', () => {
    const text = written(risExport)
    expect(readList(text, '@ris/file').map(understood)).toEqual(
      CITED.map((item) => {
        const URL = item.archive_location ? `https://arxiv.org/abs/${item.archive_location}` : item.URL
        return understood({ ...item, ...(URL !== undefined && { URL }) })
      }),
    )
    expect(readRecords(text).map(({ Y2 }) => Y2)).toEqual(
      CITED.map(({ accessed }) => accessed && `${isoDate(accessed).replaceAll('-', '/')}/`),
    )
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('come back from CSL-JSON as they are', () => {
    expect(readList(written(cslExport))).toEqual(CITED.map(({ key, license, ...item }) => item))
  })
})

describe('a list of references', () => {
  it('without any is empty, in CSL-JSON an empty array', () => {
    expect(written(bibtexExport, [])).toBe('')
    expect(written(risExport, [])).toBe('')
    expect(JSON.parse(written(cslExport, []))).toEqual([])
  })

  it('has the data set itself where nothing is written about it', () => {
    const [item] = JSON.parse(cslRecord(citing(), CATALOGUE))
    expect(item).toEqual({
      id: FIRST.slug,
      type: 'dataset',
      title: FIRST.name,
      author: [{ literal: FIRST.organization }],
      publisher: 'GitHub',
      URL: FIRST.url,
    })
  })

  it('has both a resource and a reference whose id reads like its slug', () => {
    const rows = [citing(reference({ id: FIRST.slug }))]
    const items: Reference[] = JSON.parse(written(cslExport, rows))
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      [FIRST.slug, FIRST.name],
      [`${FIRST.slug}a`, 'Some data'],
    ])
  })

  it('has a reference once that several resources cite, and no comma for it', () => {
    const [one, two] = [reference({ id: 'one' }), reference({ id: 'two' })]
    const items: Reference[] = JSON.parse(written(cslExport, [citing(one), citing(one), citing(two, one)]))
    expect(items.slice(1)).toEqual([one, two])
  })

  it('tells references of the same key apart, in the order met', () => {
    const text = written(bibtexExport, [citing(alike('1'), alike('2')), citing(alike('1'), alike('3'))])
    expect(readRecords(text).map(({ label }) => label)).toEqual([
      FIRST.slug,
      'ai2020ct',
      'ai2020cta',
      'ai2020ctb',
    ])
  })

  it('has no key and no id twice, whatever the references', () => {
    const few = fc.constantFrom('a', 'A', 'b', 'aa', 'a-1', '1', '新', 'a 1')
    const anything = fc.record({ id: fc.oneof(few, text), type: fc.constant('dataset' as const), title: few })
    fc.assert(
      fc.property(fc.array(fc.array(anything, { minLength: 1 }), { minLength: 1 }), (lists) => {
        const rows = lists.map((references) => citing(...references))
        const count = 1 + new Set(lists.flat().map(({ id }) => id)).size
        const keys = readRecords(written(bibtexExport, rows)).map(({ label }) => label)
        const ids = readList(written(cslExport, rows)).map(({ id }) => id)
        expect([keys.length, new Set(keys).size]).toEqual([count, count])
        expect([ids.length, new Set(ids).size]).toEqual([count, count])
        expect(readRecords(written(risExport, rows))).toHaveLength(count)
      }),
      FEW,
    )
  })

  it('gives 10,000 references a key of their own that all want the same', () => {
    const writer = bibtexExport(CATALOGUE)
    const keys = Array.from({ length: 10_000 }, (_, id) => {
      const row = writer.row(citing(alike(String(id))))
      return /^@dataset\{(ai.*),$/m.exec(row)?.[1]
    })
    expect(new Set(keys).size).toBe(10_000)
    expect(keys.at(-1)).toBe('ai2020ctnto')
  })
})
