import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DiscordActor } from '../../../schema/verbs/actor.ts'
import type { Watcher, WatchInput } from '../../../schema/verbs/watches.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { failure, rows } from './submissions.ts'

const registry = createRegistry(env.DB)

const actor = (n: number): DiscordActor => ({
  kind: 'discord',
  discordId: `11700000000000070${n}`,
  name: `P${n}`,
})
const person = (n: number) => ({ kind: 'person', actor: actor(n) }) as const
const channel = (channelId: string, guildId = '7'): Watcher => ({ kind: 'channel', channelId, guildId })
const server = (guildId: string) => ({ kind: 'server', guildId }) as const

const EVERYTHING: WatchInput = { kind: 'everything' }
const CT: WatchInput = { kind: 'wanted', dataTypes: ['ct'], terms: {} }
const EURORAD: WatchInput = { kind: 'resource', slug: 'eurorad' }

beforeEach(async () => {
  await env.DB.prepare('delete from watches').run()
})

describe('a watch', () => {
  it.each([EVERYTHING, CT, EURORAD])('of a person or a channel is on once: %j', async (watched) => {
    for (const watcher of [person(1), channel('70')]) {
      const first = await registry.addWatch(watcher, watched)
      expect(first).toMatchObject({ isNew: true, watch: { watched } })
      expect(await registry.addWatch(watcher, watched)).toEqual({ watch: first.watch, isNew: false })
    }
    expect(await rows('select count(*) as n from watches')).toEqual([{ n: 2 }])
  })

  it('is on once, however often it is asked for at the same time', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => registry.addWatch(person(1), CT)))
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(made.map(({ watch }) => watch.id)).size).toBe(1)
  })

  it('of a resource that is not there is refused, and never becomes one of everything', async () => {
    const nothing = { kind: 'resource', slug: 'no-such-thing' } as const
    expect(await failure(registry.addWatch(person(1), nothing))).toMatchObject({ code: 'not_found' })
    expect(await rows('select * from watches')).toEqual([])
  })

  it('names a resource as it is called', async () => {
    const { watch } = await registry.addWatch(person(1), EURORAD)
    expect(watch.watched).toEqual({ kind: 'resource', slug: 'eurorad', name: 'eurorad.org' })
  })

  it('that has ended can be had again', async () => {
    const { watch } = await registry.addWatch(channel('70'), CT)
    expect(await registry.endWatch(server('7'), watch.id)).toEqual(watch)
    expect(await registry.addWatch(channel('70'), CT)).toMatchObject({ isNew: true })
    expect(await rows('select count(*) as n from watches')).toEqual([{ n: 2 }])
  })
})

describe('the watches that are on', () => {
  it('are listed by server or by person, in the order in which they came', async () => {
    await registry.addWatch(channel('71'), EVERYTHING)
    await registry.addWatch(channel('70'), CT)
    await registry.addWatch(channel('80', '8'), CT)
    await registry.addWatch(person(1), EURORAD)
    await registry.addWatch(person(2), CT)
    const ofServer = await registry.listWatches(server('7'))
    expect(ofServer.map(({ channelId, watched }) => [channelId, watched.kind])).toEqual([
      ['71', 'everything'],
      ['70', 'wanted'],
    ])
    expect(await registry.listWatches(person(1))).toMatchObject([{ watched: EURORAD }])
    expect(await registry.listWatches(person(3))).toEqual([])
  })

  it('are ended by their number by who owns them alone, as often as they like', async () => {
    const { watch: own } = await registry.addWatch(person(1), CT)
    const { watch: posted } = await registry.addWatch(channel('70'), CT)
    for (const [owner, id] of [
      [person(2), own.id],
      [server('7'), own.id],
      [server('8'), posted.id],
      [person(1), posted.id],
      [person(1), 999_999],
    ] as const)
      expect(await failure(registry.endWatch(owner, id))).toMatchObject({ code: 'not_found' })
    for (let times = 0; times < 2; times++) {
      expect(await registry.endWatch(person(1), own.id)).toEqual(own)
      expect(await registry.endWatch(server('7'), posted.id)).toEqual(posted)
    }
    expect(await registry.listWatches(person(1))).toEqual([])
    expect(await registry.listWatches(server('7'))).toEqual([])
  })
})
