// What can be typed after a slash, and what stands in the menu of a message. Knows no document.

import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Setting } from '../../server/protocol.ts'

export type Option = APIApplicationCommandBasicOption

/** A command, or a subcommand where there are any, with all before it. */
export interface Typable {
  readonly path: string
  readonly description: string
  readonly options: readonly Option[]
}

/** Who types, and where. */
export interface Typist {
  readonly permissions: string
  readonly inServer: boolean
  readonly locale: string
}

type Command = Setting['commands'][number]

const SUBCOMMAND = 1
const SUBCOMMAND_GROUP = 2
const MESSAGE_MENU = 3
const MANAGE_SERVER = 1n << 5n

/** Whether Discord shows a command there (application-commands, "Interaction Contexts", "Permissions"). */
function isOffered({ contexts, default_member_permissions }: Command, { inServer, permissions }: Typist) {
  if (contexts && !contexts.some((context) => context === (inServer ? 0 : 1))) return false
  if (!inServer || default_member_permissions == null) return true
  const needed = BigInt(default_member_permissions)
  const may = BigInt(permissions)
  // Nobody's but an administrator's, until a server gives it to a role: here, that of who manages the server.
  return needed === 0n ? (may & MANAGE_SERVER) !== 0n : (may & needed) === needed
}

export const typable = (commands: readonly Command[], typist: Typist): Typable[] =>
  commands.flatMap((command) =>
    isTyped(command) && isOffered(command, typist) ? flattened(command.name, command, typist.locale) : [],
  )

const isTyped = (command: Command): command is RESTPostAPIChatInputApplicationCommandsJSONBody =>
  command.type === undefined || command.type === 1

/** The names in the menu of a message. */
export const menus = (commands: readonly Command[], typist: Typist): string[] =>
  commands.flatMap((command) =>
    command.type === MESSAGE_MENU && isOffered(command, typist) ? [command.name] : [],
  )

interface Described {
  readonly description: string
  readonly description_localizations?:
    | { readonly [locale: string]: string | null | undefined }
    | null
    | undefined
}

/** In the reader's language where there is such a text. */
export const described = ({ description, description_localizations: others }: Described, locale: string) =>
  others?.[locale] ?? description

function flattened(
  path: string,
  thing: Described & { readonly options?: readonly APIApplicationCommandOption[] | undefined },
  locale: string,
): Typable[] {
  const options = thing.options ?? []
  const inner = options.flatMap((option) =>
    option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP
      ? flattened(`${path} ${option.name}`, option, locale)
      : [],
  )
  if (inner.length > 0) return inner
  return [{ path, description: described(thing, locale), options: options.filter(isBasic) }]
}

const isBasic = (option: APIApplicationCommandOption): option is Option =>
  option.type !== SUBCOMMAND && option.type !== SUBCOMMAND_GROUP

/**
 * The commands that the text in the message box may become, best first, the subcommands of a command together: the whole
 * path or its last word, the beginning of the path, of a word, any part.
 */
export function matching(commands: readonly Typable[], typed: string): Typable[] {
  if (!typed.startsWith('/')) return []
  const wanted = typed.slice(1).toLowerCase().trim()
  const rankOf = ({ path, description }: Typable) => {
    if (path === wanted || path.endsWith(` ${wanted}`)) return 0
    if (path.startsWith(wanted)) return 1
    if (path.split(' ').some((word) => word.startsWith(wanted))) return 2
    if (path.includes(wanted)) return 3
    return description.toLowerCase().includes(wanted) ? 4 : 5
  }
  const found = commands
    .map((command) => ({ command, rank: rankOf(command) }))
    .filter(({ rank }) => rank < 5)
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command)
  return [...Map.groupBy(found, commandName).values()].flat()
}

/** "covid-data" of "covid-data help". */
export const commandName = ({ path }: Typable): string => path.replace(/ .*/, '')
