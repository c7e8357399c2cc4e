// The typed text of an option as the value that Discord would send, or why it would not let it be sent.

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10'
import { Failure } from '../../../bot/cli/failure.ts'
import { nearest } from './nearest.ts'

/** A line that Discord's command box would not send; the message says what there is instead. */
export class LineError extends Failure {
  override readonly name = 'LineError'
}

export function fitted(
  text: string,
  option: APIApplicationCommandBasicOption,
  path: string,
): string | number | boolean {
  if (text === '') throw new LineError(`${option.name}: has no value.\n\n${listed([option])}`)
  if ('choices' in option && option.choices?.length) return chosen(text, option.name, option.choices)
  switch (option.type) {
    case OptionType.String: {
      const { min_length = 0, max_length = 6000 } = option
      if (text.length < min_length || text.length > max_length)
        throw new LineError(
          `${option.name}: takes ${between(min_length, max_length)} characters, and ${named(text)} has ${text.length}.`,
        )
      return text
    }
    case OptionType.Boolean:
      if (/^(true|yes)$/i.test(text)) return true
      if (/^(false|no)$/i.test(text)) return false
      throw new LineError(`${option.name}: is true or false, and ${named(text)} is neither.`)
    case OptionType.Integer:
    case OptionType.Number: {
      const number = Number(text)
      const { min_value = -Infinity, max_value = Infinity } = option
      if (!Number.isFinite(number) || (option.type === OptionType.Integer && !Number.isSafeInteger(number)))
        throw new LineError(
          `${option.name}: is a ${option.type === OptionType.Integer ? 'whole ' : ''}number, and ${named(text)} is not.`,
        )
      if (number < min_value || number > max_value)
        throw new LineError(`${option.name}: is ${between(min_value, max_value)}, and ${named(text)} is not.`)
      return number
    }
    default:
      throw new LineError(`${option.name}: of /${path} is picked in Discord and cannot be typed in a line.`)
  }
}

/** By name or by value, in any case; what is sent is the value. */
function chosen(text: string, name: string, choices: readonly APIApplicationCommandOptionChoice[]) {
  const lower = text.toLowerCase()
  const choice = choices.find((each) =>
    [each.name, String(each.value)].some((word) => word.toLowerCase() === lower),
  )
  if (choice) return choice.value
  const near = nearest(
    text,
    choices.flatMap((each) => [String(each.value), each.name]),
  )
  throw new LineError(
    `${name}: cannot be ${named(text)}.${near ? ` Did you mean ${near}?` : ''} There is\n\n${choices.map((each) => `  ${each.value}`).join('\n')}`,
  )
}

const between = (least: number, most: number) => {
  if (most === Infinity) return `at least ${least}`
  return least === -Infinity ? `at most ${most}` : `${least} to ${most}`
}

/** In quotes, and cut where it is long. */
export const named = (text: string) => `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`

/** Commands, subcommands or options, one a line. */
export function listed(
  things: readonly (
    | APIApplicationCommandBasicOption
    | { readonly name: string; readonly description: string; readonly type?: undefined | 1 | 2 }
  )[],
): string {
  const width = Math.max(...things.map(({ name }) => name.length))
  return things.map((thing) => `  ${thing.name.padEnd(width)}  ${thing.description}${kind(thing)}`).join('\n')
}

function kind(option: Parameters<typeof listed>[0][number]): string {
  const notes: string[] = []
  if ('required' in option && option.required) notes.push('required')
  if ('choices' in option && option.choices?.length)
    notes.push(option.choices.map(({ value }) => value).join(' | '))
  if (option.type === OptionType.Boolean) notes.push('true | false')
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}
