// A person who types commands and clicks what comes back, one after the other.

import {
  type APIInteraction,
  type APIMessage,
  MessageFlags,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  InteractionResponseType as Type,
} from 'discord-api-types/v10'
import { fold, targetOf } from './clicks.ts'
import { Failure } from './failure.ts'
import { autocomplete, componentClick, slashCommand } from './interactions.ts'
import { parseLine, type TypedCommand } from './line.ts'
import { postedMessage, updatedMessage } from './messages.ts'
import type { Answer } from './post.ts'
import type { Scene } from './scenes.ts'

export interface Conversation {
  /** Types a command, lets the completion fill in what it can, and sends it. */
  say(line: string): Promise<Shown>
  /** Clicks the button, or picks the option, that is labelled so on the message shown last. */
  click(label: string): Promise<Shown>
}

export interface Shown extends Answer {
  /** Only the person who asked sees it. */
  readonly isPrivate: boolean
}

export interface Company {
  readonly commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[]
  readonly send: (interaction: APIInteraction) => Promise<Answer>
  /** Told what was filled in for the person. */
  readonly onCompletion?: (option: string, typed: string, taken: { name: string; value: string }) => void
  readonly scene?: Scene
}

export function converse({ commands, send, onCompletion, scene = {} }: Company): Conversation {
  let message: APIMessage | undefined

  async function sent(interaction: Parameters<typeof postedMessage>[1]): Promise<Shown> {
    const answer = await send(interaction)
    const { response } = answer
    if (response.type === Type.ChannelMessageWithSource) message = postedMessage(response.data, interaction)
    if (response.type === Type.UpdateMessage && message)
      message = updatedMessage(message, response.data ?? {})
    // A form or a deferral shows no new message; what was there stays, as it does in Discord.
    const flags = response.type === Type.UpdateMessage ? message?.flags : 0
    return { ...answer, isPrivate: ((flags ?? 0) & MessageFlags.Ephemeral) !== 0 }
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
    async click(label) {
      if (!message) throw new Failure(`There is no message to click "${label}" on.`)
      return sent(componentClick({ message, ...targetOf(message, label) }, scene))
    },
  }
}
