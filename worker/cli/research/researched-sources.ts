// Where a researched fact was read. A record names its sources with what each says, in words; for some fields it names
// the source itself.

import { canonicalAddress } from '../../../schema/record/address.ts'
import { LENGTHS } from '../../../schema/record/text.ts'
import type { DataTypeKey } from '../../../schema/vocabulary.ts'
import type { ResearchedRecord } from './researched-record.ts'

export interface Source {
  readonly source: string
  readonly asOf?: string
}

const SURVEY = /^survey \(/
export const THE_SURVEY: Source = {
  source: 'Kalkreuth & Kaufmann, COVID-19: A Survey On Public Medical Imaging Data Resources, version 2.0',
  asOf: '2020-05-12',
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The date in a text, as far as it is told: of "24 March 2025" the day, of "09-04-2021", which can be two days, the year. */
export function dateIn(text: string): string | undefined {
  const [, day, name = '', year] = text.match(/\b(\d{1,2}) ([A-Z][a-z]+) (20\d\d)\b/) ?? []
  const month = MONTHS.indexOf(name) + 1
  if (day && month > 0) return [year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-')
  return (text.match(/\b20\d\d-\d\d(?:-\d\d)?\b/) ?? text.match(/\b20\d\d\b/))?.[0]
}

const DATED = / \((\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\)/

/** A source as the file writes it, "an address (its date)", as an address and a date. */
export function sourceOf(where: string): Source {
  const asOf = dateIn(where.match(DATED)?.[1] ?? '')
  return { source: where.replace(DATED, '').slice(0, LENGTHS.source), ...(asOf && { asOf }) }
}

type Read = Pick<ResearchedRecord, 'url' | 'sources' | 'evidence'>

/** What was read beside the survey. */
const readSources = ({ sources }: Read) => sources.filter(({ where }) => !SURVEY.test(where))

/** Those that say something of a kind, in their own address or in what they say. */
const saying = (record: Read, pattern: RegExp): Source[] =>
  readSources(record)
    .filter(({ facts }) => facts.some((fact) => pattern.test(fact)))
    .map(({ where }) => sourceOf(where))

/** The source that the record names for a field. */
export function namedSource(record: Read, field: string): Source[] {
  const where = record.evidence[field]
  return where === undefined ? [] : [sourceOf(where)]
}

/** How a source's words say that it speaks of a field. */
const SPEAKS_OF = {
  license: /licen[cs]e|agreement/i,
  access:
    /\baccess\b|login|registration|download|redistribut|mirrors|\bS3\b|hosts no data|links|post-challenge/i,
  url: /\bURLs?\b|address|home page|\blinks?\b|\bS3\b/i,
  organization: /organi[sz]|owner|makers|hosts\b|hospitals|data citation/i,
  doi: /\bDOIs?\b|data citation/i,
  successor: /successor|directly led/i,
  derivedFrom: /sources?\b|based on|annotates|scrapes/i,
  cautions: /not designed|lose HU|already augmented|\blinks\b|Kermany/i,
} as const

const SHOWS: { readonly [Key in DataTypeKey]: RegExp } = {
  ct: /\bCT\b|\bnii\b|slices|scans/,
  xray: /\bCXR|X-ray|radiograph/i,
  mrt: /\bMRI\b/,
  ultrasound: /ultrasound/i,
  metadata: /metadata|clinical|\.csv|GenBank/,
  caseReview: /\bcases?\b/,
}

/**
 * The first of these that there is: a source that is named for the field, or whose words speak of it; one that lies at
 * the resource's own address, which for the address itself says most; all that was read, since it was read in one of them.
 */
export function sourcesFor(record: Read, field: keyof typeof SPEAKS_OF): Source[] {
  const there = sourcesAt(record, canonicalAddress(record.url) ?? record.url)
  const told = [...namedSource(record, field), ...saying(record, SPEAKS_OF[field])]
  const [first] = field === 'url' ? [...there, ...told] : [...told, ...there]
  return first ? [first] : anyOf(record)
}

/** The same for a *yes*; what is named for counts or formats describes what the set holds. */
export function sourcesForCell(record: Read, type: DataTypeKey): Source[] {
  const [first] = [
    ...saying(record, SHOWS[type]),
    ...['counts', 'formats', 'paper'].flatMap((field) => namedSource(record, field)),
  ]
  return first ? [first] : anyOf(record)
}

/** Sources at an address: those whose own address has these words. */
export const sourcesAt = (record: Read, part: string): Source[] =>
  readSources(record)
    .filter(({ where }) => where.toLowerCase().includes(part.toLowerCase()))
    .map(({ where }) => sourceOf(where))

/** What showed a status at a date: a source of that date, or one that tells of it. Nothing else will do. */
export function statusSources(
  record: Read & Pick<ResearchedRecord, 'status' | 'statusAsOf' | 'sunsetNotice'>,
): Source[] {
  const asOf = dateIn(record.statusAsOf ?? '')
  const told = readSources(record).filter(
    ({ where, facts }) =>
      asOf !== undefined && (sourceOf(where).asOf === asOf || facts.some((fact) => fact.includes(asOf))),
  )
  const found = [
    ...(record.sunsetNotice ? [{ source: record.sunsetNotice }] : []),
    ...told.map(({ where }) => sourceOf(where)),
    ...saying(record, TELLS_OF[record.status] ?? /^$/),
  ].slice(0, 1)
  return found.map(({ source }) => ({ source, ...(asOf && { asOf }) }))
}

const TELLS_OF: { readonly [status: string]: RegExp } = {
  moved: /later English URL|new link|address/,
  superseded: SPEAKS_OF.successor,
}

/** Every source of the record as one, as many as a claim has room for. */
export function anyOf(record: Read): Source[] {
  const [only, ...others] = readSources(record).map(({ where }) => sourceOf(where))
  if (!only || others.length === 0) return only ? [only] : []
  const texts = [only, ...others].map(({ source }) => source)
  while (texts.join('; ').length > LENGTHS.source) texts.pop()
  return [{ source: texts.join('; ') }]
}
