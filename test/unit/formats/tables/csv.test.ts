import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { versionLine } from '../../../../schema/record/values/versions.ts'
import { referenceLink } from '../../../../schema/record/works/reference-links.ts'
import { COUNTED, USES } from '../../../../schema/vocabulary.ts'
import { csv, harmlessCell, plainCell } from '../../../../worker/formats/tables/csv.ts'
import { FEW } from '../../../support/random-cases.ts'
import { FIRST, written } from '../records.ts'
import { anyText, FORMULA_STARTS } from '../references/any-text.ts'
import { anyResource } from '../references/arbitrary-resource.ts'

/** As csv-parse reads it, which knows no more of it than RFC 4180 says. */
const read = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: '\r\n' })

const lines = (entries: readonly string[]) => entries.join('\n')
const some = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** The cells of a resource, as texts. */
const asText = ({ availability, counts, use, claims: _, ...row }: Resource) => ({
  ...row,
  ...availability,
  ...Object.fromEntries(COUNTED.map((key) => [key, some(counts?.[key])])),
  counts: some(counts?.text),
  countsAsOf: some(counts?.asOf),
  ...Object.fromEntries(USES.map((key) => [key, use[key] === 'unknown' ? '' : use[key]])),
  useNote: some(use.note),
  ...Object.fromEntries(
    (['description', 'license', 'published', 'lastUpdated', 'downloadBytes'] as const).map((key) => [
      key,
      some(row[key]),
    ]),
  ),
  ...Object.fromEntries(
    (['annotations', 'countries', 'fileFormats', 'aliases', 'otherUrls'] as const).map((key) => [
      key,
      lines(row[key]),
    ]),
  ),
  versions: lines(row.versions.map(versionLine)),
  licenseSpdx: some(row.licenseSpdx),
  doi: some(row.doi),
  successor: some(row.successor),
  formats: lines(row.formats),
  formerUrls: lines(row.formerUrls),
  cautions: lines(row.cautions),
  derivedFrom: lines(row.derivedFrom),
  origins: lines(row.origins),
  position: String(row.position),
  version: String(row.version),
  references: row.references.flatMap((one) => referenceLink(one) ?? []).join(' '),
})

describe('the CSV download', () => {
  it('is a header and a row for each resource, every line ended by CRLF', () => {
    expect(written(csv, [])).toMatch(
      /^slug,name,url,organization,ct,xray,mrt,ultrasound,metadata,caseReview,description,license,.*,status,position,version,updatedAt,references\r\n$/,
    )
    expect(written(csv)).toMatch(/^([^\r\n]+\r\n){15}$/)
  })

  it('has no byte order mark', () => {
    expect([...new TextEncoder().encode(written(csv)).subarray(0, 4)]).toEqual([...Buffer.from('slug')])
  })

  it('has the links of the references, in the order cited', () => {
    const bySlug = Object.fromEntries(read(written(csv)).map((row) => [row.slug, row.references]))
    expect(bySlug['covid-19-image-data-collection']).toBe(
      'https://arxiv.org/abs/2003.11597 https://github.com/ieee8023/covid-chestxray-dataset',
    )
    // Its other reference was printed without an address.
    expect(bySlug['covid-19-pocus-ultrasound']).toBe('https://github.com/jannisborn/covid19-pocus-ultrasound')
  })

  it('gives every text back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 4 }), (rows) => {
        const back = read(written(csv, rows))
        const plain = back.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plainCell(cell)])),
        )
        expect(plain).toEqual(rows.map(asText))
      }),
      FEW,
    )
  })
})

describe('a cell', () => {
  it.each([
    ['a, b', '"a, b"'],
    ['say "ah"', '"say ""ah"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['one\rline end', '"one\rline end"'],
    ['plain; text', 'plain; text'],
  ])('of %j is written as %j', (name, cell) => {
    expect(written(csv, [{ ...FIRST, name }])).toContain(`\r\n${FIRST.slug},${cell},${FIRST.url},`)
  })

  it.each(FORMULA_STARTS)('that begins with %j is made harmless', (start) => {
    const name = `${start}HYPERLINK("https://example.org")`
    const [row] = read(written(csv, [{ ...FIRST, name }]))
    expect(row?.name).toBe(`'${name}`)
    expect(plainCell(row?.name ?? '')).toBe(name)
  })

  it.each([
    'COVID-19',
    'a=b',
    "O'Hara's data",
    "'s-Gravenhage",
    '−1',
    ' ',
  ])('of %j stays as it is', (text) => {
    expect(harmlessCell(text)).toBe(text)
    expect(plainCell(text)).toBe(text)
  })

  it('that was harmless by its own apostrophe keeps it', () => {
    expect(harmlessCell("'=1")).toBe("''=1")
    expect(plainCell("''=1")).toBe("'=1")
  })

  it('never begins as a formula does, and can be told from what it was made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = harmlessCell(text)
        expect(FORMULA_STARTS).not.toContain(cell[0])
        expect(plainCell(cell)).toBe(text)
      }),
    )
  })
})
