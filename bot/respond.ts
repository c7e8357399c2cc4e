import type { APIApplicationCommandOptionChoice, APIInteractionResponse } from 'discord-api-types/v10'
import { RegistryError } from '../schema/errors.ts'
import type { Registry } from '../schema/registry.ts'
import { label, plain } from './cards/markdown.ts'
import { EPHEMERAL, messageData } from './cards/message.ts'
import { notice } from './cards/notice.ts'
import type { Asker, ComponentHandlers, FormHandlers, Outcome } from './commands/flow.ts'
import { FLOWS, findMenu, findSubcommand } from './commands/index.ts'
import { type ComponentState, decodeCustomId } from './custom-id.ts'
import {
  actorOf,
  type CommandInteraction,
  type ComponentInteraction,
  type Entered,
  type FormInteraction,
  type Interaction,
  readCall,
  readEntered,
  serverOf,
  targetText,
  textOption,
} from './interaction.ts'

export interface Surroundings {
  readonly registry: Registry
  /** What a person quotes when something went wrong, and what the log says too. */
  readonly requestId: string
  /** Told of every fault, which is a bug of ours. */
  onFault(fault: unknown): void
}

/** The type of a command that stands in the menu of a message. */
const MESSAGE_MENU = 3

/** The most completions that Discord takes. */
const COMPLETIONS = 25

/** Answers an interaction. Never throws: a fault becomes an apology, and is reported. */
export async function respond(
  interaction: Interaction,
  around: Surroundings,
): Promise<APIInteractionResponse> {
  if (interaction.type === 1) return { type: 1 }
  try {
    const actor = actorOf(interaction)
    if (!actor) throw new Error('An interaction of nobody.')
    const server = serverOf(interaction)
    const asker = { registry: around.registry, actor, ...(server && { server }) }
    switch (interaction.type) {
      case 2:
        return await answerCommand(interaction, asker)
      case 3:
        return await answerComponent(interaction, asker)
      case 4:
        return await complete(interaction, around.registry)
      case 5:
        return await answerForm(interaction, asker)
    }
  } catch (fault) {
    if (fault instanceof RegistryError) {
      return interaction.type === 4 ? completions([]) : told(plain(fault.message, 1500))
    }
    around.onFault(fault)
    if (interaction.type === 4) return completions([])
    return told(
      `Sorry, that went wrong on our side. Please try again; if it stays so, tell a maintainer this number: \`${around.requestId}\``,
    )
  }
}

/** A sentence for the asker alone. */
const told = (sentence: string): APIInteractionResponse => ({
  type: 4,
  data: messageData(notice(sentence), true),
})

async function answerCommand(interaction: CommandInteraction, asker: Asker): Promise<APIInteractionResponse> {
  const menu = interaction.data.type === MESSAGE_MENU ? findMenu(interaction.data.name) : undefined
  if (menu) return shown(await menu.run(targetText(interaction), asker), asker, undefined)
  const call = readCall(interaction)
  const subcommand = findSubcommand(call.command, call.subcommand)
  if (!subcommand) {
    const typed = plain(`/${call.command} ${call.subcommand}`.trim(), 80)
    return told(`${typed} is not known here. Type \`/covid-data help\` for what there is.`)
  }
  const answer = await subcommand.run(call, asker)
  if ('form' in answer) return { type: 9, data: answer.form }
  const isPrivate = 'seen' in answer ? answer.seen === 'private' : call.options.get('private') === true
  return { type: 4, data: messageData('seen' in answer ? answer.card : answer, isPrivate) }
}

/** All handlers by action; an action belongs to one flow. */
const COMPONENTS: ComponentHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.components))
const FORMS: FormHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.forms))

/** Looks a handler up under the state's own action, which is what makes the two types agree. */
const handlerOf = <Given>(handlers: object, state: ComponentState) =>
  (
    handlers as Record<
      string,
      ((state: ComponentState, given: Given, asker: Asker) => Promise<Outcome>) | undefined
    >
  )[state.action]

async function answerComponent(
  interaction: ComponentInteraction,
  asker: Asker,
): Promise<APIInteractionResponse> {
  const { data, message } = interaction
  const state = decodeCustomId(data.custom_id)
  const outcome =
    state && (await handlerOf<readonly string[]>(COMPONENTS, state)?.(state, data.values ?? [], asker))
  if (!outcome)
    return told('This button is not known here any more. Type `/covid-data help` for what there is.')
  return shown(outcome, asker, message)
}

async function answerForm(interaction: FormInteraction, asker: Asker): Promise<APIInteractionResponse> {
  const state = decodeCustomId(interaction.data.custom_id)
  const outcome = state && (await handlerOf<Entered>(FORMS, state)?.(state, readEntered(interaction), asker))
  if (!outcome)
    return told('This form is not known here any more. Type `/covid-data help` for what there is.')
  return shown(outcome, asker, interaction.message)
}

/** An outcome as a response to something that happened on a message. */
function shown(
  outcome: Outcome,
  { actor }: Asker,
  message: FormInteraction['message'],
): APIInteractionResponse {
  if ('form' in outcome) return { type: 9, data: outcome.form }
  const isPrivate = ((message?.flags ?? 0) & EPHEMERAL) !== 0
  // A card that answers nobody is one of the review channel's: it is everyone's there.
  const asked = message?.interaction_metadata?.user.id
  const isAskers = message !== undefined && (asked === undefined || asked === actor.discordId)
  if (outcome.seen === 'here' && (isPrivate || isAskers)) return { type: 7, data: messageData(outcome.card) }
  return { type: 4, data: messageData(outcome.card, outcome.seen !== 'public') }
}

const completions = (choices: APIApplicationCommandOptionChoice<string>[]): APIInteractionResponse => ({
  type: 8,
  data: { choices },
})

/** Every option that is completed names a resource. */
async function complete(
  interaction: CommandInteraction,
  registry: Registry,
): Promise<APIInteractionResponse> {
  const call = readCall(interaction)
  if (!call.focused) return completions([])
  const found = await registry.suggestResources(textOption(call, call.focused) ?? '', COMPLETIONS)
  return completions(
    found.map(({ name, organization, slug }) => ({
      name: label(`${name} · ${organization}`, 100),
      value: slug,
    })),
  )
}
