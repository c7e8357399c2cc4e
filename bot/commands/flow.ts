import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Found } from '../../schema/record/submission.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import type { FileRead } from '../../schema/record/works/reference-file.ts'
import type { DiscordActor } from '../../schema/verbs/actor.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { Card } from '../cards/kit/message.ts'
import type { Modal } from '../cards/kit/modal.ts'
import type { Pages } from '../cards/kit/page-link.ts'
import type { ComponentState, StateOf } from '../custom-id.ts'
import type { Attachment } from '../interaction.ts'
import { described, type Messages } from '../languages/index.ts'
import type { Call, ModalInput, Server, SourceCard } from '../request.ts'

/** The actor of a request, the registry it is for, and the language of its reply. */
export interface RequestContext {
  /** The id of the interaction. Discord may send one twice, so it makes a write happen once. */
  readonly id: string
  readonly registry: Registry
  readonly actor: DiscordActor
  /** Undefined in a direct message. */
  readonly server?: Server
  readonly messages: Messages
  /** In the actor's own language, for an ephemeral reply where the card itself is everyone's. */
  readonly userMessages: Messages
  /** The address of the pages that cards link to. */
  readonly pages?: Pages
  /** What an address says of itself; undefined where no site was asked. Never rejects, and never takes longer. */
  lookUp(address: string, timeLimitMs: number): Promise<Found | undefined>
  /** The text of a file that was uploaded with a modal. Never rejects. */
  readFile(file: Attachment): Promise<FileRead>
  /** The card that a click came from. */
  readonly card?: SourceCard
}

/** A card for the actor alone, in place of the usual reply. */
export interface EphemeralReply {
  readonly card: Card
  readonly reply: 'ephemeral'
}

/**
 * A handler with the kind of its reply, in Discord's words. `update` replaces the card clicked; anyone but the person
 * whose card it is gets an ephemeral copy instead. The kind is known before the handler runs, so that a slow reply can
 * be deferred as that kind. A `modal` can't be deferred, not even where the handler replies with something else.
 */
export type Handler<Input extends readonly unknown[]> =
  | { readonly reply: 'public' | 'ephemeral'; run(...input: Input): Promise<Card> }
  | { readonly reply: 'update'; run(...input: Input): Promise<Card | EphemeralReply> }
  | { readonly reply: 'modal'; run(...input: Input): Promise<{ readonly modal: Modal } | EphemeralReply> }
export type ReplyKind = Handler<[]>['reply']

/** A subcommand: its declaration for Discord, and its handler. A public reply becomes ephemeral by the option `private`. */
export type Subcommand = { readonly declaration: APIApplicationCommandSubcommandOption } & Exclude<
  Handler<[call: Call, context: RequestContext]>,
  { reply: 'update' }
>

/** The handlers of the components on a flow's cards, by the action in their custom id; `chosen` is a menu's choice. */
export type ComponentHandlers = {
  readonly [Action in ComponentState['action']]?: Handler<
    [state: StateOf<Action>, chosen: readonly string[], context: RequestContext]
  >
}

/** The handlers of the modals that a flow opens, likewise. A modal can't open another one. */
export type ModalHandlers = {
  readonly [Action in ComponentState['action']]?: Exclude<
    Handler<[state: StateOf<Action>, input: ModalInput, context: RequestContext]>,
    { reply: 'modal' }
  >
}

/** An entry in the menu of a message, with the links in that message as input. */
export type MessageMenu = {
  readonly declaration: RESTPostAPIContextMenuApplicationCommandsJSONBody
} & Exclude<Handler<[links: readonly string[], context: RequestContext]>, { reply: 'update' }>

/** Everything that one file of commands adds to the bot. */
export interface Flow {
  readonly command: CommandName
  /** It changes nothing and shows nothing of one person: a copy of the database that lags by seconds may answer. */
  readonly isReading?: true
  readonly subcommands: readonly Subcommand[]
  readonly components?: ComponentHandlers
  readonly modals?: ModalHandlers
  readonly menus?: readonly MessageMenu[]
}

export type CommandName = 'covid-data' | 'covid-review' | 'covid-watch'

export const privateOption: APIApplicationCommandBooleanOption = {
  type: 5,
  name: 'private',
  ...described(({ commands }) => commands.private),
}

/** An option that names a resource, completed while typing. */
export const resourceOption = (
  name: string,
  description: (messages: Messages) => string = ({ commands }) => commands.resource,
  required = true,
): APIApplicationCommandStringOption => ({
  type: 3,
  name,
  ...described(description),
  required,
  autocomplete: true,
  min_length: 1,
  max_length: LENGTHS.query,
})
