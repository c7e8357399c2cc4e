// What Discord makes of a command that it takes: an id, a version, and a value for all that was left unsaid
// (interactions/application-commands, "Application Command Structure").

import {
  type APIApplicationCommand,
  ApplicationCommandOptionType as Option,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'

export type SentCommand = RESTPutAPIApplicationCommandsJSONBody[number]

/** What is known of a command beside what was sent. */
export interface Identity {
  readonly id: string
  readonly version: string
  readonly applicationId: string
  /** None for commands that are everywhere. */
  readonly guild: string | undefined
  /** How the application can be installed: where a command stands that says nothing of it. */
  readonly installable: readonly number[]
}

export function keptCommand(sent: SentCommand, of: Identity): APIApplicationCommand {
  const command = asFields(sent)
  const contexts = command.contexts ?? null
  return asCommand({
    id: of.id,
    application_id: of.applicationId,
    version: of.version,
    default_member_permissions: command.default_member_permissions ?? null,
    type: command.type ?? 1,
    name: command.name,
    name_localizations: command.name_localizations ?? null,
    description: command.description ?? '',
    description_localizations: command.description_localizations ?? null,
    ...(of.guild === undefined
      ? {
          // Deprecated, and still told: 1 is direct messages with the bot.
          dm_permission: Array.isArray(contexts) ? contexts.includes(1) : (command.dm_permission ?? true),
          contexts,
          integration_types: command.integration_types ?? of.installable,
        }
      : { guild_id: of.guild }),
    ...(Array.isArray(command.options) &&
      command.options.length > 0 && { options: command.options.map(option) }),
    ...(command.handler != null && { handler: command.handler }),
    nsfw: command.nsfw ?? false,
  })
}

type Fields = Readonly<Record<string, unknown>>

const TRANSLATABLE = { name_localizations: null, description_localizations: null }

function option(sent: Fields): Fields {
  const filled = { ...TRANSLATABLE, ...sent }
  const inner = Array.isArray(sent.options) ? sent.options : []
  switch (sent.type) {
    case Option.Subcommand:
    case Option.SubcommandGroup:
      return { ...filled, options: inner.map(option) }
    case Option.String:
    case Option.Integer:
    case Option.Number: {
      const { choices, ...rest } = filled as Fields
      const named = Array.isArray(choices) && choices.length > 0
      return {
        ...rest,
        required: sent.required ?? false,
        autocomplete: sent.autocomplete ?? false,
        ...(named && { choices: choices.map((choice: Fields) => ({ name_localizations: null, ...choice })) }),
      }
    }
    default:
      return { ...filled, required: sent.required ?? false }
  }
}

const TRANSLATED = /^(name|description)_localizations$/

/** As lists have it that are not asked for with translations: in place of all of them the one for a language. */
export function localized(part: unknown, locale: string): unknown {
  if (Array.isArray(part)) return part.map((each) => localized(each, locale))
  if (typeof part !== 'object' || part === null) return part
  const fields = asFields(part)
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const [, field] = TRANSLATED.exec(key) ?? []
      if (field === undefined) return [[key, localized(value, locale)]]
      return value ? [[`${field}_localized`, asFields(value)[locale] ?? fields[field]]] : []
    }),
  )
}

const asFields = (part: object) => part as Fields

/** Every field is either what the judge has let pass or what stands above. */
const asCommand = (fields: Fields) => fields as unknown as APIApplicationCommand
