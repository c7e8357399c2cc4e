// Discord's problems with a list, which name places in it by number, in words.

import { type Command, kindOf, type Option, spokenOf, within } from './command.ts'

interface Errors {
  readonly _errors?: readonly { readonly code: string; readonly message: string }[]
}

/** `covid-data ct, option also, description: Must be between 1 and 100 in length.` */
export function placed(errors: unknown, payload?: readonly Command[]): string[] {
  return walked(errors, payload ? { list: payload } : {}, '')
}

/** Where one is: in a list of which a number is to be read, or in one thing of it. */
interface Where {
  readonly list?: readonly object[] | undefined
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

function step(key: string, { list, thing }: Where, place: string): [Where, string] {
  const found = list?.[Number(key)]
  if (found) return [{ thing: found }, placeOf(found, place)]
  if (thing && (key === 'options' || key === 'choices')) return [{ list: asParts(thing)[key] ?? [] }, place]
  // The language of a translation.
  const [, field] = /(\w+)_localizations$/.exec(place) ?? []
  if (field) return [{}, place.replace(/_localizations$/, ` (${key})`)]
  return [{}, place ? `${place}, ${key}` : key]
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
