// Everything that a person picks from or types into: how much, out of what.

import { ComponentType } from 'discord-api-types/v10'
import type { AnyComponent } from './every-component.ts'

interface Option {
  readonly value: string
  readonly default?: boolean
}

export function* choiceRangeProblems(path: string, component: AnyComponent): Generator<string> {
  switch (component.type) {
    case ComponentType.StringSelect:
    case ComponentType.CheckboxGroup:
      // A select takes one value unless told otherwise, a group of checkboxes all.
      yield* rangeProblems(path, component, component.options)
      yield* optionProblems(path, component.options)
      break
    case ComponentType.RadioGroup:
      yield* optionProblems(path, component.options)
      if (preselected(component.options) > 1) yield `${path}.options: more than one is the default`
      break
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      yield* rangeProblems(path, component)
      yield* defaultProblems(`${path}.default_values`, component, component.default_values?.length ?? 0)
      break
    case ComponentType.FileUpload:
      yield* rangeProblems(path, component)
      break
    case ComponentType.TextInput: {
      const { min_length = 0, max_length = 4000, value } = component
      if (min_length > max_length)
        yield `${path}.min_length: ${min_length} is more than max_length, ${max_length}`
      if (value && value.length > max_length)
        yield `${path}.value: has ${value.length} characters, at most ${max_length} are allowed`
      break
    }
  }
}

interface Range {
  readonly type: ComponentType
  readonly min_values?: number
  readonly max_values?: number
}

/** Unset: one value, but of a group of checkboxes all. */
const least = (range: Range) => range.min_values ?? 1
const most = (range: Range, options?: readonly Option[]) =>
  range.max_values ?? (range.type === ComponentType.CheckboxGroup && options ? options.length : 1)

function* rangeProblems(path: string, range: Range, options?: readonly Option[]): Generator<string> {
  if (least(range) > most(range, options))
    yield `${path}.min_values: ${least(range)} is more than max_values, ${most(range, options)}`
  if (!options) return
  // Seen, not documented: Discord refuses a maximum that cannot be reached.
  if (range.max_values && range.max_values > options.length)
    yield `${path}.max_values: ${range.max_values} is more than the ${options.length} options`
  const defaults = preselected(options)
  if (defaults > most(range, options)) yield `${path}.options: ${defaults} are defaults, more than max_values`
}

/** Values that are chosen beforehand stand within the range, if there are any. */
function* defaultProblems(path: string, range: Range, count: number): Generator<string> {
  if (count > 0 && (count < least(range) || count > most(range)))
    yield `${path}: holds ${count}, between ${least(range)} and ${most(range)} are allowed`
}

function* optionProblems(path: string, options: readonly Option[]): Generator<string> {
  const seen = new Set<string>()
  for (const [at, { value }] of options.entries()) {
    if (seen.has(value)) yield `${path}.options[${at}].value: ${JSON.stringify(value)} stands there already`
    seen.add(value)
  }
}

const preselected = (options: readonly Option[]) => options.filter((option) => option.default).length
