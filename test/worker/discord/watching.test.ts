import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import {
  CHANNEL_ID,
  EVERYONE_MAY,
  REVIEW_CHANNEL_ID,
  SECOND_VISITOR,
  SERVER_ID,
  VISITOR,
} from '../../discord/protocol/people.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import { interact, readAnswer, slash, visit } from '../../support/discord.ts'

const registry = createRegistry(env.DB)
const SERVER = { kind: 'server', guildId: SERVER_ID } as const

const MANAGE_SERVER = String(1n << 5n)
const ADMINISTRATOR = String(1n << 3n)
const manager: Scene = { permissions: MANAGE_SERVER }

beforeEach(async () => {
  await env.DB.prepare('delete from watches').run()
})

interface WatchScene {
  readonly scene?: Scene
  /** Chosen in the channel option, and what we may do there as far as Discord says. */
  readonly channel?: { readonly id: string; readonly permissions?: string }
  /** What we may do where the command is typed. */
  readonly here?: string
}

/** `/covid-watch add about:ct channel:#review`, as someone who manages the server. */
async function watching(path: string, about?: string, { scene = manager, channel, here }: WatchScene = {}) {
  const command = slashCommand(`covid-watch ${path}`, about ? { about } : {}, scene)
  const [subcommand] = command.data.options ?? []
  if (channel && subcommand && 'options' in subcommand)
    Object.assign(subcommand, {
      options: [...(subcommand.options ?? []), { name: 'channel', type: 7, value: channel.id }],
    })
  const { id, permissions } = channel ?? {}
  const resolved = id && {
    channels: {
      [id]: {
        id,
        name: 'review',
        type: 0,
        permissions: '0',
        ...(permissions && { app_permissions: permissions }),
      },
    },
  }
  return readAnswer(
    await interact({
      ...command,
      ...(here && { app_permissions: here }),
      ...(resolved && { data: { ...command.data, resolved } }),
    }),
  )
}

const on = async () =>
  (await registry.listWatches(SERVER)).map(({ channelId, watched }) => [channelId, watched.kind])

describe('/covid-watch add', () => {
  it('posts in this channel from now on, and says what and where', async () => {
    const added = await watching('add', 'ct')
    expect(added.ephemeral).toBe(true)
    expect(added.text).toBe(`I now post in <#${CHANNEL_ID}>: every new or corrected resource with CT.`)
    expect(await on()).toEqual([[CHANNEL_ID, 'wanted']])
    expect((await watching('add', 'ct')).text).toContain('I already post in')
    expect(await on()).toHaveLength(1)
  })

  it('answers in the language of who asks, and posts in the server’s', async () => {
    const scene = { ...manager, locale: 'de', serverLocale: 'fr' }
    expect((await watching('add', 'ct', { scene })).text).toBe(
      `Ab jetzt melde ich mich in <#${CHANNEL_ID}>, sobald ein neuer oder korrigierter Datensatz CT enthält.`,
    )
    const locales = () => env.DB.prepare('select locale from watches').raw()
    expect(await locales()).toEqual([['fr']])
    await watching('add', 'ct', { scene: { ...scene, serverLocale: 'de' } })
    expect(await locales()).toEqual([['de']])
  })

  it('posts in the channel named, where we may', async () => {
    const channel = { id: REVIEW_CHANNEL_ID, permissions: EVERYONE_MAY }
    const { text } = await watching('add', 'everything', { channel, here: '0' })
    expect(text).toBe(
      `I now post in <#${REVIEW_CHANNEL_ID}>: every resource that is added, corrected, moved, withdrawn or restored.`,
    )
    expect(await on()).toEqual([[REVIEW_CHANNEL_ID, 'everything']])
  })

  it.each([
    ['0', 'View Channel and Send Messages'],
    [String(1n << 10n), 'Send Messages'],
    [String(1n << 11n), 'View Channel'],
  ])('adds nothing where we may not post (%s), and says what to allow', async (permissions, missing) => {
    for (const given of [{ here: permissions }, { channel: { id: REVIEW_CHANNEL_ID, permissions } }]) {
      const { text, ephemeral } = await watching('add', 'ct', given)
      expect(ephemeral).toBe(true)
      expect(text).toContain(`allow me ${missing}; then try again.`)
    }
    expect(await on()).toEqual([])
  })

  const VIEW = 1n << 10n
  const SEND = 1n << 11n
  const IN_THREADS = 1n << 38n
  const MANAGE_THREADS = 1n << 34n
  const NO_POSTS = 'Nobody can post in that channel itself.'

  it.each([
    { type: 10, may: VIEW | SEND, sentence: 'allow me Send Messages in Threads; then' },
    { type: 11, may: VIEW | SEND, sentence: 'allow me Send Messages in Threads; then' },
    { type: 12, may: SEND, sentence: 'allow me View Channel and Send Messages in Threads; then' },
    { type: 11, may: VIEW | IN_THREADS, sentence: 'I now post in' },
    { type: 12, may: VIEW | IN_THREADS, sentence: 'I now post in' },
    { type: 11, may: VIEW | IN_THREADS, locked: true, sentence: 'allow me Manage Threads; then' },
    { type: 11, may: VIEW | IN_THREADS | MANAGE_THREADS, locked: true, sentence: 'I now post in' },
    { type: 0, may: VIEW | IN_THREADS, sentence: 'allow me Send Messages; then' },
    { type: 5, may: VIEW | SEND, sentence: 'I now post in' },
    { type: 2, may: VIEW | SEND, sentence: 'I now post in' },
    { type: 13, may: VIEW | SEND, sentence: 'I now post in' },
    { type: 99, may: VIEW | SEND, sentence: 'I now post in' },
    { type: 15, may: VIEW | SEND | IN_THREADS, sentence: NO_POSTS },
    { type: 16, may: 1n << 3n, sentence: NO_POSTS },
    { type: 4, may: VIEW | SEND, sentence: NO_POSTS },
  ])('asks in a channel of type $type for what a post there needs: $sentence', async ({
    type,
    may,
    locked = false,
    sentence,
  }) => {
    const channel = { id: CHANNEL_ID, type, name: 'here', thread_metadata: { locked } }
    const asked = slashCommand('covid-watch add', { about: 'ct' }, manager)
    const here = { ...asked, channel, app_permissions: String(may) }
    expect(readAnswer(await interact(here)).text).toContain(sentence)
    await env.DB.prepare('delete from watches').run()
    const elsewhere = slashCommand('covid-watch add', { about: 'ct', channel: { channel: '80' } }, manager)
    const [named] = [{ ...channel, id: '80', permissions: '0', app_permissions: String(may) }]
    const resolved = { channels: { '80': named } }
    const { text } = readAnswer(await interact({ ...elsewhere, data: { ...elsewhere.data, resolved } }))
    expect(text).toContain(sentence)
    expect(await on()).toHaveLength(sentence.startsWith('I now') ? 1 : 0)
  })

  it('says that it can’t see whether we may, where Discord does not say', async () => {
    const { text } = await watching('add', 'ct', { channel: { id: REVIEW_CHANNEL_ID } })
    expect(text).toContain('I cannot check whether I may')
    expect(await on()).toHaveLength(1)
  })

  it.each([
    { what: 'that Discord does not resolve', resolved: {} },
    { what: 'of another server', resolved: { channels: { '80': { id: '80', type: 0, guild_id: '8' } } } },
  ])('takes no channel $what', async ({ resolved }) => {
    const asked = slashCommand('covid-watch add', { about: 'ct', channel: { channel: '80' } }, manager)
    const { text } = readAnswer(await interact({ ...asked, data: { ...asked.data, resolved } }))
    expect(text).toBe('Choose a channel of this server.')
    expect(await on()).toEqual([])
  })

  it.each([
    ['covid-watch add', { about: 'ct' }],
    ['covid-watch list', {}],
    ['covid-review queue', {}],
  ] as const)('/%s is refused where only a person has the bot', async (path, options) => {
    for (const owners of [{ 1: VISITOR.id }, { 0: '8' }, {}]) {
      const asked = slashCommand(path, options, manager)
      const { text } = readAnswer(
        await interact(Object.assign(asked, { authorizing_integration_owners: owners })),
      )
      expect(text).toBe('This works only on servers that have added the bot.')
    }
    expect(await on()).toEqual([])
  })

  it('takes us to be allowed where we are administrators', async () => {
    await watching('add', 'ct', { here: ADMINISTRATOR })
    expect(await on()).toHaveLength(1)
  })
})

describe('/covid-watch list', () => {
  it('says what is posted where, and ends one by its menu', async () => {
    expect((await watching('list')).text).toContain('Nothing is posted on this server.')
    await watching('add', 'ct')
    await watching('add', 'everything')
    const listed = await watching('list')
    expect(listed.ephemeral).toBe(true)
    expect(listed.text).toBe(
      `## What is posted on this server\n- <#${CHANNEL_ID}> · CT\n- <#${CHANNEL_ID}> · everything`,
    )
    const asked = slashCommand('covid-watch list', {}, manager)
    const message = postedMessage({ flags: 32768, components: [] }, asked)
    const values = listed.choices.slice(0, 1)
    const ended = readAnswer(
      await interact(componentClick({ message, customId: listed.ids['Stop one'] ?? '', values }, manager)),
    )
    expect(ended.text).toBe(
      `I no longer post in <#${CHANNEL_ID}> about CT. Still active:\n- <#${CHANNEL_ID}> · everything`,
    )
    expect(await on()).toEqual([[CHANNEL_ID, 'everything']])
  })
})

describe('/covid-watch remove', () => {
  it('ends what is posted in a channel', async () => {
    await watching('add', 'case-review')
    expect((await watching('remove', 'case-review')).text).toBe(
      `I no longer post in <#${CHANNEL_ID}> about Case review.`,
    )
    expect((await watching('remove', 'case-review')).text).toBe('This is not watched.')
    expect(await on()).toEqual([])
  })

  it('ends nothing else there, in another channel or in another server', async () => {
    const ct = { kind: 'wanted', dataTypes: ['ct'], terms: {} } as const
    const elsewhere = [
      { kind: 'channel', channelId: '80', guildId: '8' },
      { kind: 'channel', channelId: REVIEW_CHANNEL_ID, guildId: SERVER_ID },
    ] as const
    for (const channel of elsewhere) await registry.addWatch(channel, ct)
    await watching('add', 'everything')
    for (const channel of [{ id: CHANNEL_ID }, { id: '80' }])
      expect((await watching('remove', 'ct', { channel })).text).toBe('This is not watched.')
    await watching('add', 'ct')
    expect((await watching('remove', 'ct')).text).toContain('I no longer post in')
    expect(await on()).toEqual([
      [REVIEW_CHANNEL_ID, 'wanted'],
      [CHANNEL_ID, 'everything'],
    ])
    expect(await registry.listWatches({ kind: 'server', guildId: '8' })).toHaveLength(1)
  })
})

describe('what is posted in a server', () => {
  it.each(['add', 'list', 'remove'])('is for who may manage it: %s', async (path) => {
    await watching('add', 'mrt')
    const about = path === 'list' ? undefined : 'mrt'
    const refused = await watching(path, about, { scene: { permissions: EVERYONE_MAY } })
    expect(refused.ephemeral).toBe(true)
    expect(refused.text).toContain('Only people with the Manage Server permission')
    expect(await on()).toHaveLength(1)
    const allowed = await watching(path, about, { scene: { permissions: ADMINISTRATOR } })
    expect(allowed.text).not.toContain('Only people with')
  })

  it('is nothing that a direct message could change', async () => {
    expect((await watching('add', 'mrt', { scene: { place: 'direct' } })).text).toBe(
      'This works only on servers.',
    )
  })

  it('is stopped from an announcement by who may manage it alone', async () => {
    await watching('add', 'mrt')
    const [watch] = await registry.listWatches(SERVER)
    const message = postedMessage({ flags: 32768, components: [] }, slashCommand('covid-data list'))
    const { interaction_metadata: _, ...posted } = message
    const stop = async (scene: Scene) =>
      readAnswer(await interact(componentClick({ message: posted, customId: `unwatch:${watch?.id}` }, scene)))
    const refused = await stop({ permissions: EVERYONE_MAY })
    expect(refused.ephemeral).toBe(true)
    expect(refused.text).toContain('Only people with the Manage Server permission')
    expect(await on()).toHaveLength(1)
    const stopped = await stop(manager)
    // Never in place of the announcement, which is everyone's.
    expect(stopped).toMatchObject({ type: 4, ephemeral: true })
    expect(await on()).toEqual([])
  })
})

describe('Watch', () => {
  it('on a list tells a person of its data type, once, until they say stop', async () => {
    const ada = visit(VISITOR)
    await ada.say('covid-data ultrasound')
    const first = await ada.press('Watch')
    expect(first.ephemeral).toBe(true)
    expect(first.text).toContain(
      'You now get a direct message for every new or corrected resource with Ultrasound.',
    )
    await ada.say('covid-data ultrasound')
    expect((await ada.press('Watch')).text).toContain('You already get')
    expect((await ada.press('Stop these messages')).text).toBe('You no longer get messages about Ultrasound.')
    expect(await registry.listWatches(SERVER)).toEqual([])
  })

  it('on a resource tells of what becomes of it, and stopping it says what is still on', async () => {
    const ada = visit(SECOND_VISITOR)
    await ada.say('covid-data mrt')
    await ada.press('Watch')
    await ada.say('covid-data show', { resource: 'eurorad' })
    expect((await ada.press('Watch')).text).toContain(
      '**eurorad.org** when it is corrected, moved, withdrawn or restored',
    )
    expect((await ada.press('Stop these messages')).text).toBe(
      'You no longer get messages about eurorad.org. Still active:\n- MRI',
    )
    expect((await ada.press('Stop one', ['999999'])).text).toContain(
      'Only people with the Manage Server permission',
    )
  })

  it('is of what a list is of: of data types, on terms; of all there is none', async () => {
    expect((await slash('ct', { also: 'metadata' })).ids.Watch).toBe('watchTerms:ct+metadata:-.-.-.')
    expect((await slash('ct', { use: 'commercial', annotations: 'lesion masks' })).ids.Watch).toBe(
      'watchTerms:ct:-.0.1.',
    )
    expect((await slash('list')).ids.Watch).toBeUndefined()
    expect((await slash('ct')).ids.Watch).toBe('watchType:ct')
  })
})
