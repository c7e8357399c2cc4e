import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { DiscordActor } from '../../../schema/verbs/actor.ts'
import type { Watcher, WatchInput } from '../../../schema/verbs/watches.ts'
import { ANNA, addition, rows, STRANGER } from '../registry/submissions.ts'
import { FakeDiscord } from './fake-discord.ts'
import { clock, faults, registry, run, runUntilDone } from './outbox.ts'

const EVE: DiscordActor = { kind: 'discord', discordId: '117000000000000123', name: 'Eve' }
const eve: Watcher = { kind: 'person', actor: EVE }
const DM = `dm-${EVE.discordId}`
const CHANNEL = '700000000000000001'
const channel = (channelId = CHANNEL, locale?: string): Watcher => ({
  kind: 'channel',
  channelId,
  guildId: '7',
  ...(locale && { locale }),
})
const SERVER = { kind: 'server', guildId: '7' } as const

const EVERYTHING: WatchInput = { kind: 'everything' }
const CT: WatchInput = { kind: 'wanted', dataTypes: ['ct'], terms: {} }
const MRT: WatchInput = { kind: 'wanted', dataTypes: ['mrt'], terms: {} }

let discord: FakeDiscord

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('delete from watches'), env.DB.prepare('delete from deliveries')])
  discord = new FakeDiscord()
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(faults.splice(0)).toEqual([])
})

async function approved(input: SubmissionInput): Promise<{ reference: string; slug: string }> {
  const { submission } = await registry.submit(STRANGER, input, { door: 'http' })
  const { slug = '' } = await registry.decideSubmission(ANNA, submission.reference, {
    decision: 'approve',
    version: 1,
  })
  return { reference: submission.reference, slug }
}

let names = 0
const added = (availability: object = { ct: 'yes' }) =>
  approved(addition(`Announced ${++names}`, { availability }))

async function corrected(slug: string, changes: object, kind: 'correction' | 'removal' = 'correction') {
  const { resource } = await registry.resolveResource(slug)
  const base = { slug, baseVersion: resource.version, reason: 'Because.' }
  return approved(kind === 'removal' ? { kind, ...base } : { kind, ...base, changes })
}

const announced = () =>
  rows("select target, change_version as version from deliveries where kind = 'announcement'")
const texts = (place: string) => discord.in(place).map(({ text }) => text)
/** Of messages of one change and of several. */
const titles = (place: string) =>
  texts(place).flatMap((text) =>
    [...text.matchAll(/(?:## |- )(\w+): \[?Announced/g)].map(([, title]) => title),
  )

describe('a change is announced to its watchers', () => {
  it('of everything, in a channel and by direct message', async () => {
    await registry.addWatch(channel(), EVERYTHING)
    await registry.addWatch(eve, EVERYTHING)
    const { slug } = await added({})
    await run()
    for (const place of [CHANNEL, DM])
      expect(texts(place)).toEqual([
        expect.stringContaining(`## Listed: [Announced ${names}](https://data.org/${slug})`),
      ])
    expect(texts(CHANNEL)[0]).toContain('watching everything')
  })

  it('in a channel in the language that its server had when the watch was added, to a person in their own', async () => {
    const greta = { ...EVE, discordId: '117000000000000124', name: 'Greta', locale: 'de' }
    await registry.addWatch(channel(CHANNEL, 'de'), EVERYTHING)
    await registry.addWatch({ kind: 'person', actor: greta }, CT)
    await registry.addWatch(channel('700000000000000002'), EVERYTHING)
    await added()
    await run()
    expect(texts(CHANNEL)[0]).toContain('## Aufgenommen: [Announced')
    expect(texts(CHANNEL)[0]).toContain('beobachtet: alles')
    expect(texts(`dm-${greta.discordId}`)[0]).toContain('## Aufgenommen: [Announced')
    expect(texts('700000000000000002')[0]).toContain('## Listed: [Announced')
    await registry.addWatch(channel(CHANNEL, 'en-GB'), EVERYTHING)
    await added({})
    await run()
    expect(texts(CHANNEL)[1]).toContain('watching everything')
  })

  it('of a data type, when a resource has it anew, and not while it is unknown', async () => {
    await registry.addWatch(channel(), CT)
    const { slug } = await added({ mrt: 'yes' })
    await corrected(slug, { organization: 'Another hospital' })
    expect(await announced()).toEqual([])
    await corrected(slug, { availability: { ct: 'yes' } })
    await corrected(slug, { name: 'It has CT still' })
    expect(await announced()).toEqual([{ target: `channel:${CHANNEL}`, version: 3 }])
    await run()
    expect(texts(CHANNEL)[0]).toContain('CT ~~unknown~~ → **yes**')
  })

  it('of the resource, for each of its changes and for no other resource', async () => {
    const { slug } = await added()
    await registry.addWatch(eve, { kind: 'resource', slug })
    await added()
    await corrected(slug, { organization: 'Another hospital' })
    await corrected(slug, { url: `https://data.org/moved-${slug}` })
    const { reference } = await corrected(slug, {}, 'removal')
    const { version } = (await registry.reviewSubmission(ANNA, reference)).submission
    await registry.undoDecision(ANNA, reference, version)
    await runUntilDone()
    expect(titles(DM)).toEqual(['Corrected', 'Moved', 'Withdrawn', 'Restored'])
    expect(texts(DM)[0]).toContain('## 4 changes')
  })

  it('also when a change is reverted or a decision is undone', async () => {
    await registry.addWatch(channel(), EVERYTHING)
    const { slug, reference } = await added()
    const { version } = (await registry.reviewSubmission(ANNA, reference)).submission
    await registry.undoDecision(ANNA, reference, version)
    const { items } = await registry.listChanges({ slug, size: 1 })
    await registry.revertChange(ANNA, items[0]?.sequence ?? 0, 2, 'It is good after all.')
    await runUntilDone()
    expect(titles(CHANNEL)).toEqual(['Listed', 'Withdrawn', 'Restored'])
  })

  it('once for the narrowest of several watches of one watcher', async () => {
    const { slug } = await added({})
    for (const watched of [EVERYTHING, CT, MRT, { kind: 'resource', slug } as const])
      await registry.addWatch(eve, watched)
    await corrected(slug, { availability: { ct: 'yes', mrt: 'yes' } })
    expect(await announced()).toHaveLength(1)
    await run()
    expect(texts(DM)).toEqual([expect.stringContaining(`watching Announced ${names}`)])
  })

  it('in the same batch, so that a refused change is not announced', async () => {
    await registry.addWatch(channel(), EVERYTHING)
    const { slug } = await added()
    const { resource } = await registry.resolveResource(slug)
    const input = { kind: 'correction', slug, baseVersion: resource.version, reason: 'Because.' } as const
    const sent = await Promise.all(
      ['One name', 'Another name'].map((name) =>
        registry.submit(STRANGER, { ...input, changes: { name } }, { door: 'http' }),
      ),
    )
    await Promise.allSettled(
      sent.map(({ submission }) =>
        registry.decideSubmission(ANNA, submission.reference, { decision: 'approve', version: 1 }),
      ),
    )
    expect((await announced()).map(({ version }) => version)).toEqual([1, 2])
  })

  it('unless the watch has ended, even if the announcement waits already', async () => {
    const { watch } = await registry.addWatch(eve, EVERYTHING)
    await added()
    await registry.endWatch({ kind: 'person', actor: EVE }, watch.id)
    await added()
    await run()
    expect(texts(DM)).toEqual([])
    expect(await rows("select state, last_error from deliveries where kind = 'announcement'")).toEqual([
      { state: 'dropped', last_error: 'The watch that it was for has ended.' },
    ])
  })
})

describe('an announcement that fails', () => {
  it.each([
    [403, 50001],
    [403, 50013],
    [404, 10003],
  ])('a channel that is closed (%i, %i) is seen by maintainers once, and its watch ends', async (status, code) => {
    await registry.addWatch(channel(), EVERYTHING)
    discord.always = ({ path }) =>
      path.includes(CHANNEL) ? { status, body: { message: 'No.', code } } : undefined
    await added()
    await run()
    expect((await registry.listDead(ANNA, { size: 5 })).items).toMatchObject([
      { kind: 'announcement', lastError: `${status} No. (${code})` },
    ])
    expect(await registry.listWatches(SERVER)).toEqual([])
    await added()
    await runUntilDone()
    expect(discord.requests.filter(({ path }) => path.includes(CHANNEL))).toHaveLength(1)
  })

  it('to a closed channel goes out when a maintainer retries it, and the watch is on again', async () => {
    await registry.addWatch(channel(), EVERYTHING)
    discord.always = ({ path }) =>
      path.includes(CHANNEL) ? { status: 403, body: { message: 'Missing Access', code: 50001 } } : undefined
    await added()
    await run()
    const [dead] = (await registry.listDead(ANNA, { size: 5 })).items
    clock.pass(3_600_000)
    await registry.retryDelivery(ANNA, dead?.id ?? 0)
    expect(await registry.listWatches(SERVER)).toHaveLength(1)
    await run()
    expect(await registry.listWatches(SERVER)).toEqual([])
    await registry.retryDelivery(ANNA, dead?.id ?? 0)
    discord.always = () => undefined
    await run()
    expect(texts(CHANNEL)).toEqual([expect.stringContaining(`Announced ${names}`)])
    expect(await registry.listWatches(SERVER)).toHaveLength(1)
  })

  it('to a closed channel that was added again meanwhile leaves one watch', async () => {
    await registry.addWatch(channel(), EVERYTHING)
    discord.always = ({ path }) =>
      path.includes(CHANNEL) ? { status: 404, body: { message: 'Unknown Channel', code: 10003 } } : undefined
    await added()
    await run()
    await registry.addWatch(channel(), EVERYTHING)
    const [dead] = (await registry.listDead(ANNA, { size: 5 })).items
    await registry.retryDelivery(ANNA, dead?.id ?? 0)
    expect(await registry.listWatches(SERVER)).toHaveLength(1)
  })

  it.each([
    [400, { code: 50035 }],
    [404, '<html>404 Not Found</html>'],
  ])('that says nothing of the channel (%i %j) leaves the watch on', async (status, body) => {
    await registry.addWatch(channel(), EVERYTHING)
    discord.always = ({ path }) => (path.includes(CHANNEL) ? { status, body } : undefined)
    await added()
    await run()
    expect((await registry.listDead(ANNA, { size: 5 })).items).toHaveLength(1)
    expect(await registry.listWatches(SERVER)).toHaveLength(1)
  })

  it('because a person accepts no direct messages ends the watch, and is not listed as dead', async () => {
    await registry.addWatch(eve, EVERYTHING)
    discord.always = ({ path }) =>
      path.includes(DM) ? { status: 403, body: { message: 'No.', code: 50007 } } : undefined
    await added()
    await run()
    expect((await registry.listDead(ANNA, { size: 5 })).items).toEqual([])
    expect(await registry.listWatches({ kind: 'person', actor: EVE })).toEqual([])
  })

  it('for a while keeps the order of one resource in one channel, and holds up no other channel', async () => {
    await registry.addWatch(channel(), EVERYTHING)
    await registry.addWatch(eve, EVERYTHING)
    const { slug } = await added()
    await corrected(slug, { name: `Announced anew ${names}` })
    discord.always = ({ path }) =>
      path.includes(CHANNEL) ? { status: 429, body: { retry_after: 5, global: false } } : undefined
    await run()
    await run()
    expect(titles(DM)).toEqual(['Listed', 'Corrected'])
    expect(texts(CHANNEL)).toEqual([])
    discord.always = () => undefined
    clock.pass(10_000)
    await runUntilDone()
    expect(titles(CHANNEL)).toEqual(['Listed', 'Corrected'])
  })

  it('by a channel’s rate limit holds up that channel, and no other', async () => {
    for (const id of [CHANNEL, '700000000000000002']) await registry.addWatch(channel(id), EVERYTHING)
    await added()
    await added()
    discord.always = ({ path }) =>
      path.includes(CHANNEL) ? { status: 429, body: { retry_after: 5, global: false } } : undefined
    await run()
    expect(titles('700000000000000002')).toHaveLength(2)
  })
})
