// Where the next page begins, as a text that callers hand back as it came. It holds the number of the last row, the
// list that it belongs to, and a check. The check is no secret and need not be: whoever makes a cursor of their own
// only skips rows of a list that they may read. It tells a mistyped or mixed-up cursor from a true one.

import { Refusal } from './problem.ts'

export const writeCursor = (list: string, last: number): string =>
  btoa(`${last}.${check(list, last)}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The number in a cursor of that list. Only the one text that `writeCursor` makes of it is taken. */
export function readCursor(list: string, cursor: string): number {
  const last = Number(decoded(cursor).split('.')[0])
  if (!Number.isSafeInteger(last) || last < 0 || writeCursor(list, last) !== cursor)
    throw new Refusal('malformed', 'The cursor is not one of this list.', {
      problems: [{ field: 'cursor', problem: 'Give the nextCursor of the page before, as it came.' }],
    })
  return last
}

function decoded(cursor: string): string {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}

/** FNV-1a, 32 bits. */
function check(list: string, last: number): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${list} ${last}`))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}
