// Interactions as Discord sends them: whole payloads, valid by default, so that who builds one names only what matters.
// Runs in Node and in workerd alike.

import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteractionDataResolved,
  APIMessage,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIMessageComponentInteractionData,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
  APIPingInteraction,
  InteractionType,
} from 'discord-api-types/v10'
import { type Answers, type FindFile, submission } from './modal-answers.ts'
import { asUser, CHANNEL_NAMES, EVERYONE_MAY, type Person, SERVER_ID } from './people.ts'
import { asMember, base, type Scene } from './scenes.ts'

/** What was picked, and not typed: somebody, or a channel by its id. */
type Picked = { readonly person: Person } | { readonly channel: string }

/** Values by the name of their option. */
export type Values = { readonly [option: string]: string | number | boolean | Picked }

/** What Discord sends to see whether an address answers: from the developer who enters it, in no channel. */
export const ping = (scene: Scene = {}): APIPingInteraction => {
  const { locale, channel, channel_id, context, ...rest } = base(1, { ...scene, place: 'direct' })
  return { ...rest, authorizing_integration_owners: {} }
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

/** Chosen from the menu of a message, which comes along as it stands. */
export const messageMenu = (
  name: string,
  message: APIMessage,
  scene: Scene = {},
): APIMessageApplicationCommandInteraction => ({
  ...base(2, scene),
  data: {
    id: COMMAND_ID,
    name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
    ...(scene.place !== 'direct' && { guild_id: SERVER_ID }),
  },
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
  findFile?: FindFile,
): APIModalSubmitInteraction => ({
  ...base(5, scene),
  data: submission(modal, answers, findFile),
  ...(message && { message }),
})

type Option = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>
type BasicOption = APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>

const COMMAND_ID = '1170000000000000400'

function commandData(path: string, values: Values, { place = 'server' }: Scene, focused?: string) {
  const [name = '', ...inner] = path.split(' ')
  const options = Object.entries(values).map(([option, value]) => ({
    ...asOption(option, value),
    ...(option === focused && { focused: true }),
  }))
  return {
    id: COMMAND_ID,
    name,
    type: 1,
    ...resolved(Object.values(values)),
    ...(place === 'server' && { guild_id: SERVER_ID }),
    // A command of one word that was given nothing has no list at all, where a subcommand has an empty one.
    ...((inner.length > 0 || options.length > 0) && { options: nest(inner, options) }),
  } as const
}

const asOption = (name: string, value: Values[string]) => {
  if (typeof value === 'object')
    return 'person' in value
      ? ({ name, type: 6, value: value.person.id } as const)
      : ({ name, type: 7, value: value.channel } as const)
  if (typeof value === 'string') return { name, type: 3, value } as const
  if (typeof value === 'boolean') return { name, type: 5, value } as const
  return Number.isInteger(value) ? ({ name, type: 4, value } as const) : ({ name, type: 10, value } as const)
}

/** What the ids among the values stand for; without any there is nothing of it. */
function resolved(values: readonly Values[string][]) {
  const picked = values.filter((value) => typeof value === 'object')
  if (picked.length === 0) return {}
  const people = picked.flatMap((value) => ('person' in value ? [value.person] : []))
  const channels = picked.flatMap((value) => ('channel' in value ? [value.channel] : []))
  const byId = <Thing>(things: readonly (readonly [string, Thing])[]) => Object.fromEntries(things)
  return {
    resolved: {
      ...(people.length > 0 && {
        users: byId(people.map((person) => [person.id, asUser(person)])),
        members: byId(people.map((person) => [person.id, asMember()])),
      }),
      ...(channels.length > 0 && { channels: byId(channels.map((id) => [id, asChannel(id)])) }),
    },
  }
}

const asChannel = (id: string) =>
  ({
    id,
    type: 0,
    name: CHANNEL_NAMES[id] ?? 'channel',
    permissions: EVERYONE_MAY,
    app_permissions: EVERYONE_MAY,
    parent_id: null,
    position: 0,
    nsfw: false,
  }) as const

/** Options stand within their subcommand (1), which may stand within a group (2). */
function nest(inner: readonly string[], options: BasicOption[]): Option[] {
  const [first = '', second] = inner
  if (inner.length === 0) return options
  if (second === undefined) return [{ name: first, type: 1, options }]
  return [{ name: first, type: 2, options: [{ name: second, type: 1, options }] }]
}

/** Options of an autocomplete differ from those of a command by `focused` alone, which commandData has set. */
const asTyping = (data: ReturnType<typeof commandData>) =>
  data as APIApplicationCommandAutocompleteInteraction['data']

/** `values` go with a select and `resolved` with one of people, roles or channels: the caller picked what was there. */
const asClick = (data: { custom_id: string; component_type: number; values?: string[]; resolved?: object }) =>
  data as APIMessageComponentInteractionData
