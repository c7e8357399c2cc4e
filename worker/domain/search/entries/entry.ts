// A resource of the list by itself: found by its position, its slug or its change, and cut out of its block.

import { filterTag, type Measure } from '../../../../schema/record/filters.ts'
import { type Link, type LinksByPosition, linkAt, UNCHECKED } from '../../../../schema/record/sites/link.ts'
import type { AvailabilityRow } from '../../../../schema/record/values/availability.ts'
import { cellsRow } from '../../../../schema/record/values/cells.ts'
import { RESOURCE_STATUSES, type ResourceStatus } from '../../../../schema/vocabulary.ts'
import { BLOCK, blockOf, hasBit } from './bits.ts'
import { type Block, derived, type Entries, placesOf, textAt, textsAt, valuesAt } from './block.ts'
import { valueNumbered } from './values.ts'

/** The latest version of a resource, listed or removed, without its record. */
export interface ListedEntry {
  readonly position: number
  /** The change that has the record. */
  readonly sequence: number
  readonly id: number
  readonly availability: AvailabilityRow
  readonly status: ResourceStatus
  /** As `sortColumn` writes them. */
  readonly measures: { readonly [Name in Measure]: number }
  readonly updatedAt: string
  readonly nameKey: string
  readonly slug: string
  readonly name: string
  readonly organization: string
  readonly url: string
  /** As the record has it. */
  readonly license: string | null
  /** Undefined where nothing is recorded of where its data are from. */
  readonly descent?: Descent
}

/** What the data of a resource are from. */
export interface Descent {
  /** The slugs of listed resources. */
  readonly derivedFrom: readonly string[]
  /** Others by name. */
  readonly origins: readonly string[]
  /** What is claimed of either, and where. */
  readonly claims: readonly (readonly [value: unknown, source: string])[]
}

const SLUG_COLUMN = 2

/** The entry of a place that has one. */
export function entryIn(block: Block, place: number): ListedEntry {
  const { sequences, ids, cells, statuses, measures } = block
  const [
    updatedAt = '',
    nameKey = '',
    slug = '',
    name = '',
    organization = '',
    url = '',
    license = '',
    descent = '',
  ] = textsAt(block, place)
  const status = RESOURCE_STATUSES[statuses[place] ?? -1]
  if (status === undefined) throw new Error('Only what is in a list can be cut out of it.')
  return {
    ...{ position: block.number * BLOCK + place, sequence: sequences[place] ?? 0, id: ids[place] ?? 0 },
    ...{ availability: cellsRow(cells[place] ?? 0), status },
    measures: {
      images: measures.images[place] ?? 1,
      patients: measures.patients[place] ?? 1,
      published: measures.published[place] ?? 1,
    },
    ...{ updatedAt, nameKey, slug, name, organization, url, license: license === '' ? null : license },
    ...(descent !== '' && { descent: JSON.parse(descent) as Descent }),
  }
}

export function entryAt(entries: Entries, position: number): ListedEntry | undefined {
  const block = entries.get(blockOf(position))
  return block && hasBit(block.all, position % BLOCK) ? entryIn(block, position % BLOCK) : undefined
}

/** Positions that have entries. */
export const entriesAt = (entries: Entries, positions: readonly number[]): ListedEntry[] =>
  positions.flatMap((position) => entryAt(entries, position) ?? [])

/** The change that has the record of an entry. */
export const sequenceAt = (entries: Entries, position: number): number =>
  entries.get(blockOf(position))?.sequences[position % BLOCK] ?? 0

/** How many of its cells are unknown, and of its sought fields not stated. */
export const gapsAt = (entries: Entries, position: number): number =>
  entries.get(blockOf(position))?.gaps[position % BLOCK] ?? 0

/** The licence of an entry as filters have it, and its tags. */
export function termsAt(
  entries: Entries,
  position: number,
): { readonly license: string; readonly tags: string[] } {
  const block = entries.get(blockOf(position))
  const values = block
    ? [...valuesAt(block, position % BLOCK)].flatMap((number) => valueNumbered(number) ?? [])
    : []
  return {
    license: values.find(({ name }) => name === 'license')?.value ?? 'unknown',
    tags: values.map(({ name, value }) => filterTag(name, value)),
  }
}

/** What a search of sorted numbers finds: each is a key and, in its last digits, a place. */
const keyed = (key: number, place: number) => key * BLOCK + place

function placesWithKey(keys: Float64Array, key: number): number[] {
  if (keys.length === 0 || (keys.at(-1) ?? 0) < keyed(key, 0)) return []
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) < keyed(key, 0)) low = middle + 1
    else high = middle
  }
  const places: number[] = []
  for (let one = keys[low]; one !== undefined && one < keyed(key + 1, 0); one = keys[++low])
    places.push(one % BLOCK)
  return places
}

const sortedKeys = (block: Block, name: string, keyOf: (place: number) => number): Float64Array =>
  derived(block, name, () => Float64Array.from(placesOf(block), (place) => keyed(keyOf(place), place)).sort())

/** The position whose record a change has, where it is the latest. */
export function positionOfSequence(entries: Entries, sequence: number): number | undefined {
  for (const block of entries.values()) {
    const keys = sortedKeys(block, 'sequences', (place) => block.sequences[place] ?? 0)
    const [place] = placesWithKey(keys, sequence)
    if (place !== undefined) return block.number * BLOCK + place
  }
  return undefined
}

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export function entryBySlug(entries: Entries, slug: string): ListedEntry | undefined {
  const hash = hashOf(slug)
  for (const block of entries.values()) {
    const keys = sortedKeys(block, 'slugs', (place) => hashOf(textAt(block, place, SLUG_COLUMN)))
    const place = placesWithKey(keys, hash).find((one) => textAt(block, one, SLUG_COLUMN) === slug)
    if (place !== undefined) return entryIn(block, place)
  }
  return undefined
}

/** What the last look at its address says. */
export function entryLink(entries: Entries, position: number): Link {
  const { links = '', linkStarts } = entries.get(blockOf(position)) ?? {}
  const start = linkStarts?.[position % BLOCK] ?? 0
  if (start === 0) return UNCHECKED
  const [list = '[]'] = listFrom(links, start)
  return linkAt({ [position]: JSON.parse(list) } as LinksByPosition, position)
}

/** Strings and nulls, as JSON writes them in a list. */
const LIST = /\[(?:"(?:[^"\\]|\\.)*"|null|,)*\]/y

function listFrom(text: string, start: number): readonly string[] {
  LIST.lastIndex = start
  return LIST.exec(text) ?? []
}
