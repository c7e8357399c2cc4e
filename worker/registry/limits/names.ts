import { refusal } from '../../../schema/errors.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { Watcher, WatchOwner } from '../../../schema/verbs/watches.ts'
import { networksOf } from '../../domain/intake/networks.ts'
import type { Identity } from '../people/people.ts'

export type Caller = Actor | Watcher | WatchOwner

/**
 * What a caller is counted by, and after it a wider network, which may do more. A person is one, whichever door they take:
 * without `identity` a token or a session still stands for itself.
 */
export function namesOf(caller: Caller, identity?: Identity): readonly [string, ...string[]] {
  switch (caller.kind) {
    case 'discord':
      return [`discord:${caller.discordId}`]
    case 'person':
      return namesOf(caller.actor)
    case 'token':
      return [identity?.discordId === undefined ? `token:${caller.token}` : `discord:${identity.discordId}`]
    case 'session':
      return [identity?.discordId === undefined ? `session:${caller.id}` : `discord:${identity.discordId}`]
    case 'channel':
    case 'server':
      return [`server:${caller.guildId}`]
    case 'machine':
      return [`machine:${caller.machine}`]
    case 'anonymous':
      if (caller.address === undefined) throw refusal('unavailable', 'senderUnknown', [])
      return networksOf(caller.address)
  }
}
