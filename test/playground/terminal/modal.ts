// A form as text: each question, what it asks for, and what stands there already.

import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { type Lines, line, markdownLines, optionLines, selectLines } from './components.ts'

export const modalLines = (modal: APIModalInteractionResponseCallbackData): Lines => [
  ...line(`Form: ${modal.title}`, 'bold'),
  ...modal.components.flatMap(questionLines),
]

function questionLines(component: APIModalInteractionResponseCallbackComponent): Lines {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return markdownLines(component.content)
    case ComponentType.Label:
      return [
        ...headLine(component.label, component.component),
        ...(component.description ? line(`  ${component.description}`, 'dim') : []),
        ...fieldLines(component.component),
      ]
    case ComponentType.ActionRow:
      return component.components.flatMap((input) => [
        ...headLine(labelOf(input), input),
        ...fieldLines(input),
      ])
  }
}

// Deprecated, since a Label says it, but still the only one that a text input in an action row has.
const labelOf = (input: APITextInputComponent) => input.label ?? ''

/** A checkbox can be left unticked; anything else is required unless told otherwise. */
function headLine(label: string, field: APIComponentInLabel): Lines {
  const isRequired = field.type !== ComponentType.Checkbox && field.required !== false
  return line(isRequired ? `${label} (required)` : label)
}

function fieldLines(field: APIComponentInLabel): Lines {
  switch (field.type) {
    case ComponentType.TextInput:
      return [
        ...(field.placeholder ? line(`  ${field.placeholder}`, 'dim') : []),
        ...(field.value ?? '').split('\n').flatMap((text) => line(`  [${text}]`)),
      ]
    case ComponentType.RadioGroup:
    case ComponentType.CheckboxGroup:
      return optionLines(field.options)
    case ComponentType.Checkbox:
      return line(field.default ? '  [x]' : '  [ ]')
    case ComponentType.FileUpload:
      return line((field.max_values ?? 1) === 1 ? '  (one file)' : `  (up to ${field.max_values} files)`)
    default:
      return [...(field.placeholder ? line(`  ${field.placeholder}`, 'dim') : []), ...selectLines(field)]
  }
}
