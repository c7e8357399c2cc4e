// Asks other sites for what they say in public. Each request to an address that a person or another site gave is sent
// from here, so that nothing they answer, or fail to answer, costs more than the limits below.

import { checkWebAddress } from '../../schema/record/values/addresses/web-address.ts'
import { readAtMost } from './read-at-most.ts'

export interface OutsideSettings {
  /**
   * Plays all other sites, on this machine alone: it is asked for `/https://site.example/page`. Empty: the sites
   * themselves are asked.
   */
  readonly standIn: string
  readonly userAgent: string
  /** How many requests may be sent in all, redirects counted: the free plan has 50 for each run of the Worker. */
  readonly most: number
}

export interface Question {
  readonly method?: 'GET' | 'HEAD'
  /** The media types wanted. */
  readonly accept?: string
  /** A part of the file, as RFC 9110, 14.2, has it: "bytes=0-1023". */
  readonly range?: string
  /** The limit until the last byte, redirects included, in milliseconds. */
  readonly timeLimitMs: number
  /** How many bytes of the body are read, after decompression; the rest is not waited for. */
  readonly mostBytes?: number
}

/** Why there is no answer. `redirected` is a redirect that leads in a circle, too far, or to no public address. */
type OutsideFault = 'address' | 'redirected' | 'late' | 'unreachable' | 'spent'

export type Answer =
  | {
      readonly result: 'answered'
      readonly status: number
      /** Where the redirects ended; the address itself where there was none. */
      readonly url: string
      /** Whether each redirect was for good. */
      readonly isPermanent: boolean
      readonly headers: Headers
      readonly body: Uint8Array
      /** Whether the body ended within `mostBytes`. */
      readonly isWhole: boolean
    }
  /** `url` is the address at which it failed. */
  | { readonly result: 'failed'; readonly fault: OutsideFault; readonly url: string }

/** Asks one address. Never rejects. */
export type Outside = (address: string, question: Question) => Promise<Answer>

const MOST_REDIRECTS = 5
/** RFC 9110, 15.4. A 300 leaves the choice to a person, and a 304 answers a condition that is never sent. */
const REDIRECTS = [301, 302, 303, 307, 308]
const PERMANENT = [301, 308]

export function openOutside({ standIn, userAgent, most }: OutsideSettings): Outside {
  let left = most
  return async (address, question) => {
    const signal = AbortSignal.timeout(question.timeLimitMs)
    const visited = new Set<string>()
    let url = address
    let isPermanent = true
    for (;;) {
      const failed = (fault: OutsideFault): Answer => ({ result: 'failed', fault, url })
      // Cloudflare's network leads to no private address; names and numbers that mean one are refused before that.
      const checked = checkWebAddress(url)
      if ('problem' in checked) return failed(visited.size > 0 ? 'redirected' : 'address')
      url = asciiAddress(checked.url)
      if (visited.has(url) || visited.size > MOST_REDIRECTS) return failed('redirected')
      visited.add(url)
      if (left < 1) return failed('spent')
      left--
      try {
        const response = await fetch(standIn === '' ? url : `${standIn}/${url}`, {
          method: question.method ?? 'GET',
          headers: {
            'User-Agent': userAgent,
            ...(question.accept !== undefined && { Accept: question.accept }),
            ...(question.range !== undefined && { Range: question.range }),
          },
          redirect: 'manual',
          signal,
        })
        const location = REDIRECTS.includes(response.status) ? response.headers.get('Location') : null
        if (location === null) return await answered(response, { url, isPermanent }, question.mostBytes ?? 0)
        isPermanent &&= PERMANENT.includes(response.status)
        await response.body?.cancel()
        url = URL.parse(location, url)?.href ?? location
      } catch {
        return failed(signal.aborted ? 'late' : 'unreachable')
      }
    }
  }
}

/** The host in ASCII, and no fragment, which no server is sent. */
function asciiAddress(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}

async function answered(
  response: Response,
  end: { readonly url: string; readonly isPermanent: boolean },
  mostBytes: number,
): Promise<Answer> {
  const { status, headers } = response
  return { result: 'answered', status, ...end, headers, ...(await readAtMost(response, mostBytes)) }
}
