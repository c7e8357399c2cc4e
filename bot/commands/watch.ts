import type {
  APIApplicationCommandChannelOption,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10'
import { RegistryError, refusal } from '../../schema/errors.ts'
import { hasTerms } from '../../schema/record/filters.ts'
import { sameValue } from '../../schema/same-value.ts'
import type { Watch, WatchInput, WatchOwner } from '../../schema/verbs/watches.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import type { Card } from '../cards/kit/message.ts'
import { notice } from '../cards/kit/notice.ts'
import { watchCard, watchesCard } from '../cards/watches/watch-card.ts'
import { watchedName, watchScope } from '../cards/watches/watch-text.ts'
import { described, type Messages, named } from '../languages/index.ts'
import { type Call, type PostingPlace, type Server, textOption } from '../request.ts'
import type { Flow, RequestContext } from './flow.ts'
import { termOptions, termsIn } from './terms.ts'

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

/** Threads of an announcement channel, public and private. */
const THREADS = [10, 11, 12] as const
/** The text of voice and stage channels, text and announcement channels, threads. */
const POSTABLE = [0, 2, 5, 13, ...THREADS] as const
/** Categories and directories have no messages, forums and media channels only threads. */
const WITHOUT_POSTS: readonly number[] = [4, 14, 15, 16]

const channelOption: APIApplicationCommandChannelOption = {
  type: 7,
  name: 'channel',
  ...described(({ commands }) => commands.watch.channel),
  channel_types: [...POSTABLE],
}

function watchInput(call: Call): WatchInput {
  const about = textOption(call, 'about')
  const type = DATA_TYPES.find(({ command }) => command === about)
  const terms = termsIn(call)
  if (type || (about === EVERYTHING && hasTerms(terms)))
    return { kind: 'wanted', dataTypes: type ? [type.key] : [], terms }
  if (about === EVERYTHING) return { kind: 'everything' }
  throw refusal('invalid', 'watchAboutMissing', [])
}

/** A server can show the command to anyone, so the actor's permissions are read from the interaction. */
function getManagedServer({ server }: RequestContext): Server {
  if (!server) throw refusal('invalid', 'serversOnly', [])
  if (!server.isInstalled) throw refusal('forbidden', 'serverInstallOnly', [])
  if (!server.isManaged) throw refusal('forbidden', 'managersOnly', [])
  return server
}

const PERMISSIONS = {
  view: 1n << 10n,
  send: 1n << 11n,
  sendInThreads: 1n << 38n,
  manageThreads: 1n << 34n,
} as const
const ADMINISTRATOR = 1n << 3n

const isThread = ({ type }: PostingPlace) => THREADS.some((thread) => thread === type)

/** The permissions that a post needs; a card of components needs no others. */
function neededIn(place: PostingPlace): readonly (keyof typeof PERMISSIONS)[] {
  if (!isThread(place)) return ['view', 'send']
  return ['view', 'sendInThreads', ...(place.isLocked ? (['manageThreads'] as const) : [])]
}

function refuseClosedChannel(place: PostingPlace): void {
  const { type, permissions } = place
  if (type !== undefined && WITHOUT_POSTS.includes(type)) throw refusal('invalid', 'channelWithoutPosts', [])
  if (permissions === undefined || (permissions & ADMINISTRATOR) !== 0n) return
  const missing = neededIn(place).filter((name) => (permissions & PERMISSIONS[name]) === 0n)
  if (missing.length > 0) throw refusal('forbidden', 'channelClosed', [missing])
}

const channelOf = (call: Call, server: Server) => textOption(call, 'channel') ?? server.channelId

/** Discord resolves a channel that was chosen from this server's; of any other id nothing is known. */
function getPlace(channelId: string, call: Call, server: Server): PostingPlace {
  if (channelId === server.channelId) return server.channel
  const place = call.channels.get(channelId)
  if (!place || (place.serverId ?? server.id) !== server.id) throw refusal('invalid', 'channelElsewhere', [])
  return place
}

async function add(call: Call, context: RequestContext): Promise<Card> {
  const { registry, messages } = context
  const server = getManagedServer(context)
  const channelId = channelOf(call, server)
  const place = getPlace(channelId, call, server)
  refuseClosedChannel(place)
  const { locale } = server
  const { actor } = context
  const watcher = {
    kind: 'channel',
    channelId,
    guildId: server.id,
    actor,
    ...(locale && { locale }),
  } as const
  const { watch, isNew } = await registry.addWatch(watcher, watchInput(call))
  const confirmation = messages.watch.posts(
    `<#${channelId}>`,
    watchScope(messages, watch.watched, 100),
    isNew,
  )
  // Before July 2026 Discord did not say what the bot may do in a channel that an option names.
  const isUnsure = place.permissions === undefined
  return notice(isUnsure ? `${confirmation}\n${messages.watch.unsure(isThread(place))}` : confirmation)
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
        options: [aboutOption, channelOption, ...termOptions],
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
        options: [aboutOption, channelOption, ...termOptions],
      },
      reply: 'ephemeral',
      run: remove,
    },
  ],
  components: {
    watchType: {
      reply: 'ephemeral',
      run: ({ type }, _chosen, context) => follow(context, { kind: 'wanted', dataTypes: [type], terms: {} }),
    },
    watchTerms: {
      reply: 'ephemeral',
      run: ({ dataTypes, terms }, _chosen, context) => follow(context, { kind: 'wanted', dataTypes, terms }),
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
