import type {
  APIApplicationCommandChannelOption,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10'
import { RegistryError } from '../../schema/errors.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import type { Watch, WatchInput, WatchOwner } from '../../schema/watch-verbs.ts'
import type { Card } from '../cards/message.ts'
import { notice } from '../cards/notice.ts'
import { watchCard, watchesCard } from '../cards/watch-card.ts'
import { toldOf, watchedName } from '../cards/watch-text.ts'
import { type Call, type Server, textOption } from '../interaction.ts'
import type { Asker, Flow } from './flow.ts'

const EVERYTHING = 'everything'

const aboutOption: APIApplicationCommandStringOption = {
  type: 3,
  name: 'about',
  description: 'Every change, or the resources that come to have one kind of data',
  required: true,
  choices: [
    { name: 'Everything', value: EVERYTHING },
    ...DATA_TYPES.map((type) => ({ name: type.label, value: type.command })),
  ],
}

/** Text channels, and those whose posts other servers can follow. */
const channelOption: APIApplicationCommandChannelOption = {
  type: 7,
  name: 'channel',
  description: 'Where to post; without it, here',
  channel_types: [0, 5],
}

function aboutOf(call: Call): WatchInput {
  const about = textOption(call, 'about')
  const type = DATA_TYPES.find(({ command }) => command === about)
  if (type) return { kind: 'dataType', dataType: type.key }
  if (about === EVERYTHING) return { kind: 'everything' }
  throw new RegistryError('invalid', 'Choose everything or one of the kinds of data.')
}

/** Discord shows a command to whomever the server gave it to, so what they may do is asked of the interaction itself. */
function requireManaged({ server }: Asker): Server {
  if (!server) throw new RegistryError('invalid', 'This works in servers only.')
  if (!server.isManaged)
    throw new RegistryError(
      'forbidden',
      'Only who may manage this server can do this: it takes Manage Server.',
    )
  return server
}

/** What posting takes. Cards of components need nothing beside. */
const NEEDED = [
  { bit: 1n << 10n, name: 'View Channel' },
  { bit: 1n << 11n, name: 'Send Messages' },
]
const ADMINISTRATOR = 1n << 3n

/**
 * A sentence on what to allow where we may not post, from what Discord says that we may do there. A post to try it would
 * say more, but nothing in here sends: what does stands behind the registry, and tells only maintainers.
 */
function refusePosting(permissions: bigint): void {
  if ((permissions & ADMINISTRATOR) !== 0n) return
  const missing = NEEDED.filter(({ bit }) => (permissions & bit) === 0n).map(({ name }) => name)
  if (missing.length === 0) return
  throw new RegistryError(
    'forbidden',
    `I can’t post in that channel yet, so nothing was added. In its settings, under Permissions, allow me ${missing.join(' and ')}; then try again.`,
  )
}

const placeOf = (call: Call, server: Server) => textOption(call, 'channel') ?? server.channelId

/** What we may do in the channel; undefined where Discord does not say, as it did not before July 2026. */
const permissionsIn = (channelId: string, call: Call, server: Server): bigint | undefined =>
  channelId === server.channelId ? server.permissions : call.channels.get(channelId)?.permissions

async function add(call: Call, asker: Asker): Promise<Card> {
  const server = requireManaged(asker)
  const channelId = placeOf(call, server)
  const permissions = permissionsIn(channelId, call, server)
  if (permissions !== undefined) refusePosting(permissions)
  const watcher = { kind: 'channel', channelId, guildId: server.id } as const
  const { watch, isNew } = await asker.registry.addWatch(watcher, aboutOf(call))
  const will = isNew ? 'From now on I post' : 'This is on already: I post'
  const unsure =
    permissions === undefined
      ? '\nI can’t see from here whether I may: allow me View Channel and Send Messages.'
      : ''
  return notice(`${will} in <#${channelId}> ${toldOf(watch.watched, 100)}.${unsure}`)
}

async function remove(call: Call, asker: Asker): Promise<Card> {
  const server = requireManaged(asker)
  const channelId = placeOf(call, server)
  const watcher = { kind: 'channel', channelId, guildId: server.id } as const
  const { watched } = await asker.registry.removeWatch(watcher, aboutOf(call))
  return notice(`Nothing is posted in <#${channelId}> about ${watchedName(watched, 100)} any more.`)
}

async function list(asker: Asker): Promise<Card> {
  const server = requireManaged(asker)
  const watches = await asker.registry.listWatches({ kind: 'server', guildId: server.id })
  const title = watches.length === 0 ? NOTHING : '## What is posted in this server'
  return watchesCard(title, watches)
}

const NOTHING = 'Nothing is posted in this server. `/covid-watch add` changes that.'

/** For a person by direct message: `/covid-watch` is for servers. */
async function follow({ registry, actor }: Asker, watched: WatchInput): Promise<Card> {
  const { watch, isNew } = await registry.addWatch({ kind: 'person', actor }, watched)
  return watchCard(watch, isNew)
}

/** One's own or, for who manages the server, one of the server's; then what is left. */
async function stop(asker: Asker, id: number): Promise<Card> {
  const { registry, actor, server } = asker
  const person: WatchOwner = { kind: 'person', actor }
  const own = await endOwn(asker, person, id)
  if (own) return left(own, await registry.listWatches(person))
  const owner: WatchOwner = { kind: 'server', guildId: requireManaged(asker).id }
  const ended = await registry.endWatch(owner, id)
  return left(ended, server ? await registry.listWatches(owner) : [])
}

async function endOwn({ registry }: Asker, owner: WatchOwner, id: number): Promise<Watch | undefined> {
  try {
    return await registry.endWatch(owner, id)
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

function left({ watched, channelId }: Watch, others: readonly Watch[]): Card {
  const place = channelId === undefined ? 'You get no messages' : `Nothing is posted in <#${channelId}>`
  const rest = others.length > 0 ? ' This is still on:' : ''
  const sentence = `${place} about ${watchedName(watched, 100)} any more.${rest}`
  return watchesCard(sentence, others)
}

export const watch: Flow = {
  command: 'covid-watch',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'add',
        description: 'Post changes of the registry in a channel',
        options: [aboutOption, channelOption],
      },
      seen: 'private',
      run: add,
    },
    {
      declaration: { type: 1, name: 'list', description: 'What is posted in this server, and where' },
      seen: 'private',
      run: (_call, asker) => list(asker),
    },
    {
      declaration: {
        type: 1,
        name: 'remove',
        description: 'Post no more of it in a channel',
        options: [aboutOption, channelOption],
      },
      seen: 'private',
      run: remove,
    },
  ],
  components: {
    watchType: {
      seen: 'private',
      run: ({ type }, _chosen, asker) => follow(asker, { kind: 'dataType', dataType: type }),
    },
    watchResource: {
      seen: 'private',
      run: ({ slug }, _chosen, asker) => follow(asker, { kind: 'resource', slug }),
    },
    unwatch: {
      seen: 'private',
      run: ({ watch: id }, chosen, asker) => stop(asker, chosen[0] === undefined ? id : Number(chosen[0])),
    },
  },
}
