// Files that people upload with a form: read from Discord's CDN alone, and never more than a file of references has.

import { afterEach, describe, expect, it, vi } from 'vitest'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { readUpload } from '../../../worker/discord/uploads.ts'

const CDN = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/refs.bib?ex=1&is=1&hm=1'
const faults: string[] = []

const read = (url: string, size = 100, apiUrl = 'https://discord.com/api/v10', timeLimitMs = 5000) =>
  readUpload(
    { url, size },
    { apiUrl, applicationId: '1', timeLimitMs, onFault: (fault) => faults.push(fault) },
  )

/** What the CDN is asked for, each request answered by `answer`. */
function cdn(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    requests.push(request)
    return answer(request)
  })
  return requests
}

afterEach(() => {
  vi.restoreAllMocks()
  faults.length = 0
})

const UNREACHABLE = { refused: { name: 'fileUnreachable', values: [] } }
const TOO_LARGE = { refused: { name: 'fileTooLarge', values: [LENGTHS.pasted] } }

describe('an uploaded file', () => {
  it.each([
    CDN,
    CDN.replace('cdn.discordapp.com', 'media.discordapp.net'),
  ])('is read at %s, as our application', async (url) => {
    const requests = cdn(() => new Response('@misc{a, title={Ärzte}}'))
    expect(await read(url)).toEqual({ text: '@misc{a, title={Ärzte}}' })
    expect(requests[0]?.headers.get('User-Agent')).toMatch(/^DiscordBot \(/)
    expect(requests[0]?.redirect).toBe('manual')
    expect(faults).toEqual([])
  })

  it.each([
    'https://cdn.discordapp.com.evil.example/refs.bib',
    'https://cdn.discordapp.com@evil.example/refs.bib',
    'https://evil.example/cdn.discordapp.com/refs.bib',
    'http://cdn.discordapp.com/refs.bib',
    'https://cdn.discordapp.com:8443/refs.bib',
    'http://127.0.0.1:8787/refs.bib',
    'data:text/plain,refs',
    'refs.bib',
  ])('is not asked for at %s', async (url) => {
    const requests = cdn(() => new Response('text'))
    expect(await read(url)).toEqual(UNREACHABLE)
    expect(requests).toEqual([])
    expect(faults).toEqual(['An uploaded file was not read: its address is not of Discord'])
  })

  it('is read from a stand-in for Discord where that is the API, and from no other address', async () => {
    cdn(() => new Response('text'))
    const api = 'http://127.0.0.1:4000/api/v10'
    expect(await read('http://127.0.0.1:4000/file', 100, api)).toEqual({ text: 'text' })
    expect(await read('http://127.0.0.1:4001/file', 100, api)).toEqual(UNREACHABLE)
  })

  it.each([
    ['is gone', () => new Response('gone', { status: 404 })],
    [
      'leads elsewhere',
      () => new Response(null, { status: 302, headers: { Location: 'https://evil.example' } }),
    ],
    ['has no answer', () => Promise.reject(new TypeError('network connection lost'))],
  ])('that %s is not read, and its address is in no log', async (_, answer) => {
    const requests = cdn(answer)
    expect(await read(CDN)).toEqual(UNREACHABLE)
    expect(requests).toHaveLength(1)
    expect(faults).toHaveLength(1)
    expect(faults.join()).not.toContain('hm=')
  })

  it('that does not end in time is not waited for', async () => {
    cdn(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    expect(await read(CDN, 100, 'https://discord.com/api/v10', 20)).toEqual(UNREACHABLE)
  })

  it('that is too large is not asked for, or not to its end where it said otherwise', async () => {
    let sent = 0
    const requests = cdn(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              sent += 10_000
              controller.enqueue(new Uint8Array(10_000).fill(65))
            },
          }),
        ),
    )
    expect(await read(CDN, LENGTHS.pasted + 1)).toEqual(TOO_LARGE)
    expect(requests).toEqual([])
    expect(await read(CDN)).toEqual(TOO_LARGE)
    expect(sent).toBeLessThan(2 * LENGTHS.pasted)
  })

  it('that is no text is refused, and one of an older program is read', async () => {
    cdn(() => new Response(new Uint8Array([0x50, 0x4b, 0, 3])))
    expect(await read(CDN)).toEqual({ refused: { name: 'fileUnreadable', values: [] } })
    cdn(() => new Response(new Uint8Array([0xc4, 0x72, 0x7a, 0x74, 0x65])))
    expect(await read(CDN)).toEqual({ text: 'Ärzte' })
  })
})
