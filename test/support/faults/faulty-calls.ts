// Other sites, one call to which goes wrong. A time limit ends at once, and what was waited for is added up: nothing here
// waits by a clock.

import { vi } from 'vitest'

const MISHAPS = [
  'is not reached',
  'is answered 500',
  'is answered 429',
  'is answered by a proxy',
  'gets no answer',
  'gets half an answer',
  'is done, and its answer lost',
] as const
type Mishap = (typeof MISHAPS)[number]

const lost = () => new TypeError('Network connection lost.')

interface Sites {
  /** The calls so far: "POST https://discord.com/api/v10/oauth2/token". */
  readonly calls: readonly string[]
  /** Milliseconds that were waited for what never came. */
  waited(): number
  /** The call of this number, counted from 1, goes wrong, or all do; the count begins anew. */
  befall(at: number | 'all', mishap: Mishap): void
  /** All is well again; the count begins anew. */
  recover(): void
}

/** `answer` plays the sites. `onWait` is called with each wait. */
export function faultySites(
  answer: (request: Request) => Promise<Response>,
  onWait: (ms: number) => void = () => {},
): Sites {
  let waited = 0
  let calls: string[] = []
  let befallen: { readonly at: number | 'all'; readonly mishap: Mishap } | undefined
  const ends = new WeakMap<AbortSignal, () => void>()
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController()
    ends.set(controller.signal, () => {
      waited += ms
      onWait(ms)
      controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
    })
    return controller.signal
  })
  /** The time limit of a call that is never answered. */
  const endOf = (signal: AbortSignal | null | undefined): unknown => {
    const end = signal && ends.get(signal)
    if (!end) throw new Error('Without a time limit this call would be waited for for ever.')
    end()
    return signal.reason
  }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, { ...init, signal: null })
    calls.push(`${request.method} ${request.url}`)
    if (!befallen || (befallen.at !== 'all' && befallen.at !== calls.length)) return answer(request)
    switch (befallen.mishap) {
      case 'is not reached':
        throw lost()
      case 'is answered 500':
        return new Response('Internal Server Error', { status: 500 })
      case 'is answered 429':
        return Response.json(
          { message: 'You are being rate limited.', retry_after: 2, global: false },
          { status: 429, headers: { 'Retry-After': '2' } },
        )
      case 'is answered by a proxy':
        return new Response('<!doctype html><title>Just a moment</title>', {
          headers: { 'Content-Type': 'text/html' },
        })
      case 'gets no answer':
        throw endOf(init?.signal)
      case 'gets half an answer': {
        const { status, headers } = await answer(request)
        const bytes = new TextEncoder().encode('{"')
        const body = new ReadableStream({
          start: (controller) => controller.enqueue(bytes),
          pull: (controller) => controller.error(endOf(init?.signal)),
        })
        return new Response([101, 204, 304].includes(status) ? null : body, { status, headers })
      }
      case 'is done, and its answer lost':
        await answer(request)
        throw lost()
    }
  })
  const begin = (next: typeof befallen) => {
    befallen = next
    calls = []
    waited = 0
  }
  return {
    get calls() {
      return calls
    },
    waited: () => waited,
    befall: (at, mishap) => begin({ at, mishap }),
    recover: () => begin(undefined),
  }
}

/** Each call of what makes so many, with each mishap. */
export const eachMishap = (calls: number) =>
  Array.from({ length: calls }, (_, n) => n + 1).flatMap((at) => MISHAPS.map((mishap) => ({ at, mishap })))
