// Interactions as Discord sends them: whole payloads, valid by default, so that who builds one names only what matters.
// Runs in Node and in workerd alike.

import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteractionDataResolved,
  APIMessage,
  APIMessageComponentInteraction,
  APIMessageComponentInteractionData,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
  APIPingInteraction,
  InteractionType,
  Locale,
} from 'discord-api-types/v10'
import { type Answers, submission } from './forms.ts'
import {
  APPLICATION_ID,
  asUser,
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  EVERYONE_MAY,
  newSnowflake,
  type Person,
  SERVER_ID,
  VISITOR,
} from './people.ts'

/** Who acts, and where. */
export interface Scene {
  readonly person?: Person
  /** In a server, or in a direct message to the bot. */
  readonly place?: 'server' | 'direct'
  /** What the person may do there, as a bit set in decimal; only in a server. */
  readonly permissions?: string
  readonly locale?: string
  readonly applicationId?: string
  readonly channelId?: string
}

/** Values by the name of their option: text, whole numbers and yes or no are what our commands take. */
export type Values = { readonly [option: string]: string | number | boolean }

export const ping = (scene: Scene = {}): APIPingInteraction => {
  const { locale: _, ...rest } = base(1, scene)
  return rest
}

/** `path` is the command and, where it has them, group and subcommand: `covid-data search`. */
export const slashCommand = (
  path: string,
  values: Values = {},
  scene: Scene = {},
): APIChatInputApplicationCommandInteraction => ({
  ...base(2, scene),
  data: commandData(path, values, scene),
})

/** While `focused` is being typed; its value is what stands there so far. */
export const autocomplete = (
  path: string,
  focused: string,
  values: Values,
  scene: Scene = {},
): APIApplicationCommandAutocompleteInteraction => ({
  ...base(4, scene),
  data: asTyping(commandData(path, values, scene, focused)),
})

/** What was clicked or picked on a message; `values` are those picked from a select. */
export interface Click {
  readonly message: APIMessage
  readonly customId: string
  readonly values?: readonly string[]
  /** Of a string select where there are values, else of a button. */
  readonly componentType?: number
  /** Of a select of users, roles or channels: what the picked ids stand for. */
  readonly resolved?: APIInteractionDataResolved
}

export const componentClick = (
  { message, customId, values, componentType = values ? 3 : 2, resolved }: Click,
  scene: Scene = {},
): APIMessageComponentInteraction => ({
  ...base(3, scene),
  message,
  data: asClick({
    custom_id: customId,
    component_type: componentType,
    ...(values && { values: [...values] }),
    ...(resolved && { resolved }),
  }),
})

/** The answered form; `message` is the one it was opened from, if it was from a component. */
export const modalSubmit = (
  modal: APIModalInteractionResponseCallbackData,
  answers: Answers,
  message?: APIMessage,
  scene: Scene = {},
): APIModalSubmitInteraction => ({
  ...base(5, scene),
  data: submission(modal, answers),
  ...(message && { message }),
})

type Option = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>
type BasicOption = APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>

function commandData(path: string, values: Values, { place = 'server' }: Scene, focused?: string) {
  const [name = '', ...inner] = path.split(' ')
  const options = Object.entries(values).map(([option, value]) => ({
    ...asOption(option, value),
    ...(option === focused && { focused: true }),
  }))
  return {
    id: '1170000000000000400',
    name,
    type: 1,
    ...(place === 'server' && { guild_id: SERVER_ID }),
    options: nest(inner, options),
  } as const
}

const asOption = (name: string, value: string | number | boolean) => {
  if (typeof value === 'string') return { name, type: 3, value } as const
  if (typeof value === 'boolean') return { name, type: 5, value } as const
  return Number.isInteger(value) ? ({ name, type: 4, value } as const) : ({ name, type: 10, value } as const)
}

/** Options stand within their subcommand (1), which may stand within a group (2). */
function nest(inner: readonly string[], options: BasicOption[]): Option[] {
  const [first = '', second] = inner
  if (inner.length === 0) return options
  if (second === undefined) return [{ name: first, type: 1, options }]
  return [{ name: first, type: 2, options: [{ name: second, type: 1, options }] }]
}

type Located = Omit<APIChatInputApplicationCommandInteraction, 'data' | 'type'>

/** What every interaction has. */
function base<Type extends number>(type: Type, scene: Scene): Located & { type: Type } {
  const id = newSnowflake()
  return {
    id,
    application_id: scene.applicationId ?? APPLICATION_ID,
    type,
    token: btoa(`interaction:${id}:${crypto.randomUUID()}`),
    version: 1,
    app_permissions: EVERYONE_MAY,
    locale: asLocale(scene.locale ?? 'en-US'),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(scene.place === 'direct' ? direct(scene) : server(scene)),
  }
}

type Place = Pick<
  Located,
  | 'guild'
  | 'guild_id'
  | 'guild_locale'
  | 'channel'
  | 'channel_id'
  | 'member'
  | 'user'
  | 'authorizing_integration_owners'
  | 'context'
>

function server({ person = VISITOR, permissions = EVERYONE_MAY, channelId = CHANNEL_ID }: Scene): Place {
  return {
    guild_id: SERVER_ID,
    guild: { id: SERVER_ID, locale: asLocale('en-US'), features: [] },
    guild_locale: asLocale('en-US'),
    channel_id: channelId,
    channel: { id: channelId, type: 0, name: 'general', guild_id: SERVER_ID, position: 0 },
    member: {
      user: asUser(person),
      nick: null,
      avatar: null,
      roles: [],
      joined_at: '2024-01-01T00:00:00.000000+00:00',
      premium_since: null,
      communication_disabled_until: null,
      deaf: false,
      mute: false,
      pending: false,
      flags: asFlags(0),
      permissions,
    },
    authorizing_integration_owners: { 0: SERVER_ID },
    context: 0,
  }
}

function direct({ person = VISITOR, channelId = DIRECT_CHANNEL_ID }: Scene): Place {
  return {
    channel_id: channelId,
    channel: { id: channelId, type: 1 },
    user: asUser(person),
    // Installed in a server and used in a direct message: there is no server to name.
    authorizing_integration_owners: { 0: '0' },
    context: 1,
  }
}

/** Flags are a bit set, and none of them is a value that their enum does not have. */
const asFlags = (bits: number) => bits as NonNullable<Place['member']>['flags']

/** Discord's locales are an enum of their tags; callers name one of these. */
const asLocale = (tag: string) => tag as Locale

/** Options of an autocomplete differ from those of a command by `focused` alone, which commandData has set. */
const asTyping = (data: ReturnType<typeof commandData>) =>
  data as APIApplicationCommandAutocompleteInteraction['data']

/** `values` go with a select and `resolved` with one of people, roles or channels: the caller picked what was there. */
const asClick = (data: { custom_id: string; component_type: number; values?: string[]; resolved?: object }) =>
  data as APIMessageComponentInteractionData
