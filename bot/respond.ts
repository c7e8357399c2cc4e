import type { APIApplicationCommandOptionChoice, APIInteractionResponse } from 'discord-api-types/v10'
import { RegistryError } from '../schema/errors.ts'
import type { Registry } from '../schema/verbs/registry.ts'
import { label, plain } from './cards/kit/markdown.ts'
import { messageData } from './cards/kit/message.ts'
import { notice } from './cards/kit/notice.ts'
import type { Pages } from './cards/kit/page-link.ts'
import { findHandler, type Handler, isOnPrivateCard } from './handler.ts'
import { type Messages, messagesFor, refusedText } from './languages/index.ts'
import {
  actorOf,
  type CommandInteraction,
  type Interaction,
  readCall,
  serverOf,
  textOption,
} from './request.ts'

export interface BotContext {
  readonly registry: Registry
  /** Where cards lead to. */
  readonly pages?: Pages
  /** In which cards are posted that nobody asked for, those of the review channel. */
  posted(): Messages
  /** What a person quotes when something went wrong, and what the log says too. */
  readonly requestId: string
  /** Told of every fault, which is a bug of ours. */
  onFault(fault: unknown): void
}

/** The most completions that Discord takes. */
const COMPLETIONS = 25

/** Answers an interaction. Never throws: a fault becomes an apology, and is reported. */
export async function respond(interaction: Interaction, around: BotContext): Promise<APIInteractionResponse> {
  try {
    switch (interaction.type) {
      case 1:
        return { type: 1 }
      case 4:
        return await complete(interaction, around.registry)
      default:
        return await answer(interaction, around)
    }
  } catch (fault) {
    const isRefusal = fault instanceof RegistryError
    if (!isRefusal) around.onFault(fault)
    if (interaction.type === 4) return completions([])
    return ephemeralNotice(
      isRefusal
        ? plain(refusedText(userMessages(interaction), fault), 1500)
        : userMessages(interaction).general.fault(around.requestId),
    )
  }
}

/** A sentence for the asker alone. */
export const ephemeralNotice = (sentence: string): APIInteractionResponse => ({
  type: 4,
  data: messageData(notice(sentence), true),
})

/** As the person who acts reads it. */
export const userMessages = ({ locale, guild_locale }: Interaction): Messages =>
  messagesFor(locale ?? guild_locale)

/** What everyone sees is in the server's language, or stays in that in which it was posted; what one person sees in theirs. */
function wordsFor(interaction: Asking, seen: Handler['seen'], { posted }: BotContext): Messages {
  const isChanged = seen === 'here' && !isOnPrivateCard(interaction)
  if (seen !== 'public' && !isChanged) return userMessages(interaction)
  const isPosted = 'message' in interaction && interaction.message?.interaction_metadata === undefined
  if (isChanged && isPosted && interaction.guild_id !== undefined) return posted()
  return messagesFor(interaction.guild_locale ?? interaction.locale)
}

type Asking = Exclude<Interaction, { type: 1 | 4 }>

async function answer(interaction: Asking, around: BotContext): Promise<APIInteractionResponse> {
  const { registry, pages } = around
  const actor = actorOf(interaction)
  if (!actor) throw new Error('An interaction of nobody.')
  const handling = findHandler(interaction)
  if (!handling) return ephemeralNotice(unknown(interaction))
  const server = serverOf(interaction)
  const messages = wordsFor(interaction, handling.seen, around)
  const own = userMessages(interaction)
  const { id } = interaction
  const outcome = await handling.run({
    id,
    registry,
    actor,
    messages,
    userMessages: own,
    pages,
    ...(server && { server }),
  })
  if ('form' in outcome) return { type: 9, data: outcome.form }
  if ('seen' in outcome) return { type: 4, data: messageData(outcome.card, true) }
  if (handling.seen === 'here') return { type: 7, data: messageData(outcome) }
  return { type: 4, data: messageData(outcome, handling.seen === 'private') }
}

function unknown(interaction: Asking): string {
  const { general } = userMessages(interaction)
  if (interaction.type === 3) return general.unknownButton
  if (interaction.type === 5) return general.unknownForm
  const { command, subcommand } = readCall(interaction)
  return general.unknownCommand(plain(`/${command} ${subcommand}`.trim(), 80))
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

/** What stands there so far, taken as it is: for where completions come too late. */
export function typedTextAsChoice(interaction: CommandInteraction): APIInteractionResponse {
  const call = readCall(interaction)
  const typed = (call.focused && textOption(call, call.focused)?.trim()) || ''
  return completions(typed === '' ? [] : [{ name: label(typed, 100), value: typed.slice(0, 100) }])
}
