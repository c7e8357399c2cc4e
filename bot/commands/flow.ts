import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
  APIApplicationCommandSubcommandOption,
} from 'discord-api-types/v10'
import { LENGTHS } from '../../schema/contract.ts'
import type { Registry } from '../../schema/registry.ts'
import type { Card } from '../cards/message.ts'
import type { ComponentState, StateOf } from '../custom-id.ts'
import type { Call } from '../interaction.ts'

/** One subcommand of `/covid-data`: what Discord is told of it, and its answer. */
export interface Subcommand {
  readonly declaration: APIApplicationCommandSubcommandOption
  run(call: Call, registry: Registry): Promise<Card>
}

/**
 * What a click comes to: a card `here`, in place of the one clicked (for anyone but its asker, in a private copy);
 * `private`, for the clicker alone; or `public`.
 */
export interface Outcome {
  readonly card: Card
  readonly seen: 'here' | 'private' | 'public'
}

/** The handlers of the components that a flow's cards carry, by the action in their custom id. */
export type ComponentHandlers = {
  readonly [Action in ComponentState['action']]?: (
    state: StateOf<Action>,
    /** What was chosen, if it is a menu. */
    chosen: string,
    registry: Registry,
  ) => Promise<Outcome>
}

export interface Flow {
  readonly subcommands: readonly Subcommand[]
  readonly components: ComponentHandlers
}

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
