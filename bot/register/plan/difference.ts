// What is another in a command than it was, and where.

import { within } from '../command.ts'
import type { Part, Value } from './plain.ts'

export type Difference =
  /** There and not before, or before and not there. */
  | { readonly sign: '+' | '-'; readonly place: string; readonly part: Part }
  | {
      readonly sign: '~'
      readonly place: string
      readonly field: string
      /** Undefined where nothing is said. */
      readonly before: Value | undefined
      readonly after: Value | undefined
    }

export function* differencesIn(place: string, before: Part, after: Part): Generator<Difference> {
  for (const field of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) {
    const [was, is] = [before.fields[field], after.fields[field]]
    if (!isSame(was, is)) yield { sign: '~', place, field, before: was, after: is }
  }
  for (const part of before.parts)
    if (!named(after, part.name)) yield { sign: '-', place: at(place, part), part }
  for (const part of after.parts) {
    const earlier = named(before, part.name)
    if (earlier) yield* differencesIn(at(place, part), earlier, part)
    else yield { sign: '+', place: at(place, part), part }
  }
  // Of those that stay: one that comes or goes has its own line.
  const was = namesIn(before).filter((name) => named(after, name))
  const is = namesIn(after).filter((name) => named(before, name))
  if (!isSame(was, is)) yield { sign: '~', place, field: 'order', before: was, after: is }
}

const at = (place: string, { kind, name }: Part) => within(place, kind, name)
const named = ({ parts }: Part, name: string) => parts.find((part) => part.name === name)
export const namesIn = ({ parts }: Part) => parts.map(({ name }) => name)

const isSame = (one: Value | undefined, other: Value | undefined) =>
  JSON.stringify(one) === JSON.stringify(other)
