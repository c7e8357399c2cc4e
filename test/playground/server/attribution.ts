// What somebody did that an answer stands under, as Discord says it: "used /covid-data ultrasound".

import type { APIMessage } from 'discord-api-types/v10'
import type { AnswerableInteraction } from '../../discord/protocol/messages.ts'
import { CHANNEL_NAMES, PEOPLE } from '../../discord/protocol/people.ts'
import { everyComponent } from '../../discord/rules/every-component.ts'
import type { UserAction } from './protocol.ts'

export function actionOf(interaction: AnswerableInteraction): UserAction {
  switch (interaction.type) {
    case 2:
      return {
        verb: 'used',
        what: interaction.data.type === 1 ? typed(interaction.data) : interaction.data.name,
      }
    case 3: {
      const { data, message } = interaction
      const values = 'values' in data ? data.values : undefined
      return { verb: values ? 'chose' : 'clicked', what: labelOf(message, data.custom_id, values) }
    }
    default:
      return { verb: 'filled in', what: 'a form' }
  }
}

interface TypedOption {
  readonly name: string
  readonly options?: readonly (TypedOption & { readonly value?: unknown })[]
}

/** As it was typed, with whom and what was picked by name. */
function typed({ name, options = [] }: TypedOption, before = '/'): string {
  const [inner] = options
  if (inner && inner.value === undefined) return typed(inner, `${before}${name} `)
  return [`${before}${name}`, ...options.map((option) => `${option.name}:${nameOf(option.value)}`)].join(' ')
}

function nameOf(value: unknown): string {
  const text = String(value)
  const person = PEOPLE.find(({ id }) => id === text)
  if (person) return `@${person.globalName}`
  return CHANNEL_NAMES[text] ? `#${CHANNEL_NAMES[text]}` : text
}

function labelOf(message: APIMessage, customId: string, values: readonly string[] | undefined): string {
  for (const { component } of everyComponent('', message.components ?? [])) {
    if (!('custom_id' in component) || component.custom_id !== customId) continue
    if ('label' in component && component.label) return component.label
    if (!('options' in component)) continue
    const chosen = component.options.filter(({ value }) => values?.includes(value))
    return chosen.map(({ label }) => label).join(', ') || 'nothing'
  }
  return values?.join(', ') ?? 'a button'
}
