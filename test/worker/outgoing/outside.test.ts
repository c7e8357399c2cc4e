import { describe, expect, it } from 'vitest'
import type { Answer, Question } from '../../../worker/outgoing/outside.ts'
import { pageMetadata } from '../../../worker/outgoing/page-metadata.ts'
import type { Way } from '../../outside/misbehaving.ts'
import { playedWeb } from '../../outside/played-web.ts'

const PUBLIC_URL = 'https://registry.example'
const MOST_BYTES = 512 * 1024
const LIMIT_MS = 1000

const ask = (address: string, question: Partial<Question> = {}) =>
  playedWeb(50, PUBLIC_URL)(address, { timeLimitMs: LIMIT_MS, mostBytes: MOST_BYTES, ...question })
const askWay = (way: Way, question?: Partial<Question>) => ask(`https://${way}.misbehaving.org/`, question)

/** "failed: late", or "200" with the path that it ended at. */
const outcomeOf = (answer: Answer) =>
  answer.result === 'failed' ? answer.fault : `${answer.status} ${new URL(answer.url).pathname}`

const OUTCOMES: Readonly<Record<Way, string | RegExp>> = {
  'no-answer': 'late',
  'hangs-up': 'unreachable',
  'hangs-up-halfway': 'unreachable',
  'hangs-up-in-headers': 'unreachable',
  'no-http': 'unreachable',
  'bad-chunks': 'unreachable',
  'two-lengths': 'unreachable',
  'status-without-end': 'late',
  'endless-body': '200 /',
  'slow-drip': 'late',
  'giant-header': /^(?:200 \/|unreachable)$/,
  'many-headers': /^(?:200 \/|unreachable)$/,
  'gzip-bomb': '200 /',
  'broken-gzip': /^(?:200 \/|unreachable)$/,
  'unknown-encoding': '200 /',
  'to-itself': 'redirected',
  'to-and-fro': 'redirected',
  'ever-further': 'redirected',
  'to-loopback': 'redirected',
  'to-localhost': 'redirected',
  'to-hexadecimal': 'redirected',
  'to-decimal': 'redirected',
  'to-private': 'redirected',
  'to-metadata-service': 'redirected',
  'to-ipv6-loopback': 'redirected',
  'to-mapped-ipv6': 'redirected',
  'to-internal-name': 'redirected',
  'to-single-label': 'redirected',
  'to-file': 'redirected',
  'to-script': 'redirected',
  'to-data': 'redirected',
  'to-password': 'redirected',
  'to-nowhere': 'redirected',
  'to-disguised': '404 /',
  'without-location': '302 /',
  'empty-location': '302 /',
  'relative-location': '200 /here',
  'down-to-http': '200 /here',
  'many-choices': '300 /',
  'wrong-encoding': '200 /',
  'no-type': '200 /',
  'binary-as-html': '200 /',
  'zip-as-zip': '200 /',
  'unclosed-html': '200 /',
  'deep-html': '200 /',
  'broken-json-ld': '200 /',
  'deep-json-ld': '200 /',
  'proto-json-ld': '200 /',
  'many-json-ld': '200 /',
  'long-texts': '200 /',
  'invisible-texts': '200 /',
  'markup-in-texts': '200 /',
  'dates-of-no-calendar': '200 /',
  'no-content': '204 /',
  'not-modified': '304 /',
  'unheard-of-status': '599 /',
  forbidden: '403 /',
  'too-many-requests': '429 /',
  broken: '500 /',
  'not-found': '404 /',
  gone: '410 /',
  'refuses-head': '200 /',
  'ignores-range': '200 /',
}

describe('a site that misbehaves', () => {
  it.concurrent.each(Object.entries(OUTCOMES))('in the way "%s" comes to "%s"', async (way, outcome) => {
    const began = Date.now()
    const answer = await askWay(way as Way)
    expect(outcomeOf(answer)).toEqual(outcome instanceof RegExp ? expect.stringMatching(outcome) : outcome)
    if (answer.result === 'answered') {
      expect(answer.body.length).toBeLessThanOrEqual(MOST_BYTES)
      // Whatever it is, reading it as a page ends well.
      const { title, meta, jsonLd } = await pageMetadata(answer.body, answer.headers.get('Content-Type'))
      expect(JSON.stringify([title, meta, jsonLd]).length).toBeLessThan(500_000)
    }
    // A busy machine takes its time; an endless site would take all of it.
    expect(Date.now() - began).toBeLessThan(20 * LIMIT_MS)
  })

  it('does not cost more than the requests that may be sent', async () => {
    const outside = playedWeb(3, PUBLIC_URL)
    const question = { timeLimitMs: LIMIT_MS }
    expect(outcomeOf(await outside('https://ever-further.misbehaving.org/1', question))).toBe('spent')
    expect(outcomeOf(await outside('https://gone.misbehaving.org/', question))).toBe('spent')
  })
})

describe('an address that is not public is not asked', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost:8787/',
    'http://[fd00::1]/',
    'http://192.168.0.1',
    'http://0/',
    'http://017700000001/',
    'https://user@pages.misbehaving.org/',
    'ftp://pages.misbehaving.org/',
    'https://registry.internal/',
    'data:text/html,x',
    'not an address',
    '',
  ])('%s', async (address) => {
    expect(await ask(address)).toEqual({ result: 'failed', fault: 'address', url: address })
  })
})

describe('a question', () => {
  it('reads as much as was asked for, and says whether that is all', async () => {
    const first = await askWay('ignores-range', { mostBytes: 100, range: 'bytes=0-99' })
    expect(first).toMatchObject({ result: 'answered', isWhole: false })
    expect(first.result === 'answered' && first.body.length).toBe(100)
    expect(await askWay('not-found')).toMatchObject({ isWhole: true })
  })

  it('by HEAD reads nothing', async () => {
    expect(await askWay('refuses-head', { method: 'HEAD' })).toMatchObject({ status: 405 })
    expect(await askWay('not-found', { method: 'HEAD' })).toMatchObject({ status: 404, isWhole: true })
  })
})
