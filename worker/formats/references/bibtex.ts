import type { Reference } from '../../../schema/record/reference.ts'
import { isoDate, partsOf } from '../../../schema/record/values/dates.ts'
import { bibtexAuthors } from './bibtex-names.ts'
import { citeKey } from './cite-key.ts'
import { braced, latex, verbatim } from './latex.ts'

// Entry types and fields are those of BibTeX's standard styles ("BibTeXing", section 3), which biblatex knows too;
// @online, @software and @dataset are biblatex's alone. Fields that a style doesn't know it passes over in silence:
// url, doi and eprint/archiveprefix (which arXiv's own export has) are known to biblatex and the newer styles.

/** The abbreviations every style defines; without braces, for each style spells months its own way. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A reference as a BibTeX entry. */
export function bibtex(reference: Reference): string {
  return bibtexEntry(reference, citeKey(reference))
}

/** The same under a key that its list has room for. */
export function bibtexEntry(reference: Reference, key: string): string {
  const type = entryType(reference)
  const { publisher, issued, accessed, archive, archive_location: eprint } = reference
  const container = reference['container-title']
  const { year, month, day } = issued ? partsOf(issued) : {}
  const fields: [name: string, value: string | undefined][] = [
    ['author', bibtexAuthors(reference)],
    // The second pair of braces keeps every capital: most of these titles are names of data sets.
    ['title', braced(latex(reference.title))],
    ['journal', type === 'article' ? text(container) : undefined],
    // To biblatex an institution is a list, whose items "and" sets apart.
    ['institution', type === 'techreport' && publisher ? braced(latex(publisher)) : undefined],
    ['howpublished', type === 'misc' ? text(howPublished(reference)) : undefined],
    ['volume', text(reference.volume)],
    ['number', text(reference.issue)],
    ['pages', pages(reference.page)],
    ['version', text(reference.version)],
    ['year', year?.toString()],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day?.toString()],
    ['eprint', identifier(eprint)],
    ['archiveprefix', eprint === undefined ? undefined : text(archive)],
    ['doi', identifier(reference.DOI)],
    ['url', identifier(reference.URL)],
    // biblatex prints urldate, and the standard styles don't; every one of them prints a note.
    ['note', accessed && `Accessed: ${isoDate(accessed)}`],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${name === 'month' ? value : `{${value}}`},`],
  )
  return [`@${type}{${key},`, ...lines, '}'].join('\n')
}

/** An article must have a journal and a report an institution; @misc must have nothing. */
function entryType(reference: Reference): 'article' | 'techreport' | 'misc' {
  if (reference.type === 'article-journal' && reference['container-title'] !== undefined) return 'article'
  if (reference.type === 'report' && reference.publisher !== undefined) return 'techreport'
  return 'misc'
}

/** Where @misc says what it has no field for: what it is part of, its publisher, an archive that gave no number. */
function howPublished(reference: Reference): string | undefined {
  const archive = reference.archive_location === undefined ? reference.archive : undefined
  const places = [reference['container-title'], reference.publisher, archive]
  return places.filter((place) => place !== undefined).join(', ') || undefined
}

/** Two hyphens make the dash of a range. */
function pages(page: string | undefined): string | undefined {
  return page
    ?.split(/\s*[-–—]+\s*/)
    .map(latex)
    .join('--')
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : latex(value)
}

function identifier(value: string | undefined): string | undefined {
  return value === undefined ? undefined : verbatim(value)
}
