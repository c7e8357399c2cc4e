// What can be asked of the registry about watches: who is told of changes, and of which.

import type { Wanted } from '../record/filters.ts'
import type { DiscordActor } from './actor.ts'

/**
 * What is watched: every change; what is wanted, which is the resources that come to be so; or one resource, whatever
 * becomes of it.
 */
export type Watched =
  | { readonly kind: 'everything' }
  | ({ readonly kind: 'wanted' } & Wanted)
  | { readonly kind: 'resource'; readonly slug: string; readonly name: string }

/** As it is asked for: a resource by its slug alone. */
export type WatchInput =
  | Exclude<Watched, { kind: 'resource' }>
  | { readonly kind: 'resource'; readonly slug: string }

/**
 * Whose watches they are: a person's, or a server's. Who may speak for a server only Discord knows, so the door that
 * asks has made sure of it.
 */
export type WatchOwner =
  | { readonly kind: 'person'; readonly actor: DiscordActor }
  | { readonly kind: 'server'; readonly guildId: string }

/** Whom a watch tells: a person by direct message, or a channel of a server. */
export type Watcher =
  | Extract<WatchOwner, { kind: 'person' }>
  | {
      readonly kind: 'channel'
      readonly channelId: string
      readonly guildId: string
      /** The person who asks for it. */
      readonly actor?: DiscordActor
      /** The server's language, by its tag ("de"): what goes there is in it, until the watch is asked for again. */
      readonly locale?: string
    }

export interface Watch {
  readonly id: number
  readonly watched: Watched
  /** None: its person gets direct messages. */
  readonly channelId?: string
  readonly createdAt: string
}

export interface WatchVerbs {
  /** From now on. The same twice is one watch: `isNew` says whether there was none before. */
  addWatch(watcher: Watcher, watched: WatchInput): Promise<{ readonly watch: Watch; readonly isNew: boolean }>
  /** Those that are on, in the order in which they came. */
  listWatches(owner: WatchOwner): Promise<readonly Watch[]>
  /** Ends one of the owner's, and nothing where it has ended already. Another's, or none: `not_found`. */
  endWatch(owner: WatchOwner, id: number): Promise<Watch>
}
