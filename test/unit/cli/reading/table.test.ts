import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable, type TableRow, tableFields } from '../../../../worker/cli/reading/table.ts'
import { csv } from '../../../../worker/formats/tables/csv.ts'
import { written } from '../../formats/records.ts'
import { anyResource } from '../../formats/references/arbitrary-resource.ts'

const FIELDS = [
  ...['name', 'url', 'organization', 'availability', 'license', 'access', 'formats', 'doi'],
  ...['formerUrls', 'status', 'successor', 'cautions', 'derivedFrom', 'origins'],
  ...['description', 'use', 'annotations', 'published', 'lastUpdated', 'countries', 'fileFormats'],
  ...['downloadBytes', 'aliases', 'otherUrls'],
] as const

const rowsOf = (text: string): readonly TableRow[] =>
  readTable(text).map((read) => {
    if ('problem' in read) throw new Error(read.problem)
    return read.row
  })

/** No entry of a list, in a record, has a line end of its own, or is a list of JSON; here they have. */
const plain = (value: unknown) =>
  Array.isArray(value)
    ? value
        .join('\n')
        .replace(/^\[\s*\]$/, '')
        .split(/[\r\n]+/)
        .filter((entry) => entry !== '')
    : value

describe('a table read back', () => {
  it('says what the resources say, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 4 }), (resources) => {
        const rows = rowsOf(written(csv, resources))
        expect(rows.map((row) => row.get('slug'))).toEqual(resources.map(({ slug }) => slug))
        rows.forEach((row, i) => {
          const { counts, versions: _versions, references: _references, ...fields } = tableFields(row)
          const resource = resources[i]
          expect(Object.keys(fields).sort()).toEqual([...FIELDS].sort())
          for (const field of FIELDS) expect(plain(fields[field])).toEqual(plain(resource?.[field]))
          expect(counts ?? {}).toEqual(resource?.counts ?? {})
        })
      }),
    )
  })

  it('has only the columns that are there', () => {
    const [row] = rowsOf('slug,license,ct\r\ncovid-ct,,yes\r\n')
    expect(row && tableFields(row)).toEqual({ license: null, availability: { ct: 'yes' } })
  })

  it('reads quotes, line ends in them, and a byte order mark', () => {
    const [row] = rowsOf('\uFEFFslug,name\n"a","b ""c""\r\nd, e"')
    expect([...(row ?? [])]).toEqual([
      ['slug', 'a'],
      ['name', 'b "c"\r\nd, e'],
    ])
  })
})

describe('a table as a program saves it', () => {
  const ROWS = [
    ['slug', 'name', 'license', 'ct'],
    ['a', 'An “A”, with; all\tof | it', 'one\nline', 'yes'],
    ['b', 'B', '', 'no'],
  ]
  const written = (separator: string, end: string, quotesAll = false) =>
    ROWS.map((row) =>
      row
        .map((cell) => (quotesAll || /[",;\t|\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    ).join(end) + end

  const numbered = (rows: readonly (readonly string[])[]) =>
    rows
      .map((row, i) => `${['', ...row].map((cell, at) => `"${at === 0 ? i + 1 : cell}"`).join(' ')}\n`)
      .join('')
  const escapedByJq = (cell: string) => cell.replaceAll('\t', '\\t').replaceAll('\n', '\\n')

  it.each([
    ['commas', written(',', '\r\n')],
    ['semicolons', written(';', '\r\n')],
    ['tabs', written('\t', '\n')],
    ['bars', written('|', '\n')],
    ['CR alone', written(',', '\r')],
    ['every cell quoted', written(';', '\r\n', true)],
    ['a line for Excel', `sep=;\r\n${written(';', '\r\n')}`],
    ['a quoted line for Excel', `"sep=|"\n${written('|', '\n')}`],
    [
      'the type of PowerShell',
      `#TYPE System.Management.Automation.PSCustomObject\r\n${written(',', '\r\n', true)}`,
    ],
    ['empty lines around', `\r\n;;;\r\n${written(';', '\r\n')};;;\r\n\r\n`],
    ['a title, as Numbers writes it', `Table 1;;;\r\n${written(';', '\r\n')}`],
    ['a quoted title and an empty line', `"Data, 2026"\n\n${written(',', '\n')}`],
    ['empty columns behind', written(',', ',,\r\n')],
    ['no last line end', written(',', '\n').trimEnd()],
    ['spaces', written(' ', '\n', true)],
    ['capitals above', written(',', '\n').replace('slug,name,license,ct', 'Slug,NAME,License,CT')],
    ['names of an object above', written(',', '\n').replace('ct', 'availability.ct')],
    ['numbers of rows, as R writes them', `"slug" "name" "license" "ct"\n${numbered(ROWS.slice(1))}`],
    ['escapes of jq', ROWS.map((row) => row.map(escapedByJq).join('\t')).join('\n')],
  ])('with %s is read', (_, text) => {
    const [header = [], ...rows] = ROWS
    expect(rowsOf(text).map((row) => header.map((name) => row.get(name)))).toEqual(rows)
  })

  const linesOf = (text: string) =>
    readTable(text).map((read) => ('row' in read ? read.row.get('slug') : `${read.line}: ${read.problem}`))

  it.each([
    ['slug,name\na,"A\nb,B\nc,C', ['2: a quote is not closed, from "A', 'b', 'c']],
    ['slug,name\na,"A"x\nb,"B ""x"" "\n', ['2: there is text behind the quote that closes "A"x', 'b']],
    [
      'slug,name\na,A,B\nb,B,,',
      ['2: it has 3 cells, and the first line has 2: a cell with the separator in it needs quotes', 'b'],
    ],
    [
      'slug,name,license,status\na,A,MIT,active\nb,B,MI',
      ['a', '3: it is cut off before the column “status”'],
    ],
    ['slug;license;doi\na;MIT\nb', ['a', 'b']],
    ['slug,name\r\n"a","two\r\nlines"\r\nb,"B', ['a', '4: a quote is not closed, from "B']],
    ['slug,name\na,5" of it\n', ['a']],
    [
      String.raw`slug,name
a,said \"x\"
b,B`,
      ['2: its quotes have a backslash before them: save it with quotes doubled', 'b'],
    ],
  ])('%j has a line for each row', (text, lines) => {
    expect(linesOf(text)).toEqual(lines)
  })
})

it('without a column of ours is refused as it reads', () => {
  const reason = 'The first line has no column “slug”. It reads: MIT License'
  expect(() => readTable('MIT License\n\nCopyright of all\n')).toThrow(reason)
})

describe('a word for an empty cell', () => {
  it.each(['NA', 'NULL', 'nan', 'None', '<NA>'])('%s is none where it stands for a number', (empty) => {
    const [a, b] = rowsOf(`slug,name,license,images\na,A,${empty},${empty}\nb,"${empty}",MIT,12\n`)
    expect([a?.get('license'), a?.get('images')]).toEqual(['', ''])
    expect([b?.get('name'), b?.get('images')]).toEqual([empty, '12'])
  })

  it('is a country elsewhere', () => {
    expect(rowsOf('slug,countries,images\na,NA,\n')[0]?.get('countries')).toBe('NA')
  })
})

describe('a list in a cell', () => {
  it('may be one of JSON', () => {
    const [row] = rowsOf('slug,formats\na,"[""DICOM"",""PNG, 8 bit""]"\nb,[]\n')
    expect(row && tableFields(row)).toEqual({ formats: ['DICOM', 'PNG, 8 bit'] })
  })

  it('is refused as Python prints it', () => {
    const [row] = rowsOf(`slug,formats\na,"['DICOM', 'PNG']"\n`)
    const reason = "“['DICOM', 'PNG']” is a list as a program prints it: write one entry a line"
    expect(() => row && tableFields(row)).toThrow(reason)
  })
})

describe('a row', () => {
  it.each([
    ['slug,images\na,12a', 'images: “12a” is no whole number'],
    ['slug,counts,countsAsOf\na,some,10/7/2020', 'countsAsOf: “10/7/2020” can be 2020-07-10 or 2020-10-07'],
  ])('of %j says which column is at fault', (text, reason) => {
    const [row] = rowsOf(text)
    expect(() => tableFields(new Map([...(row ?? []), ['counts', '']]))).toThrow(reason)
  })
})
