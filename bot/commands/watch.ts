import type {
  APIApplicationCommandChannelOption,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10'
import { RegistryError, refusal } from '../../schema/errors.ts'
import { sameValue } from '../../schema/same-value.ts'
import type { Watch, WatchInput, WatchOwner } from '../../schema/verbs/watches.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import type { Card } from '../cards/kit/message.ts'
import { notice } from '../cards/kit/notice.ts'
import { watchCard, watchesCard } from '../cards/watches/watch-card.ts'
import { watchedName, watchScope } from '../cards/watches/watch-text.ts'
import { described, type Messages, named } from '../languages/index.ts'
import { type Call, type Server, textOption } from '../request.ts'
import type { Flow, RequestContext } from './flow.ts'

const EVERYTHING = 'everything'

const aboutOption: APIApplicationCommandStringOption = {
  type: 3,
  name: 'about',
  ...described(({ commands }) => commands.watch.about),
  required: true,
  choices: [
    { ...named(({ commands }) => commands.watch.everything), value: EVERYTHING },
    ...DATA_TYPES.map((type) => ({
      ...named(({ dataTypes }) => dataTypes[type.key].label),
      value: type.command,
    })),
  ],
}

/** Text channels and announcement channels. */
const channelOption: APIApplicationCommandChannelOption = {
  type: 7,
  name: 'channel',
  ...described(({ commands }) => commands.watch.channel),
  channel_types: [0, 5],
}

function watchInput(call: Call): WatchInput {
  const about = textOption(call, 'about')
  const type = DATA_TYPES.find(({ command }) => command === about)
  if (type) return { kind: 'dataType', dataType: type.key }
  if (about === EVERYTHING) return { kind: 'everything' }
  throw refusal('invalid', 'watchAboutMissing', [])
}

/** A server can show the command to anyone, so the actor's permissions are read from the interaction. */
function getManagedServer({ server }: RequestContext): Server {
  if (!server) throw refusal('invalid', 'serversOnly', [])
  if (!server.isManaged) throw refusal('forbidden', 'managersOnly', [])
  return server
}

/** The permissions that a post needs; a card of components needs no others. */
const NEEDED = [
  { bit: 1n << 10n, name: 'view' },
  { bit: 1n << 11n, name: 'send' },
] as const
const ADMINISTRATOR = 1n << 3n

function refuseClosedChannel(permissions: bigint): void {
  if ((permissions & ADMINISTRATOR) !== 0n) return
  const missing = NEEDED.filter(({ bit }) => (permissions & bit) === 0n).map(({ name }) => name)
  if (missing.length > 0) throw refusal('forbidden', 'channelClosed', [missing])
}

const channelOf = (call: Call, server: Server) => textOption(call, 'channel') ?? server.channelId

/** The bot's permissions in the channel; undefined where Discord does not say, as before July 2026. */
const permissionsIn = (channelId: string, call: Call, server: Server): bigint | undefined =>
  channelId === server.channelId ? server.permissions : call.channels.get(channelId)?.permissions

async function add(call: Call, context: RequestContext): Promise<Card> {
  const { registry, messages } = context
  const server = getManagedServer(context)
  const channelId = channelOf(call, server)
  const permissions = permissionsIn(channelId, call, server)
  if (permissions !== undefined) refuseClosedChannel(permissions)
  const { locale } = server
  const watcher = { kind: 'channel', channelId, guildId: server.id, ...(locale && { locale }) } as const
  const { watch, isNew } = await registry.addWatch(watcher, watchInput(call))
  const confirmation = messages.watch.posts(
    `<#${channelId}>`,
    watchScope(messages, watch.watched, 100),
    isNew,
  )
  return notice(permissions === undefined ? `${confirmation}\n${messages.watch.unsure}` : confirmation)
}

async function remove(call: Call, context: RequestContext): Promise<Card> {
  const { registry, messages } = context
  const server = getManagedServer(context)
  const channelId = channelOf(call, server)
  const input = watchInput(call)
  const owner: WatchOwner = { kind: 'server', guildId: server.id }
  const watch = (await registry.listWatches(owner)).find(
    (watch) => watch.channelId === channelId && sameValue(watch.watched, input),
  )
  if (!watch) throw refusal('not_found', 'notWatched', [])
  const { watched } = await registry.endWatch(owner, watch.id)
  return notice(messages.watch.noPosts(`<#${channelId}>`, watchedName(messages, watched, 100)))
}

async function list(context: RequestContext): Promise<Card> {
  const { registry, messages } = context
  const server = getManagedServer(context)
  const watches = await registry.listWatches({ kind: 'server', guildId: server.id })
  const title = watches.length === 0 ? messages.watch.none : `## ${messages.watch.inServer}`
  return watchesCard(messages, title, watches)
}

/** A watch of a person, by direct message; the watches of `/covid-watch` belong to servers. */
async function follow({ registry, actor, messages }: RequestContext, watched: WatchInput): Promise<Card> {
  const { watch, isNew } = await registry.addWatch({ kind: 'person', actor }, watched)
  return watchCard(messages, watch, isNew)
}

/** Ends a watch of the actor or, if the actor manages the server, of the server; shows the watches left. */
async function stop(context: RequestContext, id: number): Promise<Card> {
  const { registry, actor, messages } = context
  const person: WatchOwner = { kind: 'person', actor }
  const own = await findAndEnd(context, person, id)
  if (own) return endedCard(messages, own, await registry.listWatches(person))
  const owner: WatchOwner = { kind: 'server', guildId: getManagedServer(context).id }
  const ended = await registry.endWatch(owner, id)
  return endedCard(messages, ended, await registry.listWatches(owner))
}

/** Undefined where the owner has no such watch. */
async function findAndEnd(
  { registry }: RequestContext,
  owner: WatchOwner,
  id: number,
): Promise<Watch | undefined> {
  try {
    return await registry.endWatch(owner, id)
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

function endedCard(messages: Messages, { watched, channelId }: Watch, others: readonly Watch[]): Card {
  const { noMessages, noPosts, stillOn } = messages.watch
  const name = watchedName(messages, watched, 100)
  const ended = channelId === undefined ? noMessages(name) : noPosts(`<#${channelId}>`, name)
  return watchesCard(messages, others.length > 0 ? `${ended} ${stillOn}` : ended, others)
}

export const watch: Flow = {
  command: 'covid-watch',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'add',
        ...described(({ commands }) => commands.watch.add),
        options: [aboutOption, channelOption],
      },
      reply: 'ephemeral',
      run: add,
    },
    {
      declaration: { type: 1, name: 'list', ...described(({ commands }) => commands.watch.list) },
      reply: 'ephemeral',
      run: (_call, context) => list(context),
    },
    {
      declaration: {
        type: 1,
        name: 'remove',
        ...described(({ commands }) => commands.watch.remove),
        options: [aboutOption, channelOption],
      },
      reply: 'ephemeral',
      run: remove,
    },
  ],
  components: {
    watchType: {
      reply: 'ephemeral',
      run: ({ type }, _chosen, context) => follow(context, { kind: 'dataType', dataType: type }),
    },
    watchResource: {
      reply: 'ephemeral',
      run: ({ slug }, _chosen, context) => follow(context, { kind: 'resource', slug }),
    },
    unwatch: {
      reply: 'ephemeral',
      run: ({ watch: id }, chosen, context) =>
        stop(context, chosen[0] === undefined ? id : Number(chosen[0])),
    },
  },
}
