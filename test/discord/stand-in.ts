// What the stand-in Discord does for a test, beside answering as Discord does.

import type { APIInteractionResponse, APIMessage } from 'discord-api-types/v10'
import type { Cdn } from './cdn.ts'
import type { Faults } from './faults.ts'
import type { Gateway } from './gateway/gateway.ts'
import type { AnswerableInteraction } from './protocol/messages.ts'
import type { Person } from './protocol/people.ts'
import type { Channel, Kept } from './state.ts'

/** A request, and how it was answered; 0 where no answer came back. */
export interface Received {
  readonly method: string
  readonly path: string
  status: number
}

/** What a bot that is written well does not do. */
export interface Mistake {
  readonly method: string
  readonly path: string
  readonly problems: readonly string[]
}

export interface StandInDiscord {
  /** Fails as fetch does where the connection is dropped. */
  fetch(request: Request): Promise<Response>
  readonly faults: Faults
  readonly gateway: Gateway
  /** While it is down every connection is dropped. */
  down(isDown: boolean): void
  /** Oldest first, the deleted ones too. */
  messagesIn(channel: string): readonly Kept[]
  /** The direct messages with a person. */
  messagesTo(person: string): readonly Kept[]
  requests(): readonly Received[]
  problems(): readonly Mistake[]
  person(id: string, settings: { readonly acceptsDirectMessages: boolean }): void
  /** Makes the channel, or changes what the bot may do in it. */
  channel(id: string, settings: Pick<Channel, 'access'>): void
  /**
   * Notes an interaction that was sent, and how it was answered in the response to it: what is noted is held to. Gives
   * the message that the answer made or changed.
   */
  interaction(interaction: AnswerableInteraction, response?: APIInteractionResponse): APIMessage | undefined
  /** The interaction of that id that a message may answer, where it is known. */
  findInteraction(id: string): AnswerableInteraction | undefined
  /** A person writes something. */
  write(person: Person, channel: string, content: string): APIMessage
  /** The files that people upload. */
  readonly cdn: Cdn
  /** Back to the beginning. */
  reset(): void
}
