// Looks at an address without downloading its data: HEAD, then the head of a page.

import type { LinkIdentity } from '../../schema/record/sites/link.ts'
import { type Look, readAnswer, unanswered } from '../domain/links/look.ts'
import { type PageMetadata, readPage } from '../domain/look-up/page.ts'
import type { Answer, Outside } from './outside.ts'
import { pageMetadata } from './page-metadata.ts'

/** A slow site is there all the same. */
const TIME_LIMIT_MS = 10_000
/** The title and the description of a data set are in the first part of a page. */
const PAGE_BYTES = 64 * 1024
const RANGE = `bytes=0-${PAGE_BYTES - 1}`

type Answered = Extract<Answer, { result: 'answered' }>
type Failed = Extract<Answer, { result: 'failed' }>

/** What the address says; undefined where the requests of this run are spent. Never rejects. */
export async function lookAtLink(
  address: string,
  outside: Outside,
  before: LinkIdentity | null,
  now: Date,
): Promise<Look | undefined> {
  const read = (answer: Answered, identity?: LinkIdentity) =>
    readAnswer(address, { ...partsOf(answer), ...(identity && { identity }) }, before, now)
  const head = await outside(address, { method: 'HEAD', timeLimitMs: TIME_LIMIT_MS })
  if (head.result === 'failed' && !MAY_TAKE_GET.includes(head.fault)) return failure(head)
  // A limit is respected, and a file is not asked for.
  if (head.result === 'answered' && (head.status === 429 || (isThere(head) && !isPage(head))))
    return read(head)
  const got = await outside(address, { range: RANGE, timeLimitMs: TIME_LIMIT_MS, mostBytes: PAGE_BYTES })
  if (got.result === 'failed') return failure(got)
  return read(got, isThere(got) && isPage(got) ? await identityOf(got) : undefined)
}

/** Some hosts leave HEAD alone. */
const MAY_TAKE_GET: readonly Failed['fault'][] = ['late', 'unreachable']

const FAULTS = {
  address: 'is no public address',
  redirected: 'redirects in a circle, too often, or to no public address',
  late: 'does not answer in time',
  unreachable: 'does not answer',
} as const satisfies { readonly [Fault in Exclude<Failed['fault'], 'spent'>]: string }

const failure = ({ fault }: Failed): Look | undefined =>
  fault === 'spent' ? undefined : unanswered(FAULTS[fault])

const isThere = ({ status }: Answered): boolean => status >= 200 && status < 300

/** Whatever names no type may be a page. */
const isPage = ({ headers }: Answered): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('Content-Type') ?? 'text/html')

const partsOf = ({ status, url, isPermanent, headers }: Answered) => ({
  ...{ status, url, isPermanent },
  retryAfter: headers.get('Retry-After'),
  isChallenge: headers.get('cf-mitigated') === 'challenge',
})

async function identityOf({ url, body, headers }: Answered): Promise<LinkIdentity> {
  const page: PageMetadata = await pageMetadata(body, headers.get('Content-Type'))
  const { fields, dataSetDoi } = readPage(url, page)
  return { title: short(page.title), name: short(fields.name), doi: dataSetDoi ?? '' }
}

const short = (text: unknown): string => (typeof text === 'string' ? text.slice(0, 200) : '')
