// A typed line such as `/covid-data search query:lung private:true`, understood as Discord's own command box would.

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Values } from '../../discord/protocol/interactions.ts'
import { nearest } from './nearest.ts'
import { fitted, LineError, listed, named } from './values.ts'

export type Declaration = RESTPostAPIChatInputApplicationCommandsJSONBody

export interface TypedCommand {
  /** The command and, where it has them, group and subcommand, with a space between. */
  readonly path: string
  /** In the order typed. */
  readonly values: Values
  /** The options that the command has, typed or not. */
  readonly options: readonly APIApplicationCommandBasicOption[]
}

export function parseLine(line: string, declarations: readonly Declaration[]): TypedCommand {
  const [, first = '', rest = ''] = /^\/?(\S*)\s*([\s\S]*)$/.exec(line.trim()) ?? []
  const { path, options, rest: typed } = reach(first, rest, declarations)
  const texts = textsOf(typed, path, options)
  const values: Record<string, string | number | boolean> = {}
  for (const [name, text] of texts) {
    const option = options.find((candidate) => candidate.name === name)
    if (option) values[name] = fitted(text, option, path)
  }
  const missing = options.filter((option) => option.required && !texts.has(option.name))
  if (missing.length > 0)
    throw new LineError(
      `/${path} needs ${missing.map(({ name }) => `${name}:`).join(' and ')}\n\n${listed(options)}`,
    )
  return { path, values, options }
}

export interface Reached {
  readonly path: string
  readonly options: readonly APIApplicationCommandBasicOption[]
  readonly rest: string
}

/** The command that the first words name, through subcommands and groups of them. */
export function reach(first: string, rest: string, declarations: readonly Declaration[]): Reached {
  const command = declarations.find(({ name }) => name === first.toLowerCase())
  if (!command) {
    const slashed = declarations.map(({ name, description }) => ({ name: `/${name}`, description }))
    throw new LineError(
      `${first ? `There is no command /${first}.` : 'Type a command.'}${meant(`/${first}`, slashed)}\n\n${listed(slashed)}`,
    )
  }
  return descend(command.name, command.options ?? [], rest)
}

function descend(path: string, options: readonly APIApplicationCommandOption[], rest: string): Reached {
  const subcommands = options.filter(isSubcommand)
  if (subcommands.length === 0)
    return { path, options: options.filter((option) => !isSubcommand(option)), rest }
  const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? []
  const chosen = subcommands.find(({ name }) => name === word.toLowerCase())
  if (!chosen)
    throw new LineError(
      `/${path} ${word ? `has no subcommand ${word}.` : 'needs a subcommand.'}${meant(word, subcommands)}\n\n${listed(subcommands)}`,
    )
  return descend(`${path} ${chosen.name}`, chosen.options ?? [], after)
}

type Subcommand = Extract<
  APIApplicationCommandOption,
  { type: OptionType.Subcommand | OptionType.SubcommandGroup }
>

const isSubcommand = (option: APIApplicationCommandOption): option is Subcommand =>
  option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup

/** The text of each option. A value runs until the next ` name:` of an option there is, or stands in quotes. */
function textsOf(
  typed: string,
  path: string,
  options: readonly APIApplicationCommandBasicOption[],
): Map<string, string> {
  const texts = new Map<string, string>()
  const names = options.map(({ name }) => name)
  let rest = typed
  const bare = bareOption(options)
  if (rest && !startsOption(rest, names)) {
    const word = /^([^\s:]+):(?!\/\/)/.exec(rest)?.[1]
    if (!bare || (word && nearest(word, names)))
      throw new LineError(
        `/${path} has no option ${word ?? named(rest)}.${meant(word ?? '', options)}\n\n${listed(options)}`,
      )
    rest = `${bare.name}:${rest}`
  }
  while (rest) {
    const [head, name = ''] = /^([^\s:]+):\s*/.exec(rest) ?? ['']
    const option = name.toLowerCase()
    if (texts.has(option)) throw new LineError(`${option}: is there twice.`)
    const value = valueAt(rest.slice(head.length), names)
    texts.set(option, value.text)
    rest = value.rest
  }
  return texts
}

/** What Discord fills in when somebody types on after the subcommand: the one text that it cannot do without. */
function bareOption(options: readonly APIApplicationCommandBasicOption[]) {
  const required = options.filter((option) => option.required && option.type === OptionType.String)
  return required.length === 1 ? required[0] : undefined
}

function startsOption(text: string, names: readonly string[]): boolean {
  const name = /^([^\s:]+):/.exec(text)?.[1]?.toLowerCase()
  return name !== undefined && names.includes(name)
}

function valueAt(text: string, names: readonly string[]): { text: string; rest: string } {
  const [quoted, inside = '', after = ''] = /^"([^"]*)"(?:\s+([\s\S]*))?$/.exec(text) ?? []
  if (quoted !== undefined && (after === '' || startsOption(after, names)))
    return { text: inside, rest: after }
  for (const gap of text.matchAll(/\s+/g)) {
    const next = gap.index + gap[0].length
    if (startsOption(text.slice(next), names))
      return { text: text.slice(0, gap.index), rest: text.slice(next) }
  }
  // An empty value stands directly before the next option: `also: private:true`.
  return startsOption(text, names) ? { text: '', rest: text } : { text, rest: '' }
}

function meant(word: string, things: readonly { readonly name: string }[]): string {
  const near = nearest(
    word,
    things.map(({ name }) => name),
  )
  return near ? ` Did you mean ${near}?` : ''
}
