// Buttons and menus of a message, as a person finds them: by what stands on them.
// Runs in Node and in workerd alike.

import type { APIMessage, APIMessageComponentInteraction } from 'discord-api-types/v10'
import { Failure } from '../../../bot/cli/failure.ts'
import { componentClick } from '../../discord/protocol/interactions.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import { everyComponent } from '../../discord/rules/every-component.ts'

/**
 * A click on a message, also on one that the bot posted by REST: it stands in its own channel, and answers nothing.
 * In direct messages the scene says so.
 */
export const clickOn = (
  message: APIMessage,
  label: string,
  scene: Scene = {},
): APIMessageComponentInteraction =>
  componentClick(
    { message: asSeen(message), ...targetOf(message, label) },
    { ...scene, channelId: message.channel_id },
  )

/** A nonce is for whoever posted the message; nobody sees it afterwards. */
function asSeen({ nonce, ...message }: APIMessage): APIMessage {
  return message
}

// The enums of discord-api-types are CommonJS, of which the tests in workerd see nothing.
const BUTTON = 2
const STRING_SELECT = 3
const LINK = 5
const PREMIUM = 6

export const fold = (text: string) => text.trim().toLowerCase()

interface Target {
  readonly customId: string
  readonly values?: readonly string[]
}

/** The newest of several messages, oldest first, that has that to click; nothing that has it is a failure. */
export function newestWith(messages: readonly APIMessage[], label: string): APIMessage {
  const [first] = messages
  if (!first) throw new Failure(`There is no message to click "${label}" on.`)
  const all = messages.map((message) => ({ message, labels: labelsOf(message) }))
  const found = all.findLast(({ labels }) => labels.some((each) => fold(each) === fold(label)))
  if (found) return found.message
  throw missing(
    label,
    all.flatMap(({ labels }) => labels),
  )
}

function labelsOf(message: APIMessage): string[] {
  return [...everyComponent('', message.components ?? [])].flatMap(({ component }) => {
    if (component.type === BUTTON && component.style !== PREMIUM)
      return [component.label ?? component.emoji?.name ?? '']
    return component.type === STRING_SELECT ? component.options.map((option) => option.label) : []
  })
}

const missing = (label: string, labels: readonly string[]) =>
  new Failure(
    labels.length === 0
      ? `There is nothing to click on the message, so no "${label}".`
      : `There is no "${label}" to click. There is\n\n${[...new Set(labels)].map((each) => `  ${each}`).join('\n')}`,
  )

export function targetOf(message: APIMessage, label: string): Target {
  for (const { component } of everyComponent('', message.components ?? [])) {
    if (component.type === BUTTON && component.style !== PREMIUM) {
      const name = component.label ?? component.emoji?.name ?? ''
      if (fold(name) !== fold(label)) continue
      if (component.style === LINK)
        throw new Failure(`"${name}" is a link, which opens ${component.url} and asks the bot nothing.`)
      if (component.disabled) throw new Failure(`"${name}" is disabled.`)
      return { customId: component.custom_id }
    }
    if (component.type === STRING_SELECT)
      for (const option of component.options) {
        if (fold(option.label) !== fold(label)) continue
        if (component.disabled) throw new Failure(`"${option.label}" cannot be picked: its list is disabled.`)
        return { customId: component.custom_id, values: [option.value] }
      }
  }
  throw missing(label, labelsOf(message))
}
