// What the fields of an entry of BibTeX or biblatex say of a work.

import type { CslDate } from '../values/dates.ts'
import type { BibtexEntry } from './bibtex-entry.ts'
import { latexText } from './latex-text.ts'
import type { PrintedWork } from './printed-work.ts'
import { bibtexNames } from './written-names.ts'

const TYPES: { readonly [type: string]: PrintedWork['type'] } = {
  article: 'article-journal',
  ...{ inproceedings: 'paper-conference', conference: 'paper-conference', proceedings: 'book' },
  ...{ incollection: 'chapter', inbook: 'chapter', book: 'book', booklet: 'book', collection: 'book' },
  ...{ phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis' },
  ...{ techreport: 'report', report: 'report', manual: 'report' },
  ...{ dataset: 'dataset', data: 'dataset', software: 'software' },
  ...{ online: 'webpage', electronic: 'webpage', www: 'webpage' },
}

/** Longer than any field may be here, the authors apart. */
const LONGEST = 2000

export function bibtexWork({ type, fields }: BibtexEntry): PrintedWork {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value?.trim())
  const text = (...names: string[]) => latexText((first(...names) ?? '').slice(0, LONGEST))
  const title = text('title')
  const subtitle = text('subtitle')
  const howpublished = first('howpublished') ?? ''
  const url = addressIn(first('url') ?? '') || addressIn(howpublished)
  const eprint = addressIn(first('eprint') ?? '')
  const archive = text('archiveprefix', 'eprinttype')
  const journal = text('journaltitle', 'journal', 'booktitle')
  return {
    type:
      TYPES[type] ??
      (url !== '' && eprint === '' && journal === '' && !fields.has('doi') ? 'webpage' : 'article'),
    title: subtitle === '' ? title : `${title}: ${subtitle}`,
    author: bibtexNames(first('author') ?? ''),
    container: journal,
    publisher:
      text('publisher', 'institution', 'school', 'organization') ||
      (addressIn(howpublished) === '' ? latexText(howpublished) : ''),
    issued: dateIn(text('date')) ?? yearAndMonth(text('year'), text('month'), text('day')),
    accessed:
      dateIn(text('urldate')) ??
      dateIn(/access\w*:?\s*(\d{4}-\d\d(?:-\d\d)?)/i.exec(text('note'))?.[1] ?? ''),
    page: text('pages', 'eid', 'articleno').replace(/\s*[–—-]+\s*/g, '-'),
    volume: text('volume'),
    issue: text('number', 'issue'),
    version: text('version'),
    doi: addressIn(first('doi') ?? '') || undefined,
    url: url || undefined,
    arxiv:
      eprint !== '' && /^(?:arxiv)?$/i.test(archive) && /\d{4}\.\d{4,5}|\/\d{7}/.test(eprint)
        ? eprint.replace(/^arxiv:\s*/i, '')
        : undefined,
    pubmed: /^\d{1,9}$/.exec(text('pmid'))?.[0],
  }
}

/** An address or identifier as it is: styles print it unchanged, though many people escape signs in it. */
function addressIn(written: string): string {
  const cut = written.slice(0, LONGEST)
  const inside = /\\url\s*\{([^{}]*)\}/.exec(cut)?.[1] ?? cut
  const bare = inside.replace(/\\([_%&#~$^{}])(?:\{\})?/g, '$1').replace(/^[{\s]+|[}\s]+$/g, '')
  return /\s/.test(bare) ? '' : bare
}

/** "2020-04-07", "2020-04" or "2020"; of a range the first day. */
export function dateIn(written: string): CslDate | undefined {
  const [, year, month, day] = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d-])/.exec(written) ?? []
  return year === undefined ? undefined : dateOf(year, month, day)
}

function dateOf(year: string, month?: string, day?: string): CslDate {
  const isIn = (part: string | undefined, most: number): part is string =>
    part !== undefined && Number(part) >= 1 && Number(part) <= most
  const parts = [year, ...(isIn(month, 12) ? [month, ...(isIn(day, 31) ? [day] : [])] : [])]
  return { 'date-parts': [parts.map(Number)] }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month is a macro, a name or a number, alone or beside a day. */
function yearAndMonth(year: string, month: string, day: string): CslDate | undefined {
  const number = /\d{4}/.exec(year)?.[0]
  if (number === undefined) return undefined
  const name = MONTHS.indexOf(/[a-z]{3}/i.exec(month)?.[0].toLowerCase() ?? '') + 1
  const beside = /\b\d{1,2}\b/.exec(month)?.[0]
  return name > 0 ? dateOf(number, String(name), day || beside) : dateOf(number, beside, day)
}
