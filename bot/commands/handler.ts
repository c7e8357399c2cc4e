// The handler of a request, found without a call to the registry: the kind of the reply, and so its language, is known
// before there is a reply.

import type { ComponentState } from '../custom-id.ts'
import type { Request } from '../request.ts'
import type { ComponentHandlers, Handler, ModalHandlers, ReplyKind, RequestContext } from './flow.ts'
import { FLOWS, findMenu, findSubcommand } from './index.ts'

/** A request that a handler answers. */
export type HandledRequest = Exclude<Request, { kind: 'ping' | 'completion' }>

/** A handler with its input filled in. `reply` is the kind for this very request. */
export interface FoundHandler {
  readonly reply: ReplyKind
  run(context: RequestContext): ReturnType<Handler<[]>['run']>
}

/** Undefined for a command, button or modal that is not one of ours, or no longer. */
export function findHandler(request: HandledRequest): FoundHandler | undefined {
  switch (request.kind) {
    case 'command': {
      const { call } = request
      const subcommand = findSubcommand(call.command, call.subcommand)
      if (!subcommand) return undefined
      const isPrivate = subcommand.reply === 'public' && call.options.get('private') === true
      return {
        reply: isPrivate ? 'ephemeral' : subcommand.reply,
        run: (context) => subcommand.run(call, context),
      }
    }
    case 'menu': {
      const menu = findMenu(request.name)
      return menu && { reply: menu.reply, run: (context) => menu.run(request.links, context) }
    }
    case 'component':
      return findByState(COMPONENTS, request, request.chosen)
    case 'modal':
      return findByState(MODALS, request, request.input)
  }
}

const READING = FLOWS.filter((flow) => flow.isReading)

/** Whether a copy of the database that lags by seconds may answer. */
export function isReading(request: Request): boolean {
  switch (request.kind) {
    case 'completion':
      return true
    case 'command': {
      const found = findSubcommand(request.call.command, request.call.subcommand)
      return READING.some((flow) => found !== undefined && flow.subcommands.includes(found))
    }
    case 'component': {
      const { state } = request
      return READING.some((flow) => state !== undefined && state.action in (flow.components ?? {}))
    }
    case 'ping':
    case 'menu':
    case 'modal':
      return false
  }
}

/** All handlers by action; an action belongs to one flow. */
const COMPONENTS: ComponentHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.components))
const MODALS: ModalHandlers = Object.assign({}, ...FLOWS.map((flow) => flow.modals))

type StateRequest = Extract<Request, { kind: 'component' | 'modal' }>

function findByState<Input>(handlers: object, request: StateRequest, input: Input): FoundHandler | undefined {
  const { state } = request
  const handler = state && handlerOf<Input>(handlers, state)
  return (
    handler && {
      reply: replyTo(request, handler.reply),
      run: (context) => handler.run(state, input, context),
    }
  )
}

/** The key of a handler is the action of its state, which is what makes the two types agree. */
const handlerOf = <Input>(handlers: object, state: ComponentState) =>
  (
    handlers as Record<
      string,
      Handler<[state: ComponentState, input: Input, context: RequestContext]> | undefined
    >
  )[state.action]

/** A card is updated for the person whose request it answers; a card that the bot posted by itself, for everyone. */
function replyTo({ card, actor }: StateRequest, reply: ReplyKind): ReplyKind {
  if (reply !== 'update' || card?.isEphemeral) return reply
  const mayUpdate = card && (card.requestedBy ?? actor.discordId) === actor.discordId
  return mayUpdate ? 'update' : 'ephemeral'
}
