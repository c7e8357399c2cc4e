// The references in a text that somebody pastes or uploads: identifiers and addresses one a line, BibTeX and RIS, in any
// order, and references that a record has already, by their id in brackets.

import type { Refused } from '../../refusals.ts'
import { canonicalAddress, identifiersIn } from '../values/addresses/address.ts'
import { LENGTHS } from '../values/text.ts'
import { isBibtexAt, newState, readBibtexAt } from './bibtex-entry.ts'
import { bibtexWork } from './bibtex-work.ts'
import { type PrintedWork, referenceOf } from './printed-work.ts'
import { type Reference, referenceAddress } from './reference.ts'
import { isRisEnd, isRisStart, risWork } from './ris-work.ts'

export interface PastedReferences {
  /** Each work once. */
  readonly references: readonly Reference[]
  /** The first problems, each with its line. */
  readonly problems: readonly Refused[]
}

const MOST_PROBLEMS = 5
/** Repetitions included; nobody pastes so many. */
const MOST_READ = 10 * LENGTHS.references
const KEPT = /^\[([a-z0-9-]+)\]/
const keyOf = (key: string) => key.slice(0, LENGTHS.slug).toWellFormed()
/** What files of references have between their entries: comments, and the header of a publisher's RIS. */
const ASIDE = /^(?:%|(?:Provider|Database|Content): ?|[,;}]*$)/

/** `known` are the references that a line may name by their id. */
export function pastedReferences(text: string, known: readonly Reference[]): PastedReferences {
  if (text.length > LENGTHS.pasted)
    return { references: [], problems: [{ name: 'referencesTooLong', values: [LENGTHS.pasted] }] }
  return readReferences(text, known)
}

/** The same without a limit. It takes as long as the text is. */
export function readReferences(pasted: string, known: readonly Reference[]): PastedReferences {
  const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const state = newState()
  const found: Reference[] = []
  const problems: Refused[] = []
  let at = 0
  let line = 1
  const goTo = (end: number) => {
    for (; at < end; at++) if (text[at] === '\n') line++
  }
  while (at < text.length && problems.length < MOST_PROBLEMS && found.length < MOST_READ) {
    if (/\s/.test(text[at] ?? '')) goTo(at + 1)
    else if (isBibtexAt(text, at)) {
      const read = readBibtexAt(text, at, state)
      if ('fault' in read)
        problems.push({ name: 'bibtexUnreadable', values: [line, keyOf(read.key), read.fault] })
      else if (read.entry) addWork(bibtexWork(read.entry), read.entry.key)
      goTo(read.end)
    } else {
      const written = lineAt(text, at)
      if (isRisStart(written)) {
        const lines = risRecord(text, at)
        addWork(risWork(lines), '')
        goTo(Math.min(text.length, at + lines.join('\n').length))
      } else {
        readLine(written.trim())
        goTo(at + written.length)
      }
    }
  }
  const references = eachOnce(found)
  if (references.length > LENGTHS.references || found.length === MOST_READ)
    problems.push({ name: 'tooManyReferences', values: [LENGTHS.references] })
  return { references, problems }

  function addWork(work: PrintedWork, key: string): void {
    const reference = referenceOf(work)
    const isNamed = reference.title !== undefined || referenceAddress(reference) !== undefined
    if (isNamed) found.push(reference)
    else problems.push({ name: 'referenceUnnamed', values: [line, keyOf(key)] })
  }

  function readLine(written: string): void {
    const id = KEPT.exec(written)?.[1]
    const reference = id === undefined ? identified(written) : known.find((one) => one.id === id)
    if (reference) found.push(reference)
    else if (id !== undefined) problems.push({ name: 'referenceNotThere', values: [line, id] })
    else if (!ASIDE.test(written))
      problems.push({ name: 'noReference', values: [line, written.slice(0, 60).toWellFormed()] })
  }
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end < 0 ? undefined : end)
}

/** The lines of a record, to its end or to the next record. */
function risRecord(text: string, start: number): string[] {
  const lines: string[] = []
  for (let at = start; at <= text.length; ) {
    const line = lineAt(text, at)
    if (lines.length > 0 && isRisStart(line)) break
    lines.push(line)
    if (isRisEnd(line)) break
    at += line.length + 1
  }
  return lines
}

/** The reference that a DOI, a number of arXiv or PubMed, or an address is. */
function identified(written: string): Reference | undefined {
  const pubmed = /^pmid:?\s*(\d{1,9})$/i.exec(written)?.[1]
  if (pubmed !== undefined) return referenceOf({ type: 'article-journal', pubmed })
  if (/\s/.test(written.replace(/^(?:doi|arxiv):\s*/i, ''))) return undefined
  const { doi, arxiv } = identifiersIn(written)
  if (doi !== undefined) {
    const name = canonicalAddress(written) ?? ''
    return name.startsWith('arxiv:') ? preprint(name.slice(6)) : withDoi(doi)
  }
  if (arxiv !== undefined) return preprint(arxiv)
  const [, scheme, name = ''] = /^(doi|arxiv|pmid):(.+)$/s.exec(canonicalAddress(written) ?? '') ?? []
  if (scheme === 'doi') return withDoi(name)
  if (scheme === 'arxiv') return preprint(name)
  if (scheme === 'pmid') return referenceOf({ type: 'article-journal', pubmed: name })
  return /^https?:\/\//i.test(written) && URL.canParse(written)
    ? referenceOf({ type: 'webpage', url: written })
    : undefined
}

/** The archives of data and the publishers of papers have DOIs of their own. */
const OF_DATA =
  /^10\.(?:5281\/zenodo|6084\/m9\.figshare|7937\/|17632\/|7910\/dvn|5061\/dryad|34740\/|21227\/|17605\/osf)/i

const withDoi = (doi: string) => referenceOf({ type: OF_DATA.test(doi) ? 'dataset' : 'article-journal', doi })
const preprint = (arxiv: string) => referenceOf({ type: 'article', arxiv })

/** Each work once: by its id, and by its DOI, its arXiv number or its address. The first one stays. */
export function eachOnce(references: readonly Reference[]): Reference[] {
  const names = new Set<string>()
  return references.filter((reference) => {
    const all = [`id:${reference.id}`, ...addressesOfReference(reference)]
    const isNew = !all.some((name) => names.has(name))
    for (const name of all) names.add(name)
    return isNew
  })
}

/** Both the DOI and the number of a preprint, where it has both. */
function addressesOfReference(reference: Reference): string[] {
  const { archive: _, ...published } = reference
  return [referenceAddress(reference), reference.DOI && referenceAddress(published)].filter(
    (name): name is string => name !== undefined && name !== '',
  )
}

/** A line that names a reference of a record by its id, with `citation` for a reader. */
export const keptLine = ({ id }: Reference, citation: string): string => `[${id}] ${citation}`
