// The stand-in Discord as a person's client sees it, over its own routes.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type APIAttachment,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  MessageFlags,
} from 'discord-api-types/v10'
import { Failure } from '../../bot/cli/failure.ts'
import { CHANNEL_ID, type Person, REVIEW_CHANNEL_ID } from '../discord/protocol/people.ts'
import type { ChannelName } from '../discord/protocol/roles.ts'
import type { Scene } from '../discord/protocol/scenes.ts'
import type { Mistake } from '../discord/stand-in.ts'
import type { Kept } from '../discord/state.ts'
import type { Received } from './chat/conversation.ts'

/** How long nothing may arrive before nothing more is expected, and the longest that is waited for it. */
const QUIET = 300
const LONGEST = 5000

/** How long the stand-in may take, whose process may have other things to do: longer than an application may. */
const PATIENCE = 60_000

/** What was put off is said, or given up, half a minute later (bot/deferral.ts), on a machine that has nothing else to do. */
const LATEST = 60_000

const PLACES: { readonly [Name in ChannelName]: Pick<Scene, 'place' | 'channelId'> } = {
  general: { channelId: CHANNEL_ID },
  review: { channelId: REVIEW_CHANNEL_ID },
  dm: { place: 'direct' },
}

export const placeOf = (channel: ChannelName) => PLACES[channel]

export interface StandIn {
  /** What the person sees there, oldest first. */
  messages(channel: ChannelName, person: Person): Promise<APIMessage[]>
  /**
   * Tells it of an interaction, and of its answer once there is one; gives the message that this made or changed. It has
   * to know of an interaction before the Worker does: what the Worker says late may overtake its answer.
   */
  note(interaction: APIInteraction, response?: APIInteractionResponse): Promise<APIMessage | undefined>
  /** Uploads the file at a path, as somebody who fills in a form. */
  upload(path: string): Promise<APIAttachment>
  /** Whether anybody listens at its gateway. */
  isListenedTo(): Promise<boolean>
  /** Tells whoever listens at its gateway of an interaction; gives the first answer, and the message that this made or changed. */
  dispatch(interaction: APIInteraction): Promise<Pick<Received, 'response' | 'message'>>
  /** The message that an answer became, or changed, which was put off; undefined where none comes. */
  late(interaction: APIInteraction): Promise<APIMessage | undefined>
  /** What the Worker sent that Discord would not have taken. */
  problems(): Promise<string[]>
  /** Resolves once what the Worker sends after its answer has arrived, as far as can be told from here. */
  settled(): Promise<void>
}

export function openStandIn(url: string): StandIn {
  async function ask(path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${url}/stand-in${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!response.ok) throw new Error(`The stand-in Discord answered ${response.status} to ${path}.`)
    return response
  }
  const read = async <Content>(path: string) => asContent<Content>(await (await ask(path)).json())

  return {
    async messages(channel, person) {
      const id = placeOf(channel).channelId
      const kept = await read<Kept[]>(id ? `/channels/${id}/messages` : `/users/${person.id}/messages`)
      return kept
        .filter(({ message, isDeleted }) => !isDeleted && isSeenBy(message, person))
        .map(({ message }) => message)
    },
    async note(interaction, response) {
      // Completion makes no message.
      if (interaction.type !== 2 && interaction.type !== 3 && interaction.type !== 5) return undefined
      const noted = await ask('/interactions', { interaction, response })
      return noted.status === 204 ? undefined : asContent<APIMessage>(await noted.json())
    },
    async upload(path) {
      const content = await readFile(path, 'base64').catch((error: Error) => {
        throw new Failure(`The file could not be read: ${error.message}`)
      })
      return asContent(await (await ask('/files', { name: basename(path), content })).json())
    },
    isListenedTo: async () => (await read<{ connected: number }>('/gateway')).connected > 0,
    async dispatch(interaction) {
      return asContent(await (await ask('/gateway', { interaction })).json())
    },
    async late(interaction) {
      const clicked = 'message' in interaction ? interaction.message : undefined
      const path = `/channels/${interaction.channel?.id}/messages`
      for (const end = Date.now() + LATEST; Date.now() < end; await sleep(QUIET)) {
        const found = (await read<Kept[]>(path)).find(
          ({ message, earlier }) =>
            message.interaction_metadata?.id === interaction.id ||
            (message.id === clicked?.id && isLater(message, clicked) && earlier.length > 0),
        )
        if (found) return found.message
      }
      return undefined
    },
    async problems() {
      const mistakes = await read<Mistake[]>('/problems')
      return mistakes.flatMap(({ method, path, problems }) =>
        problems.map((problem) => `${method} ${path}: ${problem}`),
      )
    },
    async settled() {
      const end = Date.now() + LONGEST
      for (let before = -1; Date.now() < end; await sleep(QUIET)) {
        const { length } = await read<unknown[]>('/requests')
        if (length === before) return
        before = length
      }
    },
  }
}

const isLater = ({ edited_timestamp: edited }: APIMessage, than: APIMessage) =>
  edited !== null && edited !== than.edited_timestamp

/** A private answer is there for who asked alone. */
export const isSeenBy = ({ flags, interaction_metadata: metadata }: APIMessage, person: Person) =>
  ((flags ?? 0) & MessageFlags.Ephemeral) === 0 || metadata?.user.id === person.id

/** Our own routes, of the same version, answer with what they are declared to. */
const asContent = <Content>(content: unknown) => content as Content

/** For whoever asks for a channel where there is none. */
export const noStandIn = () =>
  new Failure('There is no Discord beside this Worker, so no channels: stop it, and run npm start.')
