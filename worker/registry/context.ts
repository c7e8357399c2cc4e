import type { Registry } from '../../schema/verbs/registry.ts'
import type { Database } from './database.ts'

/** What verbs depend on: the database, a clock and randomness that tests control, and limits. */
export interface Context {
  readonly db: Database
  readonly now: () => Date
  readonly randomBytes: (length: number) => Uint8Array
  /** The registry's own address, for citations of it; empty where it is not known. */
  readonly base: string
  /** Submissions that one person or address may send a day. */
  readonly submissionsPerDay: number
  /** False for a burst of calls that are counted by this key. */
  readonly admit: (key: string) => Promise<boolean>
  /** A command of the host, for whom nothing takes a second maintainer. */
  readonly isHost: boolean
  /** Called after a commit that queued deliveries. */
  readonly onDelivery: () => void
  /** Called after a commit that changed what everybody may read. */
  readonly onPublish: () => void
}

export const timestamp = (context: Context): string => context.now().toISOString()

/** The implementation of a verb of the registry: it takes the context first. */
export type Verb<Name extends keyof Registry> = (
  context: Context,
  ...args: Parameters<Registry[Name]>
) => ReturnType<Registry[Name]>

/** The implementations of an entity's verbs. */
export type Verbs<Entity extends Partial<Registry>> = {
  readonly [Name in keyof Entity & keyof Registry]: Verb<Name>
}
