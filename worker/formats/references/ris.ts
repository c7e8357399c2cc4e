import { type CslDate, partsOf, twoDigits } from '../../../schema/record/values/dates.ts'
import { authorsOf } from '../../../schema/record/works/authors.ts'
import type { Work } from '../../../schema/record/works/cited-works.ts'
import { type CslName, type Reference, referenceTitle } from '../../../schema/record/works/reference.ts'
import { arxivLink } from '../../../schema/record/works/reference-links.ts'
import { oneLine } from '../../../schema/text/one-line.ts'
import { notes } from './notes.ts'

// The tags of the specification of 2011. It dropped EP, which every reader still knows, and Y2 for web pages, which
// its predecessor had as "date of access" and Zotero still reads and writes.

/** RIS has no type for preprints. An unpublished work is the nearest, and no reader takes it for a journal article. */
const TYPES = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  software: 'COMP',
  thesis: 'THES',
  webpage: 'ELEC',
} satisfies Record<Reference['type'], string>

/** A work as a RIS record. Its last line has a line end, so records can be concatenated. */
export function ris(reference: Work): string {
  const { issued, accessed, license } = reference
  const { authors, shortened } = authorsOf(reference)
  const [start, end] = pages(reference.page)
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', TYPES[reference.type]],
    ...authors.map((name): [string, string] => ['AU', author(name)]),
    ['PY', issued && String(partsOf(issued).year).padStart(4, '0')],
    ['DA', issued && partsOf(issued).month !== undefined ? date(issued) : undefined],
    ['TI', referenceTitle(reference)],
    ['T2', reference['container-title']],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['SP', start],
    ['EP', end],
    ['ET', reference.version],
    ['PB', reference.publisher],
    ['DB', reference.archive],
    ['AN', reference.archive_location],
    ['DO', reference.DOI],
    // Few readers use AN and all use UR, so UR has the preprint's address.
    ['UR', reference.URL ?? arxivLink(reference)],
    ['Y2', accessed && date(accessed)],
    ['AB', reference.abstract],
    ...notes({ license, shortened }).map((note): [string, string] => ['N1', note]),
  ]
  // A value with a line break could end the record and begin another.
  const lines = fields.flatMap(([tag, value]) => {
    const text = oneLine(value ?? '')
    return text === '' ? [] : [`${tag}  - ${text}`]
  })
  // "Each tag … must be on a separate line, preceded by a carriage return/line feed"; ER keeps its last space.
  return [...lines, 'ER  - ', ''].join('\r\n')
}

/** "Family, Given". The first comma ends the family name, so the name itself must have none. */
function author(name: CslName): string {
  if ('literal' in name) return withoutCommas(name.literal)
  const family = withoutCommas(name.family)
  return name.given === undefined ? family : `${family}, ${name.given}`
}

function withoutCommas(text: string): string {
  return text.replaceAll(',', ' ')
}

/** YYYY/MM/DD/other. A part may be empty, but its slash is required. */
function date(value: CslDate): string {
  const { year, month, day } = partsOf(value)
  const parts = [month, day].map((part) => (part === undefined ? '' : twoDigits(part)))
  return [String(year).padStart(4, '0'), ...parts, ''].join('/')
}

/** The first and last page of a range; a list or an article number stays whole. */
function pages(page: string | undefined): [start?: string, end?: string] {
  if (page === undefined) return []
  const range = /^([^-–—,\s]+)\s*[-–—]{1,2}\s*([^-–—,\s]+)$/.exec(page.trim())
  return range?.[1] !== undefined && range[2] !== undefined ? [range[1], range[2]] : [page]
}
