import { PLACES, readCursor, writeCursor } from '../http/cursor.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  /** The number that the next page begins at; absent after the last page. */
  readonly next?: number
}

/** A page of a list whose place is one number; `list` are its name and its filters, to which a cursor belongs. */
export async function numberedPage<Read extends Page<unknown>>(
  list: readonly unknown[],
  { limit, cursor }: { readonly limit: string; readonly cursor?: string | undefined },
  read: (size: number, from: number | undefined) => Promise<Read>,
): Promise<Read & { readonly nextCursor: string | null }> {
  const name = JSON.stringify(list)
  const from = cursor === undefined ? undefined : Number(readCursor(name, cursor, PLACES.number)[0])
  const page = await read(Number(limit), from)
  return { ...page, nextCursor: page.next === undefined ? null : writeCursor(name, [page.next]) }
}
