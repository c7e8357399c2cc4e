import { isoDate, partsOf } from '../../../schema/record/values/dates.ts'
import type { Work } from '../../../schema/record/works/cited-works.ts'
import { referenceTitle } from '../../../schema/record/works/reference.ts'
import { bibtexAuthors } from './bibtex-names.ts'
import { citeKey } from './cite-key.ts'
import { braced, latex, verbatim } from './latex.ts'

// The entry types and fields of BibTeX's standard styles ("BibTeXing", section 3), which biblatex knows too. Only
// biblatex knows @online, @software and @dataset; a standard style takes them for @misc. A style ignores fields that it
// does not know: url, doi, version and eprint/archiveprefix (as in arXiv's own export) are for biblatex and newer styles,
// copyright and abstract (as in DataCite's and Zotero's) are for reference managers.

/** Abbreviations that every style defines. They have no braces, so that each style spells the month its own way. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A work as a BibTeX entry. */
export function bibtex(reference: Work): string {
  return bibtexEntry(reference, citeKey(reference))
}

/** A work under another key, where its list already has its own. */
export function bibtexEntry(reference: Work, key: string): string {
  const type = entryType(reference)
  const { publisher, issued, accessed, archive, archive_location: eprint } = reference
  const container = reference['container-title']
  const { year, month, day } = issued ? partsOf(issued) : {}
  const fields: [name: string, value: string | undefined][] = [
    ['author', bibtexAuthors(reference)],
    // The second pair of braces keeps every capital: most of these titles are names of data sets.
    ['title', braced(latex(referenceTitle(reference)))],
    ['journal', type === 'article' ? text(container) : undefined],
    // biblatex reads an institution as a list separated by "and".
    ['institution', type === 'techreport' && publisher ? braced(latex(publisher)) : undefined],
    ['howpublished', type === 'misc' ? text(howPublished(reference)) : undefined],
    // A list too.
    ['publisher', type === 'dataset' && publisher ? braced(latex(publisher)) : undefined],
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
    ['copyright', text(reference.license)],
    ['abstract', text(reference.abstract)],
    // The standard styles do not print urldate, but all print a note.
    ['note', accessed && `Accessed: ${isoDate(accessed)}`],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${name === 'month' ? value : `{${value}}`},`],
  )
  return [`@${type}{${key},`, ...lines, '}'].join('\n')
}

/** @article requires a journal, @techreport an institution, @dataset an author and a year; @misc requires nothing. */
function entryType(reference: Work): 'article' | 'techreport' | 'dataset' | 'misc' {
  if (reference.type === 'article-journal' && reference['container-title'] !== undefined) return 'article'
  if (reference.type === 'report' && reference.publisher !== undefined) return 'techreport'
  if (reference.type === 'dataset' && reference['container-title'] === undefined && !reference.archive)
    return 'dataset'
  return 'misc'
}

/** The facts that @misc has no field for: container, publisher, and an archive without a number. */
function howPublished(reference: Work): string | undefined {
  const archive = reference.archive_location === undefined ? reference.archive : undefined
  const places = [reference['container-title'], reference.publisher, archive]
  return places.filter((place) => place !== undefined).join(', ') || undefined
}

/** BibTeX writes the dash of a range as two hyphens. */
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
