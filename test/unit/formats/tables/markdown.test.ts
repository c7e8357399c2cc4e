import fc from 'fast-check'
import { marked, type Tokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { oneLine } from '../../../../schema/text/one-line.ts'
import { markdown } from '../../../../worker/formats/tables/markdown.ts'
import { FULL } from '../full-record.ts'
import { CATALOGUE, FIRST, TABLE, written } from '../records.ts'
import { anyResource } from '../references/arbitrary-resource.ts'
import { readTable, unescaped } from './markdown-table.ts'

/** The name of a resource as the source of the table has it. */
const nameCell = (name: string) =>
  written(markdown, [{ ...FIRST, name }])
    .split('\n')[2]
    ?.split(' | Y | ')[0]

describe('the Markdown download', () => {
  it('is a table of name, six cells and organisation', () => {
    expect(written(markdown, [FIRST]).split('\n').slice(0, 3)).toEqual([
      '| Name | CT | X-ray | MRI | Ultrasound | Metadata | Case review | Organisation |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| COVID-19 Image Data Collection | Y | Y | N | N | Y | N | Institute for Reproducible Research |',
    ])
  })

  it('says after an empty line what the letters mean, and of when it is', () => {
    expect(written(markdown, []).split('\n').slice(2)).toEqual([
      '',
      'Y: yes. N: no. U: unknown, not recorded.',
      'As of change 14, 2020-05-12T00:00:00.000Z; the latest release is 2.0.',
      '',
    ])
    expect(written(markdown, [], { ...CATALOGUE, asOf: { sequence: 0 } })).toContain('\nAs of change 0.\n')
  })
})

/** The table as marked reads it: of each cell what is shown, where it is text and nothing else. */
function readByMarked(text: string): string[][] {
  const table = marked.lexer(text).find((token): token is Tokens.Table => token.type === 'table')
  if (!table) throw new Error('marked finds no table.')
  return [table.header, ...table.rows].map((row) =>
    row.map(({ tokens }) => {
      expect(tokens.filter(({ type }) => type !== 'text' && type !== 'escape')).toEqual([])
      return tokens.map((token) => ('text' in token ? String(token.text) : '')).join('')
    }),
  )
}

describe('the Markdown download, as marked reads it', () => {
  const LETTERS = { yes: 'Y', no: 'N', unknown: 'U' } as const

  it('is the whole table of the survey', () => {
    const [header, ...rows] = readByMarked(written(markdown))
    expect(header?.at(-1)).toBe('Organisation')
    expect(rows).toEqual(
      TABLE.map(([name = '', ...rest]) => [
        name,
        ...rest.slice(0, -1).map((value) => LETTERS[value as keyof typeof LETTERS]),
        rest.at(-1),
      ]),
    )
  })
})

describe('what else decides about a resource', () => {
  it('is a list below the table', () => {
    const [, list = ''] = written(markdown, [FIRST, FULL]).split('release is 2.0.\n\n')
    expect(list.split('\n')).toEqual([
      expect.stringMatching(/^- \*\*Lungs & \\<more\\>\*\*: CT & X-rays/),
      '',
    ])
    for (const fact of [
      'Use: commercial use: no',
      'Annotations: class labels',
      'Size: 1,252',
      'Download: 18.7 GB.',
    ])
      expect(list).toContain(fact)
  })
})

describe('a text in the table', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['a \\| b', 'a \\\\\\| b'],
    ['`code` *a* _b_ ~~c~~', '\\`code\\` \\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['[link](https://example.org)', '\\[link\\](https\\://example.org)'],
    ['<b>bold</b>', '\\<b\\>bold\\</b\\>'],
    ['&lt; &#60; R&D', '\\&lt; \\&#60; R\\&D'],
    ['www.example.org', 'www\\.example.org'],
    ['two\r\nlines', 'two lines'],
  ])('of %j is written as %j', (text, cell) => {
    expect(nameCell(text)).toBe(`| ${cell}`)
  })

  it.each([
    'COVID-19 (CORD-19), 2nd ed.',
    'Systems & Informatics',
    'coronacases.org',
    'a: b / c; d + e = #1',
  ])('of %j has no backslashes, for it would be no markup', (text) => {
    expect(nameCell(text)).toBe(`| ${text}`)
  })

  it('breaks no row and begins no markup, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 3 }), (rows) => {
        const text = written(markdown, rows)
        expect(text.split('\n').filter((row) => row.startsWith('|'))).toHaveLength(2 + rows.length)
        const others = text.split('\n').slice(2 + rows.length + 4)
        expect(others.filter((row) => !/^- \*\*.*\*\*: ./.test(row) && row !== '')).toEqual([])
        const [, ...cells] = readTable(text)
        expect(cells.map((row) => [row.at(0), row.at(-1)].map((cell) => unescaped(cell ?? '')))).toEqual(
          rows.map(({ name, organization }) => [oneLine(name), oneLine(organization)]),
        )
        for (const shown of [
          ...cells.flat(),
          ...others.map((row) => row.replace(/^- \*\*|\*\*(?=: )/g, '')),
        ]) {
          expect(shown.replace(/\\[!-/:-@[-`{-~]/g, ' ')).not.toMatch(
            /[\\`*_~[\]<>|$]|&[a-z#]\w*;|www\.|:\/\/|[\p{Cc}\u2028\u2029]/iu,
          )
        }
      }),
    )
  })
})
