// A cursor is the start of the next page as a text that callers return unchanged: the place of the last row, and a
// checksum of the list and the place. The checksum finds a mistyped cursor, or one of another list. It is not secret: a
// caller who makes a cursor only skips rows of a list that they may read.

import * as z from 'zod/mini'
import { RegistryError } from '../../schema/errors.ts'
import type { PageStart, Place } from '../../schema/verbs/resources.ts'
import { fingerprint } from '../domain/fingerprint.ts'

/** The shapes that the place of a row can have. */
export const PLACES = {
  number: z.tuple([z.number()]),
  twoNumbers: z.tuple([z.number(), z.number()]),
  threeNumbers: z.tuple([z.number(), z.number(), z.number()]),
  textAndNumber: z.tuple([z.string(), z.number()]),
  numbers: z.array(z.number()).check(z.minLength(1), z.maxLength(10)),
} as const
export type PlaceShape = z.ZodMiniType<Place>

export function writeCursor(list: string, place: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([checksum(list, place), ...place]))
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The place in a cursor of the list. Any text but the one that `writeCursor` makes is `invalid`. */
export function readCursor(list: string, cursor: string, shape: PlaceShape): Place {
  const decoded: unknown = decode(cursor)
  const place = shape.safeParse(Array.isArray(decoded) ? decoded.slice(1) : undefined)
  if (!place.success || writeCursor(list, place.data) !== cursor)
    throw new RegistryError('invalid', 'The cursor is not one of this list.', {
      problems: [{ field: 'cursor', problem: 'Give the nextCursor of the page before, as it came.' }],
    })
  return place.data
}

/** The page of a list that begins at a cursor; without one, the first. */
export const startAt = (
  cursor: string | undefined,
  list: string,
  shape: PlaceShape,
): PageStart | undefined =>
  cursor === undefined ? undefined : { place: readCursor(list, cursor, shape), back: false }

function decode(cursor: string): unknown {
  try {
    const bytes = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))))
  } catch {
    return undefined
  }
}

const checksum = (list: string, place: Place): string =>
  fingerprint(JSON.stringify([list, ...place]))
    .toString(36)
    .slice(0, 8)
