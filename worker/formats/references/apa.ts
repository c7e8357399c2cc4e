import { type CslDate, partsOf } from '../../../schema/record/values/dates.ts'
import { authorsOf } from '../../../schema/record/works/authors.ts'
import { type CslName, type Reference, referenceTitle } from '../../../schema/record/works/reference.ts'
import { oneLine } from '../../../schema/text/one-line.ts'

// Publication Manual of the American Psychological Association, 7th edition, chapter 9. There are no italics, and titles
// keep their printed capitals, because no rule can distinguish a name from a word.

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The label of a work that is not a text (section 9.21). */
const KINDS: Partial<Record<Reference['type'], string>> = {
  dataset: '[Data set]',
  software: '[Computer software]',
}

/** A reference as one line of plain text in APA 7 style. */
export function apa(reference: Reference): string {
  if (reference.title === undefined && reference.author === undefined)
    return [sentence(referenceTitle(reference)), link(reference)].filter(Boolean).join(' ')
  const year = `(${reference.issued ? partsOf(reference.issued).year : 'n.d.'})`
  const version = reference.version && `(Version ${reference.version})`
  const title = [referenceTitle(reference), version, KINDS[reference.type]].filter(Boolean).join(' ')
  const authors = authorList(reference)
  // Without an author the title takes its place (section 9.12).
  const parts = authors === '' ? [title, year] : [authors, year, title]
  return [...[...parts, ...sources(reference)].map(sentence), link(reference)].filter(Boolean).join(' ')
}

/** Up to twenty names, else the first nineteen, an ellipsis and the last (section 9.8). */
function authorList(reference: Reference): string {
  const { authors, shortened } = authorsOf(reference)
  const names = authors.map(authorName)
  const last = names.at(-1) ?? ''
  if (shortened) return [...names.slice(0, 19), 'et al.'].join(', ')
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${last}`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : last
}

function authorName(name: CslName): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.family}, ${initials(name.given)}`
}

/** Shortens "Joseph Paul" to "J. P."; keeps initials, and names in scripts without capitals. */
function initials(given: string): string {
  return given.replace(/(?<=^|[ -])(\p{Lu}\p{M}*)[\p{Ll}'’][\p{L}\p{M}'’]*(?=$|[ -])/gu, '$1.')
}

function sources(reference: Reference): string[] {
  const { volume, issue, page, archive, archive_location: number } = reference
  const volumeAndIssue = issue === undefined ? volume : `${volume ?? ''}(${issue})`
  const pages = page?.replace(/\s*[-–—]+\s*/g, '–')
  const container = [reference['container-title'], volumeAndIssue, pages].filter(Boolean).join(', ')
  const preprint = [archive, number].filter(Boolean).join(':')
  // A publisher that is the author is not named twice (section 9.29).
  const { publisher = '' } = reference
  const isAuthor = reference.author?.some((name) => 'literal' in name && name.literal === publisher)
  return [container, preprint, isAuthor ? '' : publisher].filter((source) => source !== '')
}

/** No full stop follows an address, so that readers do not copy it along (section 9.35). */
function link({ DOI, URL, accessed }: Reference): string {
  if (DOI !== undefined) return `https://doi.org/${oneLine(DOI)}`
  const address = oneLine(URL ?? '')
  if (accessed === undefined) return address
  const retrieved = `Retrieved ${longDate(accessed)}`
  return address === '' ? `${retrieved}.` : `${retrieved}, from ${address}`
}

/** "April 7, 2020", "April 2020" or "2020". */
function longDate(date: CslDate): string {
  const { year, month, day } = partsOf(date)
  const name = month === undefined ? undefined : MONTHS[month - 1]
  if (name === undefined) return String(year)
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`
}

function sentence(text: string): string {
  const line = oneLine(text)
  return /[.?!…]$/.test(line) ? line : `${line}.`
}
