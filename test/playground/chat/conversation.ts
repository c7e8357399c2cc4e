// A person who types commands, clicks what comes back and fills in forms, one after the other.

import {
  type APIAttachment,
  type APIInteraction,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  InteractionResponseType as Type,
} from 'discord-api-types/v10'
import { Failure } from '../../../bot/cli/failure.ts'
import { autocomplete, modalSubmit, slashCommand } from '../../discord/protocol/interactions.ts'
import { type AnswerableInteraction, postedMessage, updatedMessage } from '../../discord/protocol/messages.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import type { Answer } from '../post.ts'
import { clickOn, fold, newestWith } from './clicks.ts'
import { answersFrom, type Filled, withUploads } from './filling.ts'
import { parseLine, type TypedCommand } from './line.ts'

export interface Conversation {
  /** Types a command, lets the completion fill in what it can, and sends it. */
  say(line: string): Promise<ShownAnswer>
  /** Goes to a channel, where these messages stand, oldest first. */
  enter(messages: readonly APIMessage[], where: Pick<Scene, 'place' | 'channelId'>): void
  /** Clicks the button, or picks the option, that is labelled so, on the newest message that has it. */
  click(label: string): Promise<ShownAnswer>
  /** Fills in the form that opened, and sends it. */
  fill(fields: readonly Filled[]): Promise<ShownAnswer>
  /** The form that waits to be filled in. */
  openForm(): APIModalInteractionResponseCallbackData | undefined
}

export interface ShownAnswer extends Answer {
  /** Only the person who asked sees it. */
  readonly isPrivate: boolean
}

/** An answer, and the message that it made or changed where somebody keeps it. */
export interface Received extends Answer {
  readonly message?: APIMessage | undefined
}

export interface Company {
  readonly commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[]
  readonly send: (interaction: APIInteraction) => Promise<Received>
  /** Told what was filled in for the person. */
  readonly onCompletion?: (option: string, typed: string, taken: { name: string; value: string }) => void
  readonly scene?: Scene
  /** Uploads the file at a path, which a form takes. */
  readonly upload?: (path: string) => Promise<APIAttachment>
}

interface OpenForm {
  readonly modal: APIModalInteractionResponseCallbackData
  /** The message that it was opened from, if it was from one. */
  readonly message: APIMessage | undefined
}

export function converse({
  commands,
  send,
  onCompletion,
  scene: beginning = {},
  upload = () => Promise.reject(new Failure('Nobody takes files here.')),
}: Company): Conversation {
  let scene = beginning
  /** What can be seen, oldest first. */
  let messages: APIMessage[] = []
  let form: OpenForm | undefined

  async function sent(interaction: AnswerableInteraction): Promise<ShownAnswer> {
    const { message: kept, ...answer } = await send(interaction)
    const { response } = answer
    const on = 'message' in interaction ? interaction.message : undefined
    form = response.type === Type.Modal ? { modal: response.data, message: on } : undefined
    if (response.type === Type.ChannelMessageWithSource)
      messages.push(kept ?? postedMessage(response.data, interaction))
    // A form or a deferral shows no new message; what was there stays, as it does in Discord.
    if (response.type !== Type.UpdateMessage || !on) return { ...answer, isPrivate: false }
    const changed = kept ?? updatedMessage(on, response.data ?? {})
    messages = messages.map((message) => (message.id === on.id ? changed : message))
    return { ...answer, isPrivate: ((changed.flags ?? 0) & MessageFlags.Ephemeral) !== 0 }
  }

  async function completed({ path, values, options }: TypedCommand) {
    const filled = { ...values }
    for (const option of options) {
      const typed = values[option.name]
      if (!('autocomplete' in option && option.autocomplete) || typeof typed !== 'string') continue
      const { response } = await send(autocomplete(path, option.name, filled, scene))
      if (response.type !== Type.ApplicationCommandAutocompleteResult) continue
      const choices = (response.data.choices ?? []).map(({ name, value }) => ({ name, value: String(value) }))
      const same = choices.find(({ name, value }) => [name, value].some((each) => fold(each) === fold(typed)))
      const taken = same ?? choices[0]
      if (!taken) continue
      filled[option.name] = taken.value
      if (taken.value !== typed) onCompletion?.(option.name, typed, taken)
    }
    return filled
  }

  return {
    async say(line) {
      const typed = parseLine(line, commands)
      return sent(slashCommand(typed.path, await completed(typed), scene))
    },
    enter(there, where) {
      scene = { ...beginning, ...where }
      messages = [...there]
      form = undefined
    },
    async click(label) {
      return sent(clickOn(newestWith(messages, label), label, scene))
    },
    async fill(fields) {
      if (!form) throw new Failure('No form is open that could be filled in.')
      const { modal, message } = form
      const where = message ? { ...scene, channelId: message.channel_id } : scene
      const files = new Map<string, APIAttachment>()
      const answers = await withUploads(modal, answersFrom(modal, fields), async (path) => {
        const file = await upload(path)
        files.set(file.id, file)
        return file
      })
      return sent(modalSubmit(modal, answers, message, where, (id) => files.get(id)))
    },
    openForm: () => form?.modal,
  }
}
