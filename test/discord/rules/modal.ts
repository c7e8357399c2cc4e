// What the documentation says of a modal and the schemas do not.

import {
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { componentProblems } from './components.ts'
import { everyComponent, type Placed } from './every-component.ts'

export function* modalProblems({ components }: APIModalInteractionResponseCallbackData): Generator<string> {
  if (components.length > 5) yield `data.components: holds ${components.length}, at most 5 are allowed`
  const placed = [...everyComponent('data.components', components)]
  yield* componentProblems(placed)
  for (const [at, component] of components.entries()) {
    const path = `data.components[${at}]`
    if (component.type === ComponentType.ActionRow) {
      for (const [place, input] of component.components.entries())
        if (!labelOf(input))
          yield `${path}.components[${place}].label: is missing, which an action row does not have`
    }
    if (component.type === ComponentType.Label && component.component.type === ComponentType.TextInput)
      if (labelOf(component.component)) yield `${path}.component.label: a Label has said it already`
  }
  for (const { path, component } of placed) yield* answerProblems(path, component)
}

// Deprecated, since a Label says it, but still the only one that a text input in an action row has.
const labelOf = (input: APITextInputComponent): string | null | undefined => input.label

/** In a modal an answer is required unless told otherwise, and then at least one value of it; nothing is disabled. */
function* answerProblems(path: string, component: Placed['component']): Generator<string> {
  if ('disabled' in component && component.disabled) yield `${path}.disabled: nothing in a modal can be`
  if ('min_values' in component && component.min_values === 0 && component.required !== false)
    yield `${path}.min_values: 0 goes only with "required": false`
}
