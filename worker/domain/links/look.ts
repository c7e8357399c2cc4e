// What one look at an address says: the answer to a request, and the head of its page.

import type { LinkIdentity } from '../../../schema/record/sites/link.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import { fold } from '../../../schema/text/fold.ts'
import type { LinkVerdict } from '../../../schema/vocabulary.ts'

export interface Answered {
  readonly status: number
  /** Where the redirects ended. */
  readonly url: string
  /** Whether each redirect was said to be for good (RFC 9110, 15.4.2 and 15.4.9). */
  readonly isPermanent: boolean
  /** The header's value, where the site names a time to come back. */
  readonly retryAfter: string | null
  /** Cloudflare's mark of a page that asks whether one is human. */
  readonly isChallenge: boolean
  /** Of an HTML page. */
  readonly identity?: LinkIdentity
}

/** What a look says by itself; only several make an address dead. */
export interface Look {
  readonly verdict: Exclude<LinkVerdict, 'dead' | 'unchecked'>
  /** Null where nothing is there. */
  readonly finalUrl: string | null
  readonly isPermanent: boolean
  /** Of a page that is there, and is the one that is meant. */
  readonly identity: LinkIdentity | null
  /** In words for a maintainer: "answers 404". */
  readonly saying: string
  /** The site asks not to come back before so many seconds. */
  readonly waitSeconds: number
}

const BLOCKED = [401, 402, 403, 405, 406, 407, 418, 429, 451]
const CHALLENGE =
  /just a moment|attention required|captcha|are you (?:a )?(?:human|robot)|not a robot|verify you are|security check|access denied|bot verification/i
const SIGN_IN = /(?:^|[/.])(?:log-?in|sign-?in|sso|oauth2?|authorize|accounts)(?:[/.?]|$)/i
const NOTHING_THERE =
  /\b(?:404|page not found|not found|no longer available|does not exist|domain (?:is )?for sale|parked domain)\b/i

/** Hosts whose addresses are names for others: leading elsewhere is what they are for. */
const NAMING = [
  ...['doi.org', 'dx.doi.org', 'hdl.handle.net', 'w3id.org', 'purl.org', 'identifiers.org', 'n2t.net'],
  ...['bit.ly', 'tinyurl.com', 'goo.gl', 'cutt.ly', 'git.io'],
]

export const unanswered = (saying: string): Look => ({
  ...{ verdict: 'unreachable', finalUrl: null, isPermanent: false, identity: null, saying, waitSeconds: 0 },
})

/** `before` is what was known of the page at the first good look; `now` is needed for a Retry-After that is a date. */
export function readAnswer(
  address: string,
  answered: Answered,
  before: LinkIdentity | null,
  now: Date,
): Look {
  const { status, url, identity = null, isPermanent } = answered
  const look = (verdict: Look['verdict'], saying: string): Look => ({
    ...{ verdict, saying, isPermanent, finalUrl: verdict === 'unreachable' ? null : url },
    identity: verdict === 'alive' || verdict === 'moved' ? identity : null,
    waitSeconds: secondsOf(answered.retryAfter, now),
  })
  if (answered.isChallenge || BLOCKED.includes(status)) return look('blocked', `answers ${status}`)
  // A 416 and a 304 are about a file that is there.
  if (status >= 400 && status !== 416) return look('unreachable', `answers ${status}`)
  if (status >= 301 && status !== 304 && status < 400)
    return look('unreachable', 'redirects without saying where to')
  const { title } = identity ?? { title: '' }
  if (CHALLENGE.test(title)) return look('blocked', `asks whether one is human: "${title}"`)
  if (NOTHING_THERE.test(title)) return look('changed', `says "${title}"`)
  if (isSignIn(address, url)) return look('blocked', 'asks to sign in')
  if (isElsewhere(address, url)) return look('moved', `leads to ${url}`)
  if (identity && before && !isSamePage(before, identity))
    return look('changed', title === '' ? 'has no title any more' : `has the title "${title}"`)
  return look('alive', `answers ${status}`)
}

function isElsewhere(address: string, url: string): boolean {
  const host = hostOf(address) ?? ''
  return !NAMING.includes(host) && host !== hostOf(url)
}

function isSignIn(address: string, url: string): boolean {
  const inHostAndPath = (one: string) => {
    const parsed = URL.parse(one)
    return parsed !== null && SIGN_IN.test(`${parsed.hostname}${parsed.pathname}`)
  }
  return url !== address && inHostAndPath(url) && !inHostAndPath(address)
}

const wordsOf = (text: string): readonly string[] => fold(text).split(' ').filter(Boolean)

/** Whether half of the words are still there: titles get a version, a count or a slogan. */
function hasStayed(before: string, now: string): boolean {
  const [known, found] = [wordsOf(before), new Set(wordsOf(now))]
  return known.length > 0 && known.filter((word) => found.has(word)).length * 2 >= known.length
}

function isSamePage(before: LinkIdentity, now: LinkIdentity): boolean {
  if (before.title === '' && before.name === '' && before.doi === '') return true
  if (before.doi !== '' && before.doi === now.doi) return true
  const texts = `${now.title} ${now.name}`
  return [before.name, before.title].some((text) => hasStayed(text, texts))
}

/** RFC 9110, 10.2.3: seconds or a date; anything else says nothing. */
function secondsOf(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0
  const seconds = /^\s*\d+\s*$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now.getTime()) / 1000
  return seconds > 0 ? Math.ceil(seconds) : 0
}
