import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { LENGTHS } from '../../schema/contract.ts'
import type { Registry } from '../../schema/registry.ts'
import type { DiscordActor } from '../../schema/submission-verbs.ts'
import type { Form } from '../cards/form.ts'
import type { Card } from '../cards/message.ts'
import type { ComponentState, StateOf } from '../custom-id.ts'
import type { Call, Entered, Server } from '../interaction.ts'

/** Who asks, and what they ask of. */
export interface Asker {
  readonly registry: Registry
  readonly actor: DiscordActor
  /** Where they ask; none in a direct message. */
  readonly server?: Server
}

/**
 * What a question comes to: a card `here`, in place of the one clicked (for anyone but its asker, in a private copy);
 * `private`, for the asker alone; or `public`. Or a form to be filled in.
 */
export type Outcome =
  | { readonly card: Card; readonly seen: 'here' | 'private' | 'public' }
  | { readonly form: Form }

/** One subcommand: what Discord is told of it, and its answer. */
export interface Subcommand {
  readonly declaration: APIApplicationCommandSubcommandOption
  /** A card by itself is public, unless the asker wants it private. */
  run(call: Call, asker: Asker): Promise<Card | Outcome>
}

/** The handlers of the components that a flow's cards carry, by the action in their custom id. */
export type ComponentHandlers = {
  readonly [Action in ComponentState['action']]?: (
    state: StateOf<Action>,
    /** What was chosen, if it is a menu. */
    chosen: readonly string[],
    asker: Asker,
  ) => Promise<Outcome>
}

/** The handlers of the forms that a flow opens, likewise. */
export type FormHandlers = {
  readonly [Action in ComponentState['action']]?: (
    state: StateOf<Action>,
    entered: Entered,
    asker: Asker,
  ) => Promise<Outcome>
}

/** An entry in the menu of a message. */
export interface Menu {
  readonly declaration: RESTPostAPIContextMenuApplicationCommandsJSONBody
  /** `text` is what the message says. */
  run(text: string, asker: Asker): Promise<Outcome>
}

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
  description: 'Show the answer to you alone',
}

/** An option that names a resource, completed while typing. */
export const resourceOption = (
  name: string,
  description: string,
  required = true,
): APIApplicationCommandStringOption => ({
  type: 3,
  name,
  description,
  required,
  autocomplete: true,
  min_length: 1,
  max_length: LENGTHS.query,
})
