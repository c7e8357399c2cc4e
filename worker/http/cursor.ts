// Where the next page begins, as a text that callers hand back as it came. It holds the place of the last row, the list
// that it belongs to, and a check. The check is no secret and need not be: whoever makes a cursor of their own only
// skips rows of a list that they may read. It tells a mistyped or mixed-up cursor from a true one.

import * as z from 'zod/mini'
import { RegistryError } from '../../schema/errors.ts'
import type { RecordPlace } from '../../schema/verbs/resources.ts'
import { fingerprint } from '../domain/fingerprint.ts'

/** The places that a list can begin at: one number, or a text and a number, or any numbers. */
export const PLACES = {
  number: z.tuple([z.number()]),
  textAndNumber: z.tuple([z.string(), z.number()]),
  numbers: z.array(z.number()).check(z.minLength(1), z.maxLength(10)),
} as const
export type PlaceShape = z.ZodMiniType<RecordPlace>

export function writeCursor(list: string, place: RecordPlace): string {
  const bytes = new TextEncoder().encode(JSON.stringify([check(list, place), ...place]))
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The place in a cursor of that list. Only the one text that `writeCursor` makes of it is taken. */
export function readCursor(list: string, cursor: string, shape: PlaceShape): RecordPlace {
  const decoded: unknown = decode(cursor)
  const place = shape.safeParse(Array.isArray(decoded) ? decoded.slice(1) : undefined)
  if (!place.success || writeCursor(list, place.data) !== cursor)
    throw new RegistryError('invalid', 'The cursor is not one of this list.', {
      problems: [{ field: 'cursor', problem: 'Give the nextCursor of the page before, as it came.' }],
    })
  return place.data
}

function decode(cursor: string): unknown {
  try {
    const bytes = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))))
  } catch {
    return undefined
  }
}

const check = (list: string, place: RecordPlace): string =>
  fingerprint(JSON.stringify([list, ...place]))
    .toString(36)
    .slice(0, 8)
