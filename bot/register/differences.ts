// The differences of two versions of a command.
//
// Discord gives back more than it was sent: ids, and a value for every field. It may leave a field out or give null,
// false or empty for it, so these count as the same. Order counts for subcommands, options and choices, which people see
// in the order of the list; contexts, channel types and the like are sets.

import { isDeepStrictEqual } from 'node:util'
import type { Command } from './command.ts'

export interface Difference {
  readonly change: 'added' | 'removed' | 'changed'
  /** `covid-data ct, option also` */
  readonly place: string
  /** What was changed; null is a field that is not set. */
  readonly field?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Fields of commands that are registered everywhere; those of a server don't have them. */
export const GLOBAL_FIELDS = ['contexts', 'integration_types']

/** The fields that are compared, beside translations. Others that Discord gives, now or later, can't be set. */
export const FIELDS = [
  ...GLOBAL_FIELDS,
  ...['type', 'description', 'default_member_permissions', 'nsfw', 'handler'],
  ...['required', 'autocomplete', 'min_value', 'max_value', 'min_length', 'max_length'],
  ...['channel_types', 'file_types', 'value'],
]

export function* differencesOf(place: string, before: Command, after: Command): Generator<Difference> {
  yield* changed(place, fieldsOf(before), fieldsOf(after))
  const [former, present] = [partsOf(place, before), partsOf(place, after)]
  for (const part of former.keys()) if (!present.has(part)) yield { change: 'removed', place: part }
  for (const [part, now] of present) {
    const then = former.get(part)
    if (then) yield* differencesOf(part, then, now)
    else yield { change: 'added', place: part }
  }
  // The order of the parts that stay; each of the others has its own line.
  const order = (parts: typeof former) =>
    [...parts].filter(([part]) => former.has(part) && present.has(part)).map(([, { name }]) => name)
  yield* changed(place, { order: order(former) }, { order: order(present) })
}

type Fields = Readonly<Record<string, unknown>>

function* changed(place: string, before: Fields, after: Fields): Generator<Difference> {
  for (const field of new Set(Object.keys({ ...before, ...after })))
    if (!isDeepStrictEqual(before[field], after[field]))
      yield { change: 'changed', place, field, before: before[field] ?? null, after: after[field] ?? null }
}

/** Options and choices by their places. The types 1 and 2 are a subcommand and a group of them. */
const partsOf = (place: string, { options, choices }: Command): ReadonlyMap<string, Command> =>
  new Map([
    ...(options ?? []).map((option) => {
      const isSubcommand = option.type === 1 || option.type === 2
      return [`${place}${isSubcommand ? '' : ', option'} ${option.name}`, option] as const
    }),
    ...(choices ?? []).map((choice) => [`${place}, choice ${JSON.stringify(choice.name)}`, choice] as const),
  ])

const LOCALIZATIONS = /_localizations$/
const inOrder = new Intl.Collator('en', { numeric: true }).compare

/** The fields that are set, each translation as one of its own: `description (de)`. */
const fieldsOf = (part: object): Fields =>
  Object.fromEntries(
    Object.entries(part)
      .flatMap(([field, value]) => {
        if (FIELDS.includes(field)) return [[field, Array.isArray(value) ? value.toSorted(inOrder) : value]]
        if (!LOCALIZATIONS.test(field)) return []
        const translated = field.replace(LOCALIZATIONS, '')
        return Object.entries(value ?? {}).map(([locale, text]) => [`${translated} (${locale})`, text])
      })
      .filter(([, value]) => !isUnset(value)),
  )

/** Null, false, an empty text or an empty list. */
const isUnset = (value: unknown): boolean => value === false || String(value ?? '') === ''
