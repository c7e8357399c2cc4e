// The differences of two versions of a command.
//
// Discord gives back more than it was sent: ids, and a value for every field. It may leave a field out or give null,
// false or empty for it, so these count as the same. Order counts for subcommands, options and choices, which people see
// in the order of the list; contexts, channel types and the like are sets.

import type { Command, Option } from './command.ts'

export type Value = string | number | boolean | readonly (string | number)[]

export type Difference =
  | { readonly sign: '+' | '-'; readonly place: string }
  | {
      readonly sign: '~'
      readonly place: string
      readonly field: string
      /** Undefined where the field is not set. */
      readonly before: Value | undefined
      readonly after: Value | undefined
    }

/** The fields that are compared. Others that Discord gives, now or later, can't be set. */
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

/** Fields of commands that are registered everywhere; those of a server don't have them. */
export const GLOBAL_FIELDS = ['contexts', 'integration_types'] as const

const TRANSLATED = ['name', 'description'] as const

/** A command, option or choice, in one form for one meaning. */
interface Part {
  readonly name: string
  /** `covid-data ct, option also` */
  readonly place: string
  readonly fields: Readonly<Record<string, Value>>
  readonly parts: readonly Part[]
}

/** `title` names the command in every place. */
export const differencesOf = (title: string, before: Command, after: Command, isGlobal: boolean) => [
  ...compare(partOf(title, before, isGlobal), partOf(title, after, isGlobal)),
]

function* compare(before: Part, after: Part): Generator<Difference> {
  const { place } = after
  const fieldNames = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])
  for (const field of fieldNames) yield* changed(place, field, before.fields[field], after.fields[field])
  const [former, present] = [byName(before), byName(after)]
  for (const part of before.parts) if (!present.has(part.name)) yield { sign: '-', place: part.place }
  for (const part of after.parts) {
    const same = former.get(part.name)
    if (same) yield* compare(same, part)
    else yield { sign: '+', place: part.place }
  }
  // The order of the parts that stay; each of the others has its own line.
  const stays = (name: string) => former.has(name) && present.has(name)
  yield* changed(place, 'order', [...former.keys()].filter(stays), [...present.keys()].filter(stays))
}

const byName = ({ parts }: Part) => new Map(parts.map((part) => [part.name, part]))

const changed = (
  place: string,
  field: string,
  before: Value | undefined,
  after: Value | undefined,
): readonly Difference[] =>
  JSON.stringify(before) === JSON.stringify(after) ? [] : [{ sign: '~', place, field, before, after }]

const EVERYWHERE = [0, 1, 2]
const IN_SERVERS = [0]

/** Where a command can be used and installed. An older command says by dm_permission whether it is in direct messages. */
export const globalFieldsOf = (command: Command) => ({
  contexts: command.contexts ?? (command.dm_permission === false ? IN_SERVERS : EVERYWHERE),
  integration_types: command.integration_types ?? IN_SERVERS,
})

const partOf = (title: string, command: Command, isGlobal: boolean): Part => ({
  name: command.name,
  place: title,
  fields: {
    ...fieldsOf(command, FIELDS.command),
    ...(isGlobal && fieldsOf(globalFieldsOf(command), GLOBAL_FIELDS)),
  },
  parts: (command.options ?? []).map((option) => optionPart(option, title)),
})

/** The types of a subcommand and of a group of them. */
const SUBCOMMANDS = [1, 2]

function optionPart(option: Option, parent: string): Part {
  const { name, type, options, choices } = option
  const place = SUBCOMMANDS.includes(type) ? `${parent} ${name}` : `${parent}, option ${name}`
  return {
    name,
    place,
    fields: fieldsOf(option, FIELDS.option),
    parts: [
      ...(options ?? []).map((inner) => optionPart(inner, place)),
      ...(choices ?? []).map((choice) => ({
        name: choice.name,
        place: `${place}, choice ${JSON.stringify(choice.name)}`,
        fields: fieldsOf(choice, FIELDS.choice),
        parts: [],
      })),
    ],
  }
}

/** The fields that are set, each translation as one of its own: `description (de)`. */
function fieldsOf(item: object, names: readonly string[]): Part['fields'] {
  const fields = new Map(Object.entries(item))
  const translations = TRANSLATED.flatMap((field) =>
    Object.entries(fields.get(`${field}_localizations`) ?? {}).map(
      ([locale, text]) => [`${field} (${locale})`, text] as const,
    ),
  )
  return Object.fromEntries(
    [...names.map((name) => [name, fields.get(name)] as const), ...translations].flatMap(([name, value]) =>
      isUnset(value) ? [] : [[name, Array.isArray(value) ? value.toSorted(byValue) : asValue(value)]],
    ),
  )
}

const isUnset = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

const byValue = (one: string | number, other: string | number) =>
  typeof one === 'number' && typeof other === 'number' ? one - other : one < other ? -1 : 1

/** Only for the fields above, whose types Discord documents. */
const asValue = (value: unknown) => value as Value
