// Asks what an address says of itself: the agency of its DOI, the API of its host, or its page.

import type { LookUp, Outcome } from '../../schema/record/sites/look-up.ts'
import { canonicalAddress, exactName } from '../../schema/record/values/addresses/address.ts'
import { crossrefAddress, readCrossref } from '../domain/look-up/crossref.ts'
import { dataciteAddress, readDatacite } from '../domain/look-up/datacite.ts'
import { githubAddress, readGithub } from '../domain/look-up/github.ts'
import { huggingFaceAddress, readHuggingFace } from '../domain/look-up/hugging-face.ts'
import { merged } from '../domain/look-up/merge.ts'
import { readPage } from '../domain/look-up/page.ts'
import { pubmedAddress, readPubmed } from '../domain/look-up/pubmed.ts'
import type { SiteRecord } from '../domain/look-up/site-record.ts'
import type { Outside } from './outside.ts'
import { pageMetadata } from './page-metadata.ts'

/** A site to ask, and how its answer is read. */
interface Inquired {
  readonly source: string
  readonly accept: string
  readonly read: (body: Uint8Array, headers: Headers) => Promise<SiteRecord | undefined>
}

const JSON_TYPE = 'application/json'
/** The head of a page has all that is read of it; descriptions of large records in JSON are shorter. */
const MOST_BYTES = 512 * 1024

const inJson = (
  source: string,
  read: (source: string, answer: string) => SiteRecord | undefined,
): Inquired => ({
  source,
  accept: JSON_TYPE,
  read: async (body) => read(source, new TextDecoder().decode(body)),
})
const atDatacite = (doi: string) => inJson(dataciteAddress(doi), readDatacite)
const atCrossref = (doi: string) => inJson(crossrefAddress(doi), readCrossref)
const atPubmed = (scheme: 'pmid' | 'pmc', number: string) =>
  inJson(pubmedAddress(scheme === 'pmid' ? 'pubmed' : 'pmc', number), readPubmed)
const atPage = (source: string): Inquired => ({
  source,
  accept: 'text/html,application/xhtml+xml',
  async read(body, headers) {
    const type = headers.get('Content-Type')
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type ?? 'text/html')) return undefined
    return readPage(source, await pageMetadata(body, type))
  },
})

const ARXIV_PREFIX = '10.48550/arXiv.'

/** The sites that know an address, the one that is trusted most first. */
function inquiriesFor(address: string): readonly Inquired[] {
  const name = exactName(address) ?? ''
  const [, scheme, number = ''] = /^(doi|arxiv|pmid|pmc):(.+)$/s.exec(name) ?? []
  if (scheme === 'doi') return [atDatacite(number), atCrossref(number)]
  if (scheme === 'arxiv') return [atDatacite(ARXIV_PREFIX + number.replace(/v\d+$/, ''))]
  if (scheme === 'pmid' || scheme === 'pmc') return [atPubmed(scheme, number)]
  const github = githubAddress(address) ?? githubAddress(canonicalAddress(address) ?? '')
  if (github !== undefined) return [inJson(github, readGithub)]
  const huggingFace = huggingFaceAddress(address)
  return huggingFace === undefined ? [atPage(address)] : [inJson(huggingFace, readHuggingFace)]
}

/** What the answers of the first sites lead to: the DOI of the data set, and the paper about it. */
function furtherInquiries(records: readonly SiteRecord[], asked: readonly Inquired[]): readonly Inquired[] {
  const dataSet = records.find(({ dataSetDoi }) => dataSetDoi !== undefined)?.dataSetDoi
  const paper = records.find(({ paperDoi }) => paperDoi !== undefined)?.paperDoi
  const isOfArxiv = paper?.toLowerCase().startsWith(ARXIV_PREFIX.toLowerCase()) === true
  const further = [
    ...(dataSet === undefined ? [] : [atDatacite(dataSet)]),
    ...(paper === undefined ? [] : [isOfArxiv ? atDatacite(paper) : atCrossref(paper)]),
  ]
  return further.filter(({ source }) => !asked.some((one) => one.source === source))
}

/**
 * What an address says of itself, by at most four sites, within the time. Never rejects: what a site does not say, or
 * says too late, is missing. `address` is one that may be listed (`checkWebAddress`).
 */
export async function lookUp(
  address: string,
  outside: Outside,
  { timeLimitMs, now }: { readonly timeLimitMs: number; readonly now: Date },
): Promise<LookUp> {
  const end = Date.now() + timeLimitMs
  const askAll = (inquired: readonly Inquired[]) =>
    Promise.all(inquired.map((one) => inquire(one, outside, Math.max(1, end - Date.now()))))
  const first = inquiriesFor(address)
  const answers = await askAll(first)
  const further = await askAll(furtherInquiries(recordsIn(answers), first))
  // An agency says more of a data set than a page does.
  const trusted = [...further, ...answers].toSorted((a, b) => Number(a.isPage) - Number(b.isPage))
  return {
    ...merged(address, recordsIn(trusted), now.toISOString().slice(0, 10)),
    inquiries: [...answers, ...further].map(({ source, outcome }) => ({ source, outcome })),
  }
}

/** What answers for an API in HTML, a proxy or a check for people, knows nothing of what the API says. */
const isJson = (headers: Headers): boolean => /\bjson\b/i.test(headers.get('Content-Type') ?? '')

const recordsIn = (answers: readonly { readonly record: SiteRecord | undefined }[]): SiteRecord[] =>
  answers.flatMap(({ record }) => record ?? [])

async function inquire({ source, accept, read }: Inquired, outside: Outside, timeLimitMs: number) {
  const answer = await outside(source, { accept, timeLimitMs, mostBytes: MOST_BYTES })
  const isPage = accept !== JSON_TYPE
  const without = (outcome: Outcome) => ({ source, outcome, isPage, record: undefined })
  if (answer.result === 'failed') return without(answer.fault === 'late' ? 'late' : 'failed')
  const { status } = answer
  if (status === 404 || status === 410) return without('nothing')
  if ([401, 403, 429, 451].includes(status)) return without('refused')
  if (status !== 200 || (!isPage && !(answer.isWhole && isJson(answer.headers)))) return without('failed')
  const record = await read(answer.body, answer.headers)
  return record ? { source, outcome: 'answered' as const, isPage, record } : without('nothing')
}
