// Discord's problems with a list, which name places in it by number, in words.

import { type Command, kindOf, type Option, spokenOf, within } from '../command.ts'

interface Errors {
  readonly _errors?: readonly { readonly code: string; readonly message: string }[]
}

/** `covid-data ct, option also, description: Must be between 1 and 100 in length.` */
export function placed(errors: unknown, payload?: readonly Command[]): string[] {
  return walked(errors, payload ? { list: payload, of: '' } : {}, '')
}

/** Where one is: in a list of which a number is to be read, or in one thing of it. */
interface Where {
  readonly list?: readonly object[]
  /** The place that the list is of, by which its things are named. */
  readonly of?: string
  readonly thing?: object
}

function walked(errors: unknown, where: Where, place: string): string[] {
  if (typeof errors !== 'object' || errors === null) return []
  const { _errors: here = [], ...inner }: Errors = errors
  return [
    ...here.map(({ message }) => (place ? `${place}: ${message}` : message)),
    ...Object.entries(inner).flatMap(([key, value]) => {
      const [next, at] = step(key, where, place)
      return walked(value, next, at)
    }),
  ]
}

function step(key: string, { list, of = '', thing }: Where, place: string): [Where, string] {
  const found = list?.[Number(key)]
  if (found) return [{ thing: found }, placeOf(found, of)]
  const at = place ? `${place}, ${key}` : key
  if (thing && (key === 'options' || key === 'choices'))
    return [{ list: asParts(thing)[key] ?? [], of: place }, at]
  // The language of a translation.
  if (/_localizations$/.test(place)) return [{}, place.replace(/_localizations$/, ` (${key})`)]
  return [{}, at]
}

function placeOf(thing: object, place: string): string {
  const part = asPart(thing)
  if (!place) return spokenOf(part)
  return within(place, 'value' in thing ? 'choice' : kindOf(part), part.name)
}

/** What is in a list of commands: commands, options, and choices, all of which have a name. */
const asPart = (thing: object) => thing as Option

/** What commands, options and choices may hold. */
const asParts = (thing: object) => thing as Pick<Option, 'options' | 'choices'>
