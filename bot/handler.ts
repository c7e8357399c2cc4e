// What answers an interaction, found in the list of commands without asking the registry anything: so that it is known
// who will see the answer, and in which language, before there is one.

import { EPHEMERAL } from './cards/kit/message.ts'
import type { ComponentHandlers, FormHandlers, Handling, ReplyKind, RequestContext } from './commands/flow.ts'
import { FLOWS, findMenu, findSubcommand } from './commands/index.ts'
import { type ComponentState, decodeCustomId } from './custom-id.ts'
import {
  actorOf,
  type CommandInteraction,
  type ComponentInteraction,
  type FormInteraction,
  type Interaction,
  readCall,
  readEntered,
  targetText,
} from './request.ts'

/** What runs, and where its answer is seen in this very case: `here` only where the card may change. */
export interface Handler {
  readonly seen: ReplyKind
  run(asker: RequestContext): ReturnType<Handling<[]>['run']>
}

/** The type of a command that stands in the menu of a message. */
const MESSAGE_MENU = 3

/** Undefined where nothing here answers it (any more). */
export function findHandler(
  interaction: CommandInteraction | ComponentInteraction | FormInteraction,
): Handler | undefined {
  switch (interaction.type) {
    case 2:
    case 4:
      return commandHandling(interaction)
    case 3:
      return componentHandling(interaction)
    case 5:
      return formHandling(interaction)
  }
}

function commandHandling(interaction: CommandInteraction): Handler | undefined {
  if (interaction.data.type === MESSAGE_MENU) {
    const menu = findMenu(interaction.data.name)
    return menu && { seen: menu.seen, run: (asker) => menu.run(targetText(interaction), asker) }
  }
  const call = readCall(interaction)
  const subcommand = findSubcommand(call.command, call.subcommand)
  if (!subcommand) return undefined
  const isPrivate = subcommand.seen === 'public' && call.options.get('private') === true
  return { seen: isPrivate ? 'private' : subcommand.seen, run: (asker) => subcommand.run(call, asker) }
}

/** All handlers by action; an action belongs to one flow. */
const COMPONENTS: ComponentHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.components))
const FORMS: FormHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.forms))

/** Looks a handler up under the state's own action, which is what makes the two types agree. */
const handlerOf = <Given>(handlers: object, state: ComponentState) =>
  (
    handlers as Record<
      string,
      Handling<[state: ComponentState, given: Given, asker: RequestContext]> | undefined
    >
  )[state.action]

function componentHandling(interaction: ComponentInteraction): Handler | undefined {
  const { data } = interaction
  const state = decodeCustomId(data.custom_id)
  const handler = state && handlerOf<readonly string[]>(COMPONENTS, state)
  return (
    handler && {
      seen: seenFrom(interaction, handler.seen),
      run: (asker) => handler.run(state, data.values ?? [], asker),
    }
  )
}

function formHandling(interaction: FormInteraction): Handler | undefined {
  const state = decodeCustomId(interaction.data.custom_id)
  const handler = state && handlerOf<ReturnType<typeof readEntered>>(FORMS, state)
  return (
    handler && {
      seen: seenFrom(interaction, handler.seen),
      run: (asker) => handler.run(state, readEntered(interaction), asker),
    }
  )
}

/** Whether the card that something happened on is seen by one person alone. */
export const isOnPrivateCard = (interaction: Interaction): boolean =>
  'message' in interaction && ((interaction.message?.flags ?? 0) & EPHEMERAL) !== 0

/** A card changes for whoever asked for it; one that answers nobody is one of the review channel's, and everyone's there. */
function seenFrom(interaction: ComponentInteraction | FormInteraction, seen: ReplyKind): ReplyKind {
  if (seen !== 'here' || isOnPrivateCard(interaction)) return seen
  const { message } = interaction
  const asked = message?.interaction_metadata?.user.id
  const isAskers = message && (asked === undefined || asked === actorOf(interaction)?.discordId)
  return isAskers ? 'here' : 'private'
}
