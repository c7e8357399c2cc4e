// A command as it is being filled in, field by field. Knows no document.

import type { Texts } from '../../server/protocol.ts'
import type { Option, Typable } from './picker.ts'

export interface Field {
  readonly option: Option
  readonly text: string
  /** The value that was picked; what is typed afterwards unpicks it. */
  readonly picked?: string
}

export interface Draft {
  readonly command: Typable
  /** The required ones, then those that were added. */
  readonly fields: readonly Field[]
}

export const begin = (command: Typable): Draft => ({
  command,
  fields: command.options.filter(({ required }) => required).map((option) => ({ option, text: '' })),
})

/** The command that a text names in full, with a space behind it, and what is typed after that. */
export function begun(commands: readonly Typable[], typed: string): Draft | undefined {
  const command = commands.find(({ path }) => typed.toLowerCase().startsWith(`/${path} `))
  if (!command) return undefined
  return readRest(begin(command), typed.slice(command.path.length + 2))
}

/** `name:value` for each option; what stands before the first is that of the one that comes first. */
function readRest(draft: Draft, rest: string): Draft {
  const names = draft.command.options.map(({ name }) => name).join('|')
  const parts = names ? rest.split(new RegExp(`(?:^|\\s+)(${names}):\\s*`)) : [rest]
  const [first] = draft.fields
  let read = first && parts[0]?.trim() ? edited(draft, first.option.name, parts[0].trim()) : draft
  for (let at = 1; at < parts.length; at += 2)
    read = edited(added(read, parts[at] ?? ''), parts[at] ?? '', parts[at + 1] ?? '')
  return read
}

export function added(draft: Draft, name: string): Draft {
  const option = draft.command.options.find((each) => each.name === name)
  if (!option || draft.fields.some((field) => field.option === option)) return draft
  return { ...draft, fields: [...draft.fields, { option, text: '' }] }
}

/** What is required stays, and is emptied. */
export const removed = (draft: Draft, name: string): Draft => ({
  ...draft,
  fields: draft.fields.filter(({ option }) => option.name !== name || option.required),
})

export const edited = (draft: Draft, name: string, text: string): Draft => withField(draft, name, { text })

export const picked = (draft: Draft, name: string, { label, value }: Choice): Draft =>
  withField(draft, name, { text: label, picked: value })

const withField = (draft: Draft, name: string, given: Omit<Field, 'option'>): Draft => ({
  ...draft,
  fields: draft.fields.map((field) =>
    field.option.name === name ? { option: field.option, ...given } : field,
  ),
})

/** The options that may still be added, of which what is typed is the beginning. */
export const addable = ({ command, fields }: Draft, typed: string): Option[] =>
  command.options.filter(
    (option) =>
      !fields.some((field) => field.option === option) && option.name.startsWith(typed.toLowerCase().trim()),
  )

export const missing = ({ fields }: Draft): Option | undefined =>
  fields.find(({ option, text }) => option.required && !text.trim())?.option

/** What is sent: values that were picked, else the text. */
export const textsOf = ({ fields }: Draft): Texts =>
  Object.fromEntries(
    fields
      .filter(({ text }) => text.trim())
      .map(({ option, text, picked: value }) => [option.name, value ?? text.trim()]),
  )

export interface Choice {
  readonly label: string
  readonly value: string
}

/** Who and what can be named by a mention. */
export interface Nameable {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly channels: readonly { readonly id: string; readonly name: string }[]
}

const BOOLEAN = 5
const USER = 6
const CHANNEL = 7

/** What there is to choose from, filtered by what is typed; undefined where anything may be typed. */
export function choicesOf({ option, text, picked: value }: Field, there: Nameable, locale: string) {
  const all = everyChoice(option, there, locale)
  const wanted = value === undefined ? text.toLowerCase().trim() : ''
  return all?.filter(({ label }) => label.toLowerCase().includes(wanted))
}

function everyChoice(option: Option, there: Nameable, locale: string): Choice[] | undefined {
  if ('choices' in option && option.choices?.length)
    return option.choices.map(({ name, name_localizations: others, value }) => ({
      label: others?.[locale as 'de'] ?? name,
      value: String(value),
    }))
  const named = (sign: string, things: Nameable['people']) =>
    things.map(({ id, name }) => ({ label: `${sign}${name}`, value: id }))
  switch (option.type) {
    case BOOLEAN:
      return [
        { label: 'True', value: 'true' },
        { label: 'False', value: 'false' },
      ]
    case USER:
      return named('@', there.people)
    case CHANNEL:
      return named('#', there.channels)
    default:
      return undefined
  }
}

export const isCompleted = (option: Option) => 'autocomplete' in option && option.autocomplete === true
