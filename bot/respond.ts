import type { APIApplicationCommandOptionChoice, APIInteractionResponse } from 'discord-api-types/v10'
import { RegistryError, refusal } from '../schema/errors.ts'
import type { Found } from '../schema/record/submission.ts'
import type { FileRead } from '../schema/record/works/reference-file.ts'
import type { DiscordActor } from '../schema/verbs/actor.ts'
import type { Registry } from '../schema/verbs/registry.ts'
import { label, plain } from './cards/kit/markdown.ts'
import { messageData } from './cards/kit/message.ts'
import { notice } from './cards/kit/notice.ts'
import type { Pages } from './cards/kit/page-link.ts'
import type { ReplyKind } from './commands/flow.ts'
import { findHandler, type HandledRequest } from './commands/handler.ts'
import { annotationsFor, isAnnotationsOption } from './commands/terms.ts'
import type { Attachment } from './interaction.ts'
import { type Messages, messagesFor, refusedText } from './languages/index.ts'
import { type Call, type Request, textOption } from './request.ts'

export interface BotContext {
  readonly registry: Registry
  /** The address of the pages that cards link to. */
  readonly pages?: Pages
  /** What an address says of itself; undefined where no site was asked. Never rejects. */
  lookUp(actor: DiscordActor, address: string, timeLimitMs: number): Promise<Found | undefined>
  /** Fetches a file from Discord. Never rejects. */
  readFile(file: Attachment): Promise<FileRead>
  /** The language of the cards that the bot posts by itself, in the review channel. */
  postedMessages(): Messages
  /** Why the registry takes no changes; undefined while it does. */
  readonly readOnly?: string | undefined
  /** The number that a person quotes when something went wrong; the log has it too. */
  readonly requestId: string
  /** Called with every fault: a bug of ours, or a refusal whose cause is a database that failed. */
  onFault(fault: unknown): void
}

/** Discord's limit. */
const MOST_COMPLETIONS = 25

/** Answers a request. Never throws: a fault becomes an apology, and is reported. */
export async function respond(request: Request, bot: BotContext): Promise<APIInteractionResponse> {
  try {
    switch (request.kind) {
      case 'ping':
        return { type: 1 }
      case 'completion':
        return await complete(request.call, bot.registry, userMessages(request))
      default:
        return await answer(request, bot)
    }
  } catch (fault) {
    const isRefusal = fault instanceof RegistryError
    if (!isRefusal || fault.cause !== undefined) bot.onFault(fault)
    if (request.kind === 'completion') return completions([])
    const messages = userMessages(request)
    return ephemeralNotice(
      isRefusal ? plain(refusedText(messages, fault), 1500) : messages.general.fault(bot.requestId),
    )
  }
}

/** A sentence for the actor alone. */
export const ephemeralNotice = (sentence: string): APIInteractionResponse => ({
  type: 4,
  data: messageData(notice(sentence), true),
})

/** In the language of the actor; in that of the server where the actor has none. */
export const userMessages = (request: Request): Messages =>
  messagesFor(request.locale ?? ('server' in request ? request.server?.locale : undefined))

/** The languages of the actor and of the server, each by its first locale, where it is known. */
export const languagesOf = (request: Request): readonly (string | undefined)[] =>
  [request.locale, 'server' in request ? request.server?.locale : undefined].map((locale) =>
    locale === undefined ? undefined : messagesFor(locale).locales[0],
  )

async function answer(request: HandledRequest, bot: BotContext): Promise<APIInteractionResponse> {
  const handler = findHandler(request)
  if (!handler) return ephemeralNotice(unknownText(request))
  const { id, actor, server } = request
  // Discord offers the commands of maintainers and watches only where a server has the bot.
  if (server && !server.isInstalled && request.kind === 'command' && request.call.command !== 'covid-data')
    throw refusal('forbidden', 'serverInstallOnly', [])
  // What is typed into a form would be refused.
  if (handler.reply === 'modal' && bot.readOnly !== undefined)
    throw refusal('read_only', 'readOnly', [bot.readOnly])
  const outcome = await handler.run({
    id,
    registry: bot.registry,
    actor,
    messages: messagesForReply(request, handler.reply, bot),
    userMessages: userMessages(request),
    pages: bot.pages,
    lookUp: (address, timeLimitMs) => bot.lookUp(actor, address, timeLimitMs),
    readFile: bot.readFile,
    ...(server && { server }),
    ...('card' in request && request.card && { card: request.card }),
  })
  if ('modal' in outcome) return { type: 9, data: outcome.modal }
  if ('reply' in outcome) return { type: 4, data: messageData(outcome.card, true) }
  if (handler.reply === 'update') return { type: 7, data: messageData(outcome) }
  return { type: 4, data: messageData(outcome, handler.reply === 'ephemeral') }
}

/**
 * A reply to one person is in that person's language, one to everyone in the server's. An update of a card that the bot
 * posted by itself keeps that card's language.
 */
function messagesForReply(request: HandledRequest, reply: ReplyKind, bot: BotContext): Messages {
  const card = 'card' in request ? request.card : undefined
  const isUpdate = reply === 'update' && !card?.isEphemeral
  if (reply !== 'public' && !isUpdate) return userMessages(request)
  const isPosted = card !== undefined && card.requestedBy === undefined
  if (isUpdate && isPosted && request.server) return bot.postedMessages()
  return messagesFor(request.server?.locale ?? request.locale)
}

function unknownText(request: HandledRequest): string {
  const { general } = userMessages(request)
  switch (request.kind) {
    case 'component':
      return general.unknownButton
    case 'modal':
      return general.unknownForm
    case 'menu':
      return general.unknownCommand(plain(`/${request.name}`, 80))
    case 'command': {
      const { command, subcommand } = request.call
      return general.unknownCommand(plain(`/${command} ${subcommand}`.trim(), 80))
    }
  }
}

const completions = (choices: APIApplicationCommandOptionChoice<string>[]): APIInteractionResponse => ({
  type: 8,
  data: { choices },
})

const focusedText = (call: Call): string =>
  (call.focused === undefined ? undefined : textOption(call, call.focused)) ?? ''

/** An option that is completed names annotations, or else a resource. */
async function complete(call: Call, registry: Registry, messages: Messages): Promise<APIInteractionResponse> {
  if (call.focused === undefined) return completions([])
  if (isAnnotationsOption(call.focused)) return completions(annotationsFor(messages, focusedText(call)))
  const text = focusedText(call).trim() || undefined
  const { items } = await registry.listNames({ text, order: 'table', size: MOST_COMPLETIONS })
  return completions(
    items.map(({ name, organization, slug }) => ({
      name: label(`${name} · ${organization}`, 100),
      value: slug,
    })),
  )
}

/** The typed text as the only completion, where completions come too late. */
export function typedTextAsChoice(call: Call): APIInteractionResponse {
  const typed = focusedText(call).trim()
  return completions(typed === '' ? [] : [{ name: label(typed, 100), value: typed.slice(0, 100) }])
}
