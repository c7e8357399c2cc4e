// A page of a list, chosen among the entries of all resources.

import { certaintyOf } from '../../../../schema/record/values/cells.ts'
import type {
  PageStart,
  Place,
  ResourceFilter,
  ResourceOrder,
  ResourceQuery,
} from '../../../../schema/verbs/resources.ts'
import { hasEnded } from '../../../../schema/vocabulary.ts'
import { comparePlaces } from '../ranking.ts'
import { admittedBits, bitsOfGroup, endedBits, groupsIn } from './admitted.ts'
import { type Bits, BLOCK, bitsOfAll, hasBit, minus, placesIn } from './bits.ts'
import type { Block, Entries } from './block.ts'
import { entryAt, type ListedEntry } from './entry.ts'
import { compareKeys, firstThat, inOrder, keyIn, type SortKey } from './orders.ts'
import { type Table, tableOf } from './table.ts'

/** All orders but that of a text's matches. */
export type ListOrder = Exclude<ResourceOrder, 'match'>

export type Sorted = Pick<
  ListedEntry,
  'nameKey' | 'updatedAt' | 'position' | 'measures' | 'availability' | 'status'
>

export function placeOf(order: ListOrder, entry: Sorted, { cells = {} }: ResourceFilter): Place {
  const { position, availability, status } = entry
  switch (order) {
    case 'certain':
      return [certaintyOf(cells, availability), hasEnded(status) ? 1 : 0, position]
    case 'table':
      return [position]
    case 'name':
      return [entry.nameKey, position]
    case 'latest':
    case 'earliest':
      return [entry.updatedAt, position]
    case 'images':
    case 'patients':
    case 'published':
      return [entry.measures[order], position]
  }
}

const SORT_KEYS = {
  certain: 'position',
  table: 'position',
  name: 'name',
  latest: 'changed',
  earliest: 'changed',
  images: 'images',
  patients: 'patients',
  published: 'published',
} as const satisfies { readonly [Order in ListOrder]: SortKey }

interface Walk {
  readonly key: SortKey
  /** Only these. */
  readonly bits: Bits
  /** From the highest on. */
  readonly back: boolean
  /** Only beyond this place. */
  readonly from?: Place | undefined
  readonly size: number
}

/** The first in table order, or in its reverse; blocks that come after them are not looked at. */
function firstByPosition(table: Table, { bits, back, from, size }: Walk): number[] {
  const isBeyond = (position: number) => {
    const side = from === undefined ? 1 : comparePlaces([position], from) * (back ? -1 : 1)
    return side > 0
  }
  const positions: number[] = []
  const slots = table.blocks.map(({ number }, slot) => ({ first: number * BLOCK, slot }))
  for (const { first, slot } of back ? slots.reverse() : slots) {
    if (positions.length === size) break
    if (!isBeyond(back ? first : first + BLOCK - 1)) continue
    const places = placesIn(bits, slot * BLOCK, (slot + 1) * BLOCK)
    const ahead = places.map((place) => first + (place % BLOCK)).filter(isBeyond)
    positions.push(...(back ? ahead.reverse() : ahead).slice(0, size - positions.length))
  }
  return positions
}

/** Where in its own order a block has the places beyond one: from the first index on, up to before the second. */
function indexesBeyond(
  block: Block,
  places: Uint16Array,
  { key, back, from }: Walk,
): readonly [number, number] {
  if (from === undefined) return [0, places.length]
  const compared = (place: number) =>
    comparePlaces([keyIn(block, key, place), block.number * BLOCK + place], from)
  return back
    ? [0, firstThat(places, (place) => compared(place) >= 0)]
    : [firstThat(places, (place) => compared(place) > 0), places.length]
}

/** The positions of the first entries of a walk. A block is left at its first entry that comes after them. */
export function firstOf(table: Table, walk: Walk): number[] {
  const { key, bits, back, size } = walk
  if (key === 'position') return firstByPosition(table, walk)
  const sign = back ? -1 : 1
  const best: { readonly value: string | number; readonly position: number }[] = []
  const compare = (a: (typeof best)[number], b: (typeof best)[number]) =>
    sign * (compareKeys(a.value, b.value) || a.position - b.position)
  for (const [slot, block] of table.blocks.entries()) {
    const places = inOrder(block, key)
    const [start, end] = indexesBeyond(block, places, walk)
    for (let i = start; i < end; i++) {
      const place = places[back ? end - 1 - (i - start) : i] ?? 0
      if (!hasBit(bits, slot * BLOCK + place)) continue
      const one = { value: keyIn(block, key, place), position: block.number * BLOCK + place }
      const last = best.at(-1)
      if (last && best.length === size && compare(one, last) >= 0) break
      let [low, high] = [0, best.length]
      while (low < high) {
        const middle = (low + high) >> 1
        const other = best[middle]
        if (other && compare(other, one) < 0) low = middle + 1
        else high = middle
      }
      best.splice(low, 0, one)
      if (best.length > size) best.pop()
    }
  }
  return best.map(({ position }) => position)
}

/** A part of a list that comes as a whole before the next: in the order `certain` a group, what has not ended, then what has. */
interface Stretch {
  /** How the places of its entries begin. */
  readonly start: Place
  readonly bits: () => Bits
}

function stretchesOf(table: Table, { order, filter, group }: PageQuery): Stretch[] {
  const { cells = {} } = filter
  const admitted = admittedBits(table, filter)
  const within = (one: number) => bitsOfGroup(table, admitted, cells, one)
  if (order !== 'certain')
    return [{ start: [], bits: () => (group === undefined ? admitted : within(group)) }]
  const groups = group === undefined ? Array.from({ length: groupsIn(cells) }, (_, i) => i) : [group]
  return groups.flatMap((one) => [
    { start: [one, 0], bits: () => minus(within(one), endedBits(table)) },
    { start: [one, 1], bits: () => bitsOfAll([within(one), endedBits(table)]) },
  ])
}

export interface EntryPage {
  readonly positions: readonly number[]
  readonly previous?: PageStart
  readonly next?: PageStart
}

type PageQuery = Omit<ResourceQuery, 'text'> & { readonly order: ListOrder }

/** The page of a list. */
export function entryPage(entries: Entries, query: PageQuery): EntryPage {
  const { order, from, size, filter } = query
  const table = tableOf(entries)
  const stretches = stretchesOf(table, query)
  const place = from && completed(order, from.place, entries)
  const first = (isBack: boolean, beyond?: Place): number[] => {
    const positions: number[] = []
    for (const stretch of isBack ? stretches.toReversed() : stretches) {
      if (positions.length > size) break
      const { start } = stretch
      const side = beyond ? comparePlaces(start, beyond.slice(0, start.length)) : isBack ? -1 : 1
      if (side !== 0 && side > 0 === isBack) continue
      const walk = {
        key: SORT_KEYS[order],
        bits: stretch.bits(),
        back: isBack !== (order === 'latest'),
      }
      const rest = side === 0 ? beyond?.slice(start.length) : undefined
      positions.push(...firstOf(table, { ...walk, from: rest, size: size + 1 - positions.length }))
    }
    return positions
  }
  const before = from?.back ? first(true, place) : []
  // Reading back and reaching the start, the page is the first one, so that it is always full.
  const isBack = before.length > size
  const after = isBack ? [] : first(false, from?.back ? undefined : place)
  const page = isBack ? before.slice(0, size).reverse() : after.slice(0, size)
  const startAt = (position: number | undefined, back: boolean): PageStart | undefined => {
    const entry = position === undefined ? undefined : entryAt(entries, position)
    return entry && { place: placeOf(order, entry, filter), back }
  }
  const hasPrevious = isBack || (from !== undefined && !from.back)
  const previous = hasPrevious ? (startAt(page[0], true) ?? justAfter(from)) : undefined
  const next = isBack || after.length > size ? startAt(page.at(-1), false) : undefined
  return { positions: page, ...(previous && { previous }), ...(next && { next }) }
}

/** A page whose rows have all gone meanwhile still leads back: to the rows up to where it began. */
export const justAfter = (from: PageStart | undefined): PageStart | undefined =>
  from && {
    place: from.place.map((part, i) => (i === from.place.length - 1 ? Number(part) + 1 : part)),
    back: true,
  }

/** A button has no room for whether the row of its place has ended: that is looked up among the entries. */
function completed(order: ListOrder, place: Place, entries: Entries): Place {
  const [group, position] = place
  if (order !== 'certain' || place.length !== 2 || group === undefined || position === undefined) return place
  const entry = entryAt(entries, Number(position))
  return [group, entry && hasEnded(entry.status) ? 1 : 0, position]
}
