// A data set that nobody sent in becomes a listed record, and one that is not wanted is never offered again.

import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runDiscovery } from '../../worker/jobs/discovery.ts'
import { openOutside } from '../../worker/outgoing/outside.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { MAINTAINER, REVIEW_CHANNEL_ID } from '../discord/protocol/people.ts'
import { visit } from '../support/discord.ts'
import { deliver, messagesIn, openDiscord, textOf } from './discord.ts'

const registry = createRegistry(env.DB)
const ADA = { kind: 'discord', discordId: MAINTAINER.id, name: MAINTAINER.globalName } as const

/** A week goes by with each search. */
let weeks = 0
async function search() {
  const now = new Date(Date.now() + weeks++ * 7 * 86_400_000)
  const faults: unknown[] = []
  await runDiscovery({
    registry: createRegistry(env.DB, { now: () => now }),
    outside: openOutside({
      standIn: env.OUTSIDE_URL,
      userAgent: 'covid-imaging-registry (no address)',
      most: 20,
    }),
    now,
    onFault: (fault) => faults.push(fault),
  })
  expect(faults).toEqual([])
}

beforeAll(async () => {
  await registry.addMaintainer('console', ADA.discordId, ADA.name)
  await search()
})
afterAll(() => {
  vi.restoreAllMocks()
})

const CT = 'Chest CT of COVID-19 from two hospitals'
const CLIPS = 'Lung ultrasound clips in COVID-19 wards'

describe('a search of DataCite and Hugging Face', () => {
  it('brings what speaks of COVID-19 and of images, the best first, and says why', async () => {
    const bob = visit(MAINTAINER)
    const card = await bob.say('covid-review candidates')
    const lines = card.text.split('\n')
    expect(lines[0]).toBe('## 3 candidates')
    expect(lines.filter((line) => line.startsWith('**['))).toEqual([
      expect.stringContaining(`[${CT}](https://doi.org/10.5281/zenodo.9900102)`),
      expect.stringContaining(`[${CLIPS}](https://doi.org/10.17632/zz9900103.1)`),
      expect.stringContaining(
        '[COVID X-rays by phone](https://huggingface.co/datasets/lung-lab/covid-xray-phone-photos)',
      ),
    ])
    expect(lines[2]).toContain(
      'a type of image in the title, COVID-19 in the title, a licence, 10 MB or more and image files',
    )
    expect(card.text).not.toMatch(/Additional file|Tweets/)
  })

  it('tells the review channel once', async () => {
    await openDiscord()
    await deliver()
    await deliver()
    const posts = (await messagesIn(REVIEW_CHANNEL_ID)).map(textOf)
    expect(posts.filter((post) => post.includes('3 data sets were found that are not listed'))).toHaveLength(
      1,
    )
    vi.restoreAllMocks()
  })

  it('lists nothing by itself', async () => {
    const [listed] = await registry.findResourcesAt(['https://zenodo.org/records/9900102'])
    expect(listed).toBeUndefined()
  })
})

describe('a candidate that is taken up', () => {
  it('becomes a listed record, filled in by its site, once a maintainer has approved it', async () => {
    const bob = visit(MAINTAINER)
    await bob.say('covid-review candidates')
    const taken = await bob.press('Take it up')
    const [reference = ''] = /S-[0-9A-Z]{5}/.exec(taken.text) ?? []
    expect(taken.text).toContain(`${CT} waits for a decision as ${reference}`)
    expect(taken.text).toContain('## 2 candidates')
    await bob.press(`Open ${reference}`)
    await bob.press('Approve')
    const { record } = await registry.getResource('chest-ct-of-covid-19-from-two-hospitals')
    expect(record).toMatchObject({
      url: 'https://doi.org/10.5281/zenodo.9900102',
      organization: 'Lung Imaging Centre',
      licenseSpdx: 'CC-BY-4.0',
      downloadBytes: 41_200_000_000,
      availability: { ct: 'yes', metadata: 'yes' },
    })
    const sourced = record.claims.filter(({ source }) => source.startsWith('https://api.datacite.org/'))
    expect(sourced.length).toBeGreaterThanOrEqual(5)
  })

  it('one that is not wanted is never offered again, nor is what is listed', async () => {
    const bob = visit(MAINTAINER)
    const card = await bob.say('covid-review candidates')
    expect(card.text).toContain(CLIPS)
    await bob.press('Not for us')
    const declined = await bob.fill({ reason: 'Clips of another illness, by its paper.' })
    expect(declined.text).toContain(`${CLIPS} will not be offered again.`)
    await search()
    const again = await bob.say('covid-review candidates')
    expect(again.text).toContain('## One candidate')
    expect(again.text).not.toContain(CLIPS)
    expect(again.text).not.toContain(CT)
  })

  it('each decision is in the log of what maintainers did', async () => {
    const { items } = await registry.listActions(ADA, { size: 10 })
    expect(items.map(({ action, subject }) => [action, subject.name ?? subject.key])).toEqual(
      expect.arrayContaining([
        ['take_up', CT],
        ['decline', CLIPS],
      ]),
    )
  })
})
