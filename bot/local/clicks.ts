// Buttons and menus of a message, as a person finds them: by what stands on them.
// Runs in Node and in workerd alike.

import type { APIMessage, APIMessageComponentInteraction } from 'discord-api-types/v10'
import { Failure } from './failure.ts'
import { componentClick } from './interactions.ts'
import { everyComponent } from './limits/components.ts'
import type { Scene } from './scenes.ts'

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

export function targetOf(message: APIMessage, label: string): Target {
  const labels: string[] = []
  for (const { component } of everyComponent('', message.components ?? [])) {
    if (component.type === BUTTON && component.style !== PREMIUM) {
      const name = component.label ?? component.emoji?.name ?? ''
      labels.push(name)
      if (fold(name) !== fold(label)) continue
      if (component.style === LINK)
        throw new Failure(`"${name}" is a link, which opens ${component.url} and asks the bot nothing.`)
      if (component.disabled) throw new Failure(`"${name}" is disabled.`)
      return { customId: component.custom_id }
    }
    if (component.type === STRING_SELECT)
      for (const option of component.options) {
        labels.push(option.label)
        if (fold(option.label) !== fold(label)) continue
        if (component.disabled) throw new Failure(`"${option.label}" cannot be picked: its list is disabled.`)
        return { customId: component.custom_id, values: [option.value] }
      }
  }
  throw new Failure(
    labels.length === 0
      ? `There is nothing to click on the message, so no "${label}".`
      : `There is no "${label}" to click. There is\n\n${labels.map((each) => `  ${each}`).join('\n')}`,
  )
}
