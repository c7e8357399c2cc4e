// What the site of a listed resource says today becomes a correction where it changed, one at a time.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { compareUpstream } from '../../../worker/jobs/upstream.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { playedWeb } from '../../outside/played-web.ts'
import { appear } from '../../support/changing-site.ts'
import { insertResources, madeUp } from '../registry/made-up.ts'
import { ANNA } from '../registry/submissions.ts'

const SITE = 'https://lung-atlas.changing.org/'
const clock = { now: new Date('2027-01-01T08:00:00.000Z') }
const registry = createRegistry(env.DB, { now: () => clock.now })

const says = (dataSet: Readonly<Record<string, string>>) =>
  appear('lung-atlas', {
    body: `<!doctype html><title>Lungs</title><script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      ...{ name: 'Lung atlas', url: SITE, ...dataSet },
    })}</script>`,
  })

/** The next look, a week later. */
async function look() {
  clock.now = new Date(clock.now.getTime() + 7 * 86_400_000)
  const own = createRegistry(env.DB, { now: () => clock.now })
  const outside = playedWeb(45)
  await compareUpstream({
    ...{ registry: own, outside, now: clock.now },
    onFault: (fault) => expect.unreachable(String(fault)),
  })
  return own.countQueries().sent
}

const waiting = async () =>
  (await registry.listSubmissions(ANNA, { state: 'pending', size: 25 })).items.map(
    ({ submission }) => submission,
  )

beforeAll(async () => {
  await registry.addMaintainer('console', '900000000000000001', 'Anna')
  await env.DB.prepare("update resources set status = 'removed'").run()
  await insertResources([
    madeUp(20_000, { slug: 'lung-atlas', name: 'Lung atlas', url: SITE, license: 'MIT' }),
  ])
})

it('proposes nothing while the site says what the record says', async () => {
  await says({ license: 'https://spdx.org/licenses/MIT', version: '1.0' })
  await look()
  expect(await waiting()).toEqual([])
})

it('proposes a new licence and a new version as one correction, with where they were read', async () => {
  await says({ license: 'https://creativecommons.org/licenses/by/4.0/', version: '2.0' })
  expect(await look()).toBeLessThan(20)
  const [correction, ...others] = await waiting()
  expect(others).toEqual([])
  expect(correction).toMatchObject({
    ...{ kind: 'correction', slug: 'lung-atlas', baseVersion: 1 },
    changes: { license: expect.stringMatching(/CC.BY.4\.0/), versions: [{ label: '2.0' }] },
    reason: `The site says another licence, and a version that the record does not have. Looked up at ${SITE} on 2027-01-15.`,
  })
  expect(correction?.evidence.map(({ field, source }) => [field, source])).toEqual(
    expect.arrayContaining([['license', SITE]]),
  )
})

it('proposes no other while that one waits', async () => {
  await says({ license: 'https://www.gnu.org/licenses/gpl-3.0.html', version: '3.0' })
  await look()
  expect(await waiting()).toHaveLength(1)
})

it('does not propose again what a maintainer rejected and the site goes on to say', async () => {
  const [correction] = await waiting()
  const rejection = { decision: 'reject', reason: 'Only the code is.', version: 1 } as const
  await registry.decideSubmission(ANNA, correction?.reference ?? '', rejection)
  await says({ license: 'https://creativecommons.org/licenses/by/4.0/', version: '2.0' })
  await look()
  expect(await waiting()).toEqual([])
})

it('loses nothing to a site that hangs up', async () => {
  await appear('lung-atlas', { hangsUp: true })
  await look()
  await says({ license: 'https://creativecommons.org/licenses/by/4.0/', version: '2.0' })
  await look()
  expect(await waiting()).toEqual([])
})
