import { describe, expect, it } from 'vitest'
import type { Look } from '../../../worker/domain/links/look.ts'
import { lookAtLink } from '../../../worker/outgoing/look-at-link.ts'
import type { Way } from '../../outside/misbehaving.ts'
import { playedWeb } from '../../outside/played-web.ts'
import { appear, page } from '../../support/changing-site.ts'

const NOW = new Date('2026-12-01T10:00:00Z')

/** The look, and the requests that it took. */
async function look(address: string, { most = 12, timeLimitMs = 1500 } = {}) {
  let sent = 0
  const outside = playedWeb(most)
  const counted: typeof outside = (url, question) => {
    sent += 1
    // Sites that never end are waited for ten seconds, which would be a test's minute.
    return outside(url, { ...question, timeLimitMs })
  }
  return { look: await lookAtLink(address, counted, null, NOW), sent }
}

type Verdicts = Readonly<Record<Way, Look['verdict'] | RegExp>>
const EITHER = /^(?:alive|unreachable)$/

const VERDICTS: Verdicts = {
  'no-answer': 'unreachable',
  'hangs-up': 'unreachable',
  'hangs-up-halfway': 'unreachable',
  'hangs-up-in-headers': 'unreachable',
  'no-http': 'unreachable',
  'bad-chunks': 'unreachable',
  'two-lengths': 'unreachable',
  'status-without-end': 'unreachable',
  'endless-body': 'alive',
  'slow-drip': 'unreachable',
  'giant-header': EITHER,
  'many-headers': EITHER,
  'gzip-bomb': 'alive',
  'broken-gzip': EITHER,
  'unknown-encoding': 'alive',
  'to-itself': 'unreachable',
  'to-and-fro': 'unreachable',
  'ever-further': 'unreachable',
  'to-loopback': 'unreachable',
  'to-localhost': 'unreachable',
  'to-hexadecimal': 'unreachable',
  'to-decimal': 'unreachable',
  'to-private': 'unreachable',
  'to-metadata-service': 'unreachable',
  'to-ipv6-loopback': 'unreachable',
  'to-mapped-ipv6': 'unreachable',
  'to-internal-name': 'unreachable',
  'to-single-label': 'unreachable',
  'to-file': 'unreachable',
  'to-script': 'unreachable',
  'to-data': 'unreachable',
  'to-password': 'unreachable',
  'to-nowhere': 'unreachable',
  'to-disguised': 'unreachable',
  'without-location': 'unreachable',
  'empty-location': 'unreachable',
  'relative-location': 'alive',
  'down-to-http': 'moved',
  'many-choices': 'alive',
  'wrong-encoding': 'alive',
  'no-type': 'alive',
  'binary-as-html': 'alive',
  'zip-as-zip': 'alive',
  'unclosed-html': 'alive',
  'deep-html': 'alive',
  'broken-json-ld': 'alive',
  'deep-json-ld': 'alive',
  'proto-json-ld': 'alive',
  'many-json-ld': 'alive',
  'long-texts': 'alive',
  'invisible-texts': 'alive',
  'markup-in-texts': 'alive',
  'dates-of-no-calendar': 'alive',
  'no-content': 'alive',
  'not-modified': 'alive',
  'unheard-of-status': 'unreachable',
  forbidden: 'blocked',
  'too-many-requests': 'blocked',
  broken: 'unreachable',
  'not-found': 'unreachable',
  gone: 'unreachable',
  'refuses-head': 'alive',
  'ignores-range': 'alive',
}

describe('a site that misbehaves', () => {
  it('gets a verdict by two requests, in its time, whichever way it does', async () => {
    const began = Date.now()
    const verdicts = await Promise.all(
      Object.keys(VERDICTS).map(async (way) => {
        const { look: looked, sent } = await look(`https://${way}.misbehaving.org/`)
        expect(sent).toBeLessThanOrEqual(2)
        return [way, looked?.verdict] as const
      }),
    )
    for (const [way, verdict] of verdicts)
      expect([way, verdict]).toEqual([way, expect.stringMatching(VERDICTS[way as Way])])
    expect(Date.now() - began).toBeLessThan(60_000)
  })
})

it('does not ask twice of a limit or a file', async () => {
  expect(await look('https://too-many-requests.misbehaving.org/')).toMatchObject({
    sent: 1,
    look: { waitSeconds: 3600, saying: 'answers 429' },
  })
  expect((await look('https://zip-as-zip.misbehaving.org/')).sent).toBe(1)
})

it('keeps the title and the name of the data set, however long they are', async () => {
  expect((await look('https://data.lung-lab.org/')).look?.identity).toEqual({
    title: 'COVID sonograms | Lung Lab',
    name: 'COVID sonograms',
    doi: '',
  })
  await appear('long-title', page('x'.repeat(5000)))
  expect((await look('https://long-title.changing.org/')).look?.identity?.title).toHaveLength(200)
})

it('says nothing of an address for which no request is left', async () => {
  expect(await look('https://data.lung-lab.org/', { most: 1 })).toEqual({ look: undefined, sent: 2 })
})
