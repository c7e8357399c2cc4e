// The orders of lists. Each block has its own, made when a list is first sorted by it.

import type { Measure } from '../../../../schema/record/filters.ts'
import { type Block, derived, placesOf, textAt } from './block.ts'

/** By what entries are sorted, from the lowest on; those alike by their positions. */
export type SortKey = 'position' | 'name' | 'changed' | 'gaps' | Measure

const [CHANGED_COLUMN, NAME_COLUMN] = [0, 1]

/** What a place has of a key; of gaps the most come first. */
export function keyIn(block: Block, key: SortKey, place: number): string | number {
  switch (key) {
    case 'position':
      return place
    case 'name':
      return textAt(block, place, NAME_COLUMN)
    case 'changed':
      return textAt(block, place, CHANGED_COLUMN)
    case 'gaps':
      return -(block.gaps[place] ?? 0)
    default:
      return block.measures[key][place] ?? 1
  }
}

/** The places of a block in an order. */
export const inOrder = (block: Block, key: SortKey): Uint16Array =>
  derived(block, `by ${key}`, () => {
    const places = [...placesOf(block)]
    if (key === 'position') return Uint16Array.from(places)
    const keys = new Map(places.map((place) => [place, keyIn(block, key, place)]))
    return Uint16Array.from(places.sort((a, b) => compareKeys(keys.get(a) ?? 0, keys.get(b) ?? 0) || a - b))
  })

export const compareKeys = (a: string | number, b: string | number): number => (a === b ? 0 : a < b ? -1 : 1)

/** The first of the places in an order from which on something holds; that it holds on from there is for the caller to know. */
export function firstThat(places: Uint16Array, holds: (place: number) => boolean): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(places[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

/** Those that changed not before and not after an instant. */
export function placesChanged(block: Block, from = '', until?: string): Uint16Array {
  const places = inOrder(block, 'changed')
  const changedAt = (place: number) => textAt(block, place, CHANGED_COLUMN)
  const start = firstThat(places, (place) => changedAt(place) >= from)
  const end = until === undefined ? places.length : firstThat(places, (place) => changedAt(place) > until)
  return places.subarray(start, Math.max(start, end))
}
