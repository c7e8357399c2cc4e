// What the documentation says of application commands and the schemas do not.

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Locale,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'

type Command = RESTPutAPIApplicationCommandsJSONBody[number]

/** How many of a type one application may have. */
export const MOST = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
}

export function* commandProblems(commands: readonly Command[]): Generator<string> {
  for (const [type, most] of Object.entries(MOST)) {
    const count = commands.filter((command) => typeOf(command) === Number(type)).length
    if (count > most) yield `the whole: ${count} commands of type ${type}, at most ${most} are allowed`
  }
  yield* repeated(commands.map((command) => `${command.name} of type ${typeOf(command)}`))
  for (const [at, command] of commands.entries()) {
    const path = `[${at}]`
    yield* localeProblems(path, command)
    if (isSlash(command)) yield* slashProblems(path, command)
    else {
      if (command.name.trim() === '') yield `${path}.name: is blank`
      for (const key of ['description', 'options'] as const)
        if (key in command && command[key as keyof Command])
          yield `${path}.${key}: a command of type ${typeOf(command)} has none`
    }
    const length = characters(command)
    if (length > 8000)
      yield `${path}: has ${length} characters of names, descriptions and values, at most 8000 are allowed`
  }
}

type Slash = Extract<Command, { description: string }>

const typeOf = (command: Command): ApplicationCommandType => command.type ?? ApplicationCommandType.ChatInput

const isSlash = (command: Command): command is Slash => typeOf(command) === ApplicationCommandType.ChatInput

function* slashProblems(path: string, command: Slash): Generator<string> {
  yield* nameProblems(path, command)
  if (!command.description) yield `${path}.description: is missing, 1 to 100 characters are needed`
  yield* optionsProblems(path, command.options ?? [])
}

/** What Discord calls a name: letters, digits, - _ ', and lower case wherever there is one. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

type Localizations = { readonly [Key in Locale]?: string | null | undefined } | null | undefined

interface Named {
  readonly name: string
  readonly name_localizations?: Localizations
  readonly description_localizations?: Localizations
}

function* nameProblems(path: string, { name, name_localizations }: Named): Generator<string> {
  const localized = Object.entries(name_localizations ?? {})
  const names = [
    [`${path}.name`, name],
    ...localized.map(([key, text]) => [`${path}.name_localizations.${key}`, text]),
  ]
  for (const [at, text] of names) {
    if (!text) continue
    if (!NAME.test(text)) yield `${at}: ${JSON.stringify(text)} is more than letters, digits, -, _ and '`
    else if (text !== text.toLowerCase()) yield `${at}: ${JSON.stringify(text)} must be in lower case`
  }
}

const LOCALES: readonly string[] = Object.values(Locale)

function* localeProblems(path: string, named: Named): Generator<string> {
  for (const key of ['name_localizations', 'description_localizations'] as const)
    for (const locale of Object.keys(named[key] ?? {}))
      if (!LOCALES.includes(locale)) yield `${path}.${key}.${locale}: Discord has no such locale`
}

function* optionsProblems(path: string, options: readonly APIApplicationCommandOption[]): Generator<string> {
  yield* repeated(
    options.map(({ name }) => name),
    `${path}.options`,
  )
  // Seen, not documented: a command has either subcommands or options of its own.
  if (options.some(isSubcommand) && !options.every(isSubcommand))
    yield `${path}.options: subcommands do not go with other options`
  const optional = options.findIndex((option) => !isSubcommand(option) && !option.required)
  for (const [at, option] of options.entries()) {
    const place = `${path}.options[${at}]`
    yield* nameProblems(place, option)
    yield* localeProblems(place, option)
    if (isSubcommand(option)) {
      yield* optionsProblems(place, option.options ?? [])
      if (option.type === ApplicationCommandOptionType.SubcommandGroup && !option.options?.length)
        yield `${place}.options: a group needs a subcommand`
    } else {
      if (option.required && optional !== -1 && optional < at)
        yield `${place}: is required and stands after one that is not`
      yield* valueProblems(place, option)
    }
  }
}

const isSubcommand = (
  option: APIApplicationCommandOption,
): option is Exclude<APIApplicationCommandOption, APIApplicationCommandBasicOption> =>
  option.type === ApplicationCommandOptionType.Subcommand ||
  option.type === ApplicationCommandOptionType.SubcommandGroup

function* valueProblems(path: string, option: APIApplicationCommandBasicOption): Generator<string> {
  if ('choices' in option && option.choices?.length) {
    if (option.autocomplete) yield `${path}.autocomplete: does not go with choices`
    yield* repeated(
      option.choices.map(({ name }) => name),
      `${path}.choices`,
    )
    for (const [at, { value }] of option.choices.entries())
      if (typeof value === 'string' && value.length > 100)
        yield `${path}.choices[${at}].value: has ${value.length} characters, at most 100 are allowed`
  }
  if ('min_length' in option && (option.min_length ?? 0) > (option.max_length ?? 6000))
    yield `${path}.min_length: ${option.min_length} is more than max_length, ${option.max_length}`
  if ('min_value' in option && (option.min_value ?? -Infinity) > (option.max_value ?? Infinity))
    yield `${path}.min_value: ${option.min_value} is more than max_value, ${option.max_value}`
}

function* repeated(names: readonly string[], path = ''): Generator<string> {
  for (const [at, name] of names.entries())
    if (names.indexOf(name) < at) yield `${path}[${at}].name: ${JSON.stringify(name)} stands there already`
}

/** Names, descriptions and values of a command and all in it; of a localized text the longest counts. */
function characters(part: object): number {
  let sum = 0
  for (const [key, value] of Object.entries(part)) {
    if (Array.isArray(value)) sum += value.reduce((all: number, item) => all + nested(item), 0)
    else if (key === 'name' || key === 'description' || key === 'value') {
      const localized = Object.values(part[`${key}_localizations` as keyof typeof part] ?? {})
      sum += Math.max(...[value, ...localized].map((text) => String(text ?? '').length))
    }
  }
  return sum
}

const nested = (item: unknown) => (typeof item === 'object' && item !== null ? characters(item) : 0)
