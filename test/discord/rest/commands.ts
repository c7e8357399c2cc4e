// The application's commands, everywhere and in one server: interactions/application-commands, "Endpoints".

import type { APIApplicationCommand } from 'discord-api-types/v10'
import { ApiError } from '../api-error.ts'
import { type Call, json } from '../call.ts'
import { SERVER_ID } from '../protocol/people.ts'
import { noContent, type Route, route } from '../route.ts'
import { MOST } from '../rules/commands.ts'
import { problemsOfCommands } from '../rules/judge.ts'
import type { Shelf, State } from '../state.ts'
import { keptCommand, localized, type SentCommand } from './kept-command.ts'

/** In a day, of those that had not been there. */
const MOST_MADE = 200
const DAY = 24 * 60 * 60_000

/** What only commands that are everywhere may say. */
const GLOBAL_FIELDS = ['contexts', 'integration_types', 'dm_permission'] as const

interface At {
  readonly application: string
  readonly guild?: string
}

/** The same below either path. */
const routesAt = <Path extends string>(path: Path): readonly Route<Call>[] => [
  route('GET', path, (call, at) => {
    const wants = call.query.get('with_localizations') === 'true'
    const { commands } = shelfOf(call, asAt(at))
    // Names in the language of who asks are for people; programs ask for all of them.
    const locale = call.request.headers.get('x-discord-locale') ?? 'en-US'
    return Response.json(wants ? commands : localized(commands, locale))
  }),
  route('PUT', path, async (call, at) => {
    const shelf = shelfOf(call, asAt(at))
    const sent = judged((await json(call)) ?? [], asAt(at))
    const entry = shelf.commands.find(({ type }) => type === ENTRY_POINT)
    if (entry && !sent.some((command) => command.type === ENTRY_POINT))
      throw new ApiError('entryPointLeftOut')
    return Response.json(written(call, asAt(at), [], sent))
  }),
  route('POST', path, async (call, at) => {
    const { commands } = shelfOf(call, asAt(at))
    const [sent] = judgedOne(await json(call), asAt(at))
    const before = commands.find(isSame(sent))
    const after = written(call, asAt(at), commands, [sent]).find(isSame(sent))
    return Response.json(after, { status: before ? 200 : 201 })
  }),
  route('GET', `${path}/{command}`, (call, at) => Response.json(getCommand(call, asAt(at)))),
  route('PATCH', `${path}/{command}`, async (call, at) => {
    const command = getCommand(call, asAt(at))
    const [sent] = judgedOne({ ...asSent(command), ...asObject(await json(call)) }, asAt(at))
    const { commands } = shelfOf(call, asAt(at))
    if (commands.some((other) => other.id !== command.id && isSame(sent)(other)))
      throw new ApiError('invalidBody', ['name: Application command names must be unique'])
    const after = written(call, asAt(at), commands, [{ ...sent, id: command.id }])
    return Response.json(after.find(({ id }) => id === command.id))
  }),
  route('DELETE', `${path}/{command}`, (call, at) => {
    const { id } = getCommand(call, asAt(at))
    const shelf = shelfOf(call, asAt(at))
    shelf.commands = shelf.commands.filter((command) => command.id !== id)
    return noContent()
  }),
]

export const COMMAND_ROUTES: readonly Route<Call>[] = [
  ...routesAt('/applications/{application}/commands'),
  ...routesAt('/applications/{application}/guilds/{guild}/commands'),
]

/** Made by Discord for an Activity, and no list that replaces all may leave it out. */
const ENTRY_POINT = 4

function shelfOf({ state }: Pick<Call, 'state'>, { application, guild }: At): Shelf {
  if (application !== state.applicationId) throw new ApiError('otherApplication')
  // The only server that the application is in.
  if (guild !== undefined && guild !== SERVER_ID) throw new ApiError('missingAccess')
  const shelf = state.commands.get(guild ?? '') ?? { commands: [], made: [] }
  state.commands.set(guild ?? '', shelf)
  return shelf
}

function getCommand(call: Call, at: At & { readonly command?: string }): APIApplicationCommand {
  const command = shelfOf(call, at).commands.find(({ id }) => id === at.command)
  if (!command) throw new ApiError('unknownCommand')
  return command
}

type Sent = SentCommand & { readonly id?: string | null }

function judged(list: unknown, { guild }: At): readonly Sent[] {
  const problems = problemsOfCommands(list)
  if (problems.length === 0 && guild !== undefined && Array.isArray(list))
    for (const [at, command] of list.entries())
      for (const field of GLOBAL_FIELDS)
        if (command[field] != null) problems.push(`[${at}].${field}: is for global commands only`)
  if (problems.length > 0) throw new ApiError('invalidBody', problems)
  return asJudged(list)
}

/** One alone, of which the paths begin with its own fields. */
function judgedOne(command: unknown, at: At): readonly [Sent] {
  try {
    const [sent] = judged([command], at)
    if (sent) return [sent]
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new ApiError(
      'invalidBody',
      error.problems.map((problem) => problem.replace(/^\[0\]\.?/, '').replace(/^(?=: )/, 'the whole')),
    )
  }
  throw new Error('A list of one that is judged holds one.')
}

const isSame = (sent: Sent) => (kept: APIApplicationCommand) =>
  sent.id ? kept.id === sent.id : kept.name === sent.name && kept.type === (sent.type ?? 1)

/** Puts those that were sent beside or in place of those that stay; all is as before if it is refused. */
function written(
  call: Call,
  at: At,
  staying: readonly APIApplicationCommand[],
  sent: readonly Sent[],
): readonly APIApplicationCommand[] {
  const { state } = call
  const shelf = shelfOf(call, at)
  const written = sent.map((command) => {
    const before = shelf.commands.find(isSame(command))
    const identity = identityOf(state, at, before)
    if (!before) return { before, after: keptCommand(command, identity) }
    const after = keptCommand(command, { ...identity, version: before.version })
    // The version is another one only where something is.
    const isChanged = JSON.stringify(after) !== JSON.stringify(before)
    return { before, after: isChanged ? { ...after, version: identity.version } : before }
  })
  const others = staying.filter(({ id }) => !written.some(({ after }) => after.id === id))
  const commands = [...others, ...written.map(({ after }) => after)]
  for (const [type, most] of Object.entries(MOST))
    if (commands.filter((command) => command.type === Number(type)).length > most)
      throw new ApiError('tooManyCommands')
  const today = shelf.made.filter((instant) => instant > state.now() - DAY)
  const made = written.filter(({ before }) => !before).map(() => state.now())
  if (today.length + made.length > MOST_MADE) throw new ApiError('tooManyMade')
  shelf.made = [...today, ...made]
  shelf.commands = commands
  return commands
}

const identityOf = (state: State, { application, guild }: At, before: APIApplicationCommand | undefined) => ({
  id: before?.id ?? state.newId(),
  version: state.newId(),
  applicationId: application,
  guild,
  installable: [0, 1],
})

/** What of a command can be sent again. */
function asSent(command: APIApplicationCommand): object {
  const { id, application_id, version, guild_id, dm_permission, ...sent } = command
  return sent
}

const asObject = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {})

/** Either path names the application, and one of them a server. */
const asAt = (params: object) => params as At & { readonly command?: string }

/** Only for what the judge has found nothing against. */
const asJudged = (list: unknown) => list as readonly Sent[]
