// What two answers have to be alike in, and what of an answer can be clicked and filled in.

import type { APIMessage, APIModalInteractionResponseCallbackData as Modal } from 'discord-api-types/v10'
import { decodeCustomId } from '../../../bot/custom-id.ts'
import type { Answers } from '../../discord/protocol/modal-answers.ts'
import { everyComponent } from '../../discord/rules/every-component.ts'
import type { Received } from '../../playground/chat/conversation.ts'

/** Ids, times and addresses of this machine, which no two runs share. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/\bS-[0-9A-Z]{5}\b/g, 'S-?'],
  [/\b\d{17,20}\b/g, 'snowflake'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant'],
  [/<t:\d+/g, '<t:?'],
  [/http:\/\/localhost:\d+/g, 'address'],
  [/\b[0-9A-Z]{5}\.(\d+)\b/g, '?.$1'],
  [/(redo|send|discard|lacks|references):[\w-]+/g, '$1:draft'],
]

/** What a person sees of an answer: the message that it is or changes, or else the form or the completions. */
export function normal({ response, message }: Pick<Received, 'response' | 'message'>): unknown {
  const seen = message
    ? { components: message.components, content: message.content, flags: message.flags }
    : response
  return JSON.parse(OWN.reduce((rest, [own, word]) => rest.replaceAll(own, word), JSON.stringify(seen)))
}

export interface Target {
  readonly action: string
  readonly customId: string
  readonly values?: readonly string[]
}

/** Buttons, and the first choice of menus, in reading order. */
export function targetsOf(message: APIMessage | undefined): Target[] {
  return [...everyComponent('', message?.components ?? [])].flatMap(({ component }): Target[] => {
    if (!('custom_id' in component) || ('disabled' in component && component.disabled)) return []
    const customId = component.custom_id
    const action = decodeCustomId(customId)?.action
    if (action === undefined) throw new Error(`${customId} is no id of ours.`)
    if (component.type === 2) return [{ action, customId }]
    const [first] = 'options' in component ? component.options : []
    return first ? [{ action, customId, values: [first.value] }] : []
  })
}

let records = 4_000_000

/** By the id of a field. */
const TEXTS: { readonly [field: string]: () => string } = {
  url: () => `https://zenodo.org/records/${++records}`,
  name: () => `Chest Sonography Atlas ${records}`,
}

/** Something sensible in every field that is not typed otherwise. */
export function filledIn(form: Modal, typed: Answers = {}): Answers {
  const answers: Record<string, Answers[string]> = {}
  for (const { component } of everyComponent('', form.components)) {
    if (!('custom_id' in component)) continue
    const id = component.custom_id
    if (typed[id] !== undefined) answers[id] = typed[id]
    else if (component.type === 4) answers[id] = (TEXTS[id] ?? (() => `Said of ${id}`))()
    else if ('options' in component && component.options) {
      const [first] = component.options
      if (first) answers[id] = component.type === 21 ? first.value : [first.value]
    }
  }
  return answers
}
