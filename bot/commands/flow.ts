import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { LENGTHS } from '../../schema/record/resource.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { DiscordActor } from '../../schema/verbs/submissions.ts'
import type { Form } from '../cards/kit/form.ts'
import type { Card } from '../cards/kit/message.ts'
import type { Pages } from '../cards/kit/page-link.ts'
import type { ComponentState, StateOf } from '../custom-id.ts'
import { described, type Messages } from '../languages/index.ts'
import type { Call, Entered, Server } from '../request.ts'

/** Who asks, what they ask of, and in which language it is answered. */
export interface RequestContext {
  /** Of what they did: however often we are told of it, it was done once. */
  readonly id: string
  readonly registry: Registry
  readonly actor: DiscordActor
  /** Where they ask; none in a direct message. */
  readonly server?: Server
  readonly messages: Messages
  /** As the asker alone reads it: for an `Aside`, where the card itself is everyone's. */
  readonly userMessages: Messages
  /** Where cards lead to. */
  readonly pages?: Pages
}

/** A card for the asker alone, where another answer was to be expected. */
export interface PrivateReply {
  readonly card: Card
  readonly seen: 'private'
}

/**
 * What answers, and where its answer is seen, which is also as what it may be put off while it takes its time: to
 * everyone (`public`), to the asker alone (`private`), or in place of the card clicked (`here`; for anyone but its asker
 * in a private copy). What opens a `form`, or may, can never be put off.
 */
export type Handling<Given extends readonly unknown[]> =
  | { readonly seen: 'public' | 'private'; run(...given: Given): Promise<Card> }
  | { readonly seen: 'here'; run(...given: Given): Promise<Card | PrivateReply> }
  | { readonly seen: 'form'; run(...given: Given): Promise<{ readonly form: Form } | PrivateReply> }
export type ReplyKind = Handling<[]>['seen']

/** One subcommand: what Discord is told of it, and its answer. A public one is private where the asker wants that. */
export type Subcommand = { readonly declaration: APIApplicationCommandSubcommandOption } & Exclude<
  Handling<[call: Call, asker: RequestContext]>,
  { seen: 'here' }
>

/** The handlers of the components that a flow's cards carry, by the action in their custom id. */
export type ComponentHandlers = {
  readonly [Action in ComponentState['action']]?: Handling<
    [
      state: StateOf<Action>,
      /** What was chosen, if it is a menu. */
      chosen: readonly string[],
      asker: RequestContext,
    ]
  >
}

/** The handlers of the forms that a flow opens, likewise; a form opens no other. */
export type FormHandlers = {
  readonly [Action in ComponentState['action']]?: Exclude<
    Handling<[state: StateOf<Action>, entered: Entered, asker: RequestContext]>,
    { seen: 'form' }
  >
}

/** An entry in the menu of a message; `text` is what the message says. */
export type Menu = { readonly declaration: RESTPostAPIContextMenuApplicationCommandsJSONBody } & Exclude<
  Handling<[text: string, asker: RequestContext]>,
  { seen: 'here' }
>

export interface Flow {
  /** By command; most are `/covid-data`. */
  readonly command: CommandName
  readonly subcommands: readonly Subcommand[]
  readonly components?: ComponentHandlers
  readonly forms?: FormHandlers
  readonly menus?: readonly Menu[]
}

export const COMMAND_NAMES = ['covid-data', 'covid-review', 'covid-watch'] as const
export type CommandName = (typeof COMMAND_NAMES)[number]

export const privateOption: APIApplicationCommandBooleanOption = {
  type: 5,
  name: 'private',
  ...described(({ commands }) => commands.private),
}

/** An option that names a resource, completed while typing; `say` is what is told of it. */
export const resourceOption = (
  name: string,
  say: (messages: Messages) => string = ({ commands }) => commands.resource,
  required = true,
): APIApplicationCommandStringOption => ({
  type: 3,
  name,
  ...described(say),
  required,
  autocomplete: true,
  min_length: 1,
  max_length: LENGTHS.query,
})
