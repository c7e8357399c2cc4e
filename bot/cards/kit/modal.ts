// A modal: at most five fields, each with its label.

import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { type ComponentState, encodeCustomId } from '../../custom-id.ts'
import { label } from './markdown.ts'

export type Modal = APIModalInteractionResponseCallbackData

export interface ModalField {
  readonly label: string
  readonly description?: string
  readonly component: APIComponentInLabel
}

/** `state` comes back with the input, and says which handler it is for. */
export const modal = (title: string, state: ComponentState, fields: readonly ModalField[]): Modal => ({
  custom_id: encodeCustomId(state),
  title: label(title, 45),
  components: fields.map(({ label: name, description, component }) => ({
    type: 18,
    label: label(name, 45),
    ...(description && { description: label(description, 100) }),
    component,
  })),
})

export interface TextField {
  readonly id: string
  readonly max: number
  readonly value?: string | undefined
  readonly lines?: boolean
  readonly optional?: boolean
  readonly placeholder?: string
}

/** A text of at most `max` UTF-16 units (and 4,000, Discord's limit). The present value is cut to that. */
export const textField = ({
  id,
  max,
  value,
  lines = false,
  optional = false,
  placeholder,
}: TextField): APIComponentInLabel => ({
  type: 4,
  custom_id: id,
  style: lines ? 2 : 1,
  max_length: Math.min(max, 4000),
  required: !optional,
  ...(value && { value: value.slice(0, Math.min(max, 4000)) }),
  ...(placeholder && { placeholder: label(placeholder, 100) }),
})

export interface Choice {
  readonly value: string
  readonly label: string
  readonly description?: string
  readonly chosen?: boolean
}

const asOptions = (choices: readonly Choice[]) =>
  choices.map((choice) => ({
    value: choice.value,
    label: label(choice.label, 100),
    ...(choice.description && { description: label(choice.description, 100) }),
    ...(choice.chosen && { default: true }),
  }))

/** Any number of up to ten choices. */
export const checkboxes = (id: string, choices: readonly Choice[]): APIComponentInLabel => ({
  type: 22,
  custom_id: id,
  options: asOptions(choices),
  min_values: 0,
  required: false,
})

/** One file or none. `types` are the ends of its name, as in ".bib". */
export const fileUpload = (id: string, types: readonly `.${string}`[]): APIComponentInLabel => ({
  type: 19,
  custom_id: id,
  min_values: 0,
  file_types: [...types],
  required: false,
})

/** One of two to ten choices. */
export const radios = (id: string, choices: readonly Choice[]): APIComponentInLabel => ({
  type: 21,
  custom_id: id,
  options: asOptions(choices),
  required: true,
})
