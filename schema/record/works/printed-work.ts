// A work as a file of references prints it, and the reference that it is here.

import { exactName, identifiersIn } from '../values/addresses/address.ts'
import type { CslDate } from '../values/dates.ts'
import { partsOf } from '../values/dates.ts'
import { LENGTHS } from '../values/text.ts'
import { authorsOf } from './authors.ts'
import type { CslName, Reference } from './reference.ts'

/** Texts as printed; an empty one says nothing. */
export interface PrintedWork {
  readonly type: Reference['type']
  readonly title?: string | undefined
  readonly author?: readonly CslName[]
  readonly container?: string | undefined
  readonly publisher?: string | undefined
  readonly issued?: CslDate | undefined
  readonly accessed?: CslDate | undefined
  readonly page?: string | undefined
  readonly volume?: string | undefined
  readonly issue?: string | undefined
  readonly version?: string | undefined
  readonly doi?: string | undefined
  readonly url?: string | undefined
  /** The number of a preprint in arXiv. */
  readonly arxiv?: string | undefined
  readonly pubmed?: string | undefined
}

const PUBMED = 'https://pubmed.ncbi.nlm.nih.gov/'
/** A journal that is arXiv: "arXiv preprint arXiv:2003.11597", and "CoRR" with "abs/2003.11597" as its volume. */
const ARXIV_JOURNAL = /^(?:arxiv\b|corr$|computing research repository)/i

/** The reference of a work. A preprint of arXiv has the archive in place of a journal. */
export function referenceOf(work: PrintedWork): Reference {
  const { container = '', volume = '', page } = work
  const isArxiv = ARXIV_JOURNAL.test(container)
  const found = namesIn(work.doi, work.url)
  const named = isArxiv ? (arxivIn(container) ?? arxivIn(volume) ?? arxivIn(page ?? '')) : undefined
  const isPrinted = container !== '' && !isArxiv
  const arxiv = work.arxiv ?? named ?? (isPrinted ? undefined : found.arxiv)
  const isPreprint = arxiv !== undefined && !isPrinted
  const { doi } = found
  const texts = {
    title: work.title,
    ...(work.author && work.author.length > 0 && { author: [...work.author] }),
    ...(!isArxiv && { 'container-title': container, volume, issue: work.issue, page }),
    publisher: isPreprint && /^arxiv$/i.test(work.publisher ?? '') ? undefined : work.publisher,
    issued: work.issued,
    accessed: work.accessed,
    version: work.version,
    ...(isPreprint && { archive: 'arXiv', archive_location: arxiv.replace(/v\d+$/, '') }),
    DOI: doi,
    URL: urlOf(work, doi, isPreprint),
  }
  const type = work.type === 'article-journal' && isArxiv ? 'article' : work.type
  const item = { type, ...textsOf(texts) }
  return { id: idOf(item), ...item }
}

/** The numbers of an address are one with those of the fields. */
function namesIn(doi = '', url = '') {
  const stated = identifiersIn(doi)
  const name = url === '' ? undefined : exactName(url)
  const [, scheme, number] = /^(doi|arxiv):(.+)$/s.exec(name ?? '') ?? []
  return {
    // A publisher's page has the DOI in small letters only where its path has.
    doi: stated.doi ?? identifiersIn(url).doi ?? (scheme === 'doi' ? number : undefined),
    arxiv: stated.arxiv ?? (scheme === 'arxiv' ? number : undefined),
  }
}

const arxivIn = (text: string): string | undefined =>
  /(?:arxiv:|abs\/|^)\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i.exec(text.slice(0, 200))?.[1]

/** The address of a page, where no identifier says more. */
function urlOf({ url = '', pubmed }: PrintedWork, doi: string | undefined, isPreprint: boolean) {
  if (/^https?:\/\//i.test(url) && !/^(?:doi|arxiv):/.test(exactName(url) ?? '')) return url
  const isNamed = doi !== undefined || isPreprint
  return pubmed === undefined || isNamed ? undefined : `${PUBMED}${pubmed}/`
}

/** Without what is empty. */
const textsOf = <Texts extends object>(texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Reference>

/** An id from what the work is known by: the same text is the same reference, whoever pastes it. */
function idOf(item: Omit<Reference, 'id'>): string {
  const { DOI, URL, archive_location } = item
  if (archive_location !== undefined) return slugOf(`arxiv-${archive_location}`)
  if (DOI !== undefined) return slugOf(`doi-${DOI}`)
  const [first] = authorsOf(item).authors
  const name = first && ('literal' in first ? first.literal : first.family)
  const year = item.issued && String(partsOf(item.issued).year)
  const parts = [name, year, item.title].filter(Boolean).join(' ')
  return slugOf(
    parts === '' ? (URL ?? '').replace(/^https?:\/\/(?:www\.)?/i, '') : parts,
    JSON.stringify(item),
  )
}

/** What a cut or a letter without a slug leaves out makes a difference by a checksum of `whole`. */
function slugOf(text: string, whole = ''): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (whole === '' && slug.length <= LENGTHS.slug) return slug
  const sum = checksum(whole || plain)
  return [slug.slice(0, LENGTHS.slug - sum.length - 1).replace(/-$/, ''), sum].filter(Boolean).join('-')
}

/** FNV-1a over 32 bits. https://www.rfc-editor.org/rfc/rfc9923 */
const checksum = (text: string): string =>
  (
    Array.from(text).reduce(
      (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193),
      0x811c9dc5,
    ) >>> 0
  ).toString(36)
