import type { APIApplicationCommandOptionChoice, APIInteractionResponse } from 'discord-api-types/v10'
import { RegistryError } from '../schema/errors.ts'
import type { Registry } from '../schema/registry.ts'
import { label, plain } from './cards/markdown.ts'
import { EPHEMERAL, messageData } from './cards/message.ts'
import { notice } from './cards/notice.ts'
import type { ComponentHandlers, Outcome } from './commands/flow.ts'
import { FLOWS, findSubcommand } from './commands/index.ts'
import { type ComponentState, decodeCustomId } from './custom-id.ts'
import {
  actorOf,
  type CommandInteraction,
  type ComponentInteraction,
  type Interaction,
  readCall,
  textOption,
} from './interaction.ts'

export interface Surroundings {
  readonly registry: Registry
  /** What a person quotes when something went wrong, and what the log says too. */
  readonly requestId: string
  /** Told of every fault, which is a bug of ours. */
  onFault(fault: unknown): void
}

/** The most completions that Discord takes. */
const COMPLETIONS = 25

/** Answers an interaction. Never throws: a fault becomes an apology, and is reported. */
export async function respond(
  interaction: Interaction,
  around: Surroundings,
): Promise<APIInteractionResponse> {
  try {
    switch (interaction.type) {
      case 1:
        return { type: 1 }
      case 2:
        return await answerCommand(interaction, around.registry)
      case 3:
        return await answerComponent(interaction, around.registry)
      case 4:
        return await complete(interaction, around.registry)
      case 5:
        return told('This form is not known here any more. Type `/covid-data help` for what there is.')
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

async function answerCommand(
  interaction: CommandInteraction,
  registry: Registry,
): Promise<APIInteractionResponse> {
  const call = readCall(interaction)
  const subcommand = findSubcommand(call.command, call.subcommand)
  if (!subcommand) {
    const typed = plain(`/${call.command} ${call.subcommand}`.trim(), 80)
    return told(`${typed} is not known here. Type \`/covid-data help\` for what there is.`)
  }
  const card = await subcommand.run(call, registry)
  return { type: 4, data: messageData(card, call.options.get('private') === true) }
}

/** All handlers by action; an action belongs to one flow. */
const HANDLERS: ComponentHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.components))

/** Looks the handler up under the state's own action, which is what makes the two types agree. */
function handle<State extends ComponentState>(
  state: State,
  chosen: string,
  registry: Registry,
): Promise<Outcome> | undefined {
  const handler = HANDLERS[state.action] as
    | ((state: State, chosen: string, registry: Registry) => Promise<Outcome>)
    | undefined
  return handler?.(state, chosen, registry)
}

async function answerComponent(
  interaction: ComponentInteraction,
  registry: Registry,
): Promise<APIInteractionResponse> {
  const { data, message } = interaction
  const state = decodeCustomId(data.custom_id)
  const outcome = state && (await handle(state, data.values?.[0] ?? '', registry))
  if (!outcome)
    return told('This button is not known here any more. Type `/covid-data help` for what there is.')
  const isPrivate = ((message.flags ?? 0) & EPHEMERAL) !== 0
  const isAskers = message.interaction_metadata?.user.id === actorOf(interaction)
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
