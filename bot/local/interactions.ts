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
} from 'discord-api-types/v10'
import { type Answers, submission } from './forms.ts'
import { SERVER_ID } from './people.ts'
import { base, type Scene } from './scenes.ts'

/** Values by the name of their option: text, whole numbers and yes or no are what our commands take. */
export type Values = { readonly [option: string]: string | number | boolean }

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
    // A command of one word that was given nothing has no list at all, where a subcommand has an empty one.
    ...((inner.length > 0 || options.length > 0) && { options: nest(inner, options) }),
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

/** Options of an autocomplete differ from those of a command by `focused` alone, which commandData has set. */
const asTyping = (data: ReturnType<typeof commandData>) =>
  data as APIApplicationCommandAutocompleteInteraction['data']

/** `values` go with a select and `resolved` with one of people, roles or channels: the caller picked what was there. */
const asClick = (data: { custom_id: string; component_type: number; values?: string[]; resolved?: object }) =>
  data as APIMessageComponentInteractionData
