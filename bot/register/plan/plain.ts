// A command with nothing left unsaid, so that two which mean the same look the same.
//
// Discord gives back more than it was sent: ids, and a value for all that was not said. It may say that something is
// null, false or empty, or not say it. So what is null, false or empty counts as not there, on both sides alike.
//
// Order: people are shown subcommands, options and choices in the order of the list, so that is compared. The commands
// of an application are sorted by Discord; contexts, integration_types, channel_types and file_types are sets; and
// translations are found by their language. None of these has an order that means anything.

import { type Command, type Kind, kindOf, type Option } from '../command.ts'

export type Value = string | number | boolean | readonly (string | number)[]

export interface Part {
  readonly kind: Kind
  readonly name: string
  /** By what one calls them: `description`, `description (de)`. */
  readonly fields: Readonly<Record<string, Value>>
  /** What is in it, in the order in which it is shown. */
  readonly parts: readonly Part[]
}

/**
 * What can be said of each. What Discord tells beside it (version, name_localized, dm_permission, ...) cannot, or says
 * the same again; and what it may come to tell some day would look changed for ever.
 */
export const FIELDS = {
  command: ['description', 'default_member_permissions', 'nsfw', 'handler'],
  option: [
    'type',
    'description',
    'required',
    'autocomplete',
    'min_value',
    'max_value',
    'min_length',
    'max_length',
    'channel_types',
    'file_types',
  ],
  choice: ['value'],
} as const

/** What only commands that are everywhere have. */
export const GLOBAL_FIELDS = ['contexts', 'integration_types'] as const

export const TRANSLATIONS = ['name', 'description'] as const

export function plainCommand(command: Command, isGlobal: boolean): Part {
  return {
    kind: 'command',
    name: command.name,
    fields: {
      ...fieldsOf(command, FIELDS.command),
      ...(isGlobal && fieldsOf(placesOf(command), GLOBAL_FIELDS)),
    },
    parts: (command.options ?? []).map(plainOption),
  }
}

const EVERYWHERE = [0, 1, 2]
const IN_SERVERS = [0]

/**
 * Where a command is offered, and to whom it can be installed. Older commands say instead whether they are in direct
 * messages, by dm_permission.
 */
export function placesOf(command: Command) {
  return {
    contexts: command.contexts ?? (command.dm_permission === false ? IN_SERVERS : EVERYWHERE),
    integration_types: command.integration_types ?? IN_SERVERS,
  }
}

const plainOption = (option: Option): Part => ({
  kind: kindOf(option),
  name: option.name,
  fields: fieldsOf(option, FIELDS.option),
  parts: [...(option.options ?? []).map(plainOption), ...(option.choices ?? []).map(plainChoice)],
})

const plainChoice = (choice: { readonly name: string }): Part => ({
  kind: 'choice',
  name: choice.name,
  fields: fieldsOf(choice, FIELDS.choice),
  parts: [],
})

function fieldsOf(said: object, names: readonly string[]): Part['fields'] {
  const found = new Map(Object.entries(said))
  const translated = TRANSLATIONS.flatMap((field) =>
    Object.entries(found.get(`${field}_localizations`) ?? {}).map(([locale, text]): [string, unknown] => [
      `${field} (${locale})`,
      text,
    ]),
  )
  return Object.fromEntries(
    [...names.map((name): [string, unknown] => [name, found.get(name)]), ...translated].flatMap(
      ([name, value]) => {
        const plain = plainValue(value)
        return plain === undefined ? [] : [[name, plain]]
      },
    ),
  )
}

/** Undefined where nothing is said. */
function plainValue(value: unknown): Value | undefined {
  if (value === null || value === undefined || value === false || value === '') return undefined
  if (Array.isArray(value)) return value.length > 0 ? value.map(asScalar).sort(byValue) : undefined
  return asScalar(value)
}

const byValue = (one: string | number, other: string | number) =>
  typeof one === 'number' && typeof other === 'number' ? one - other : one < other ? -1 : 1

/** What Discord documents of each of these fields. */
const asScalar = (value: unknown) => value as string | number
