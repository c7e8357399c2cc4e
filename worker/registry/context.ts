import type { Registry } from '../../schema/verbs/registry.ts'
import type { Database } from './database.ts'

/** What a verb that writes needs beside the database: a clock and chance, which tests hold still, and the limits. */
export interface Context {
  readonly db: Database
  readonly now: () => Date
  readonly randomBytes: (length: number) => Uint8Array
  /** How many submissions one person or address may send on a day. */
  readonly submissionsPerDay: number
  /** Whether someone on Discord is not sending faster than a person does; over HTTP the door itself asks. */
  readonly admit: (who: string) => Promise<boolean>
  /** Told when a commit has left something to deliver. */
  readonly onDelivery: () => void
}

export const timestamp = (context: Context): string => context.now().toISOString()

/** A verb of the registry as it is written: with what is around it. */
export type Verb<Name extends keyof Registry> = (
  context: Context,
  ...given: Parameters<Registry[Name]>
) => ReturnType<Registry[Name]>
