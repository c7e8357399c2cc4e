// A page of a list, chosen among the entries of all resources, and what is counted beside it.

import { admittedGroups, certaintyOf } from '../../../schema/record/values/cells.ts'
import type {
  PageStart,
  Place,
  ResourceFilter,
  ResourceOrder,
  ResourceQuery,
  Tally,
} from '../../../schema/verbs/resources.ts'
import { hasEnded } from '../../../schema/vocabulary.ts'
import type { Alike, ListedEntry } from './listed-entries.ts'
import { comparePlaces } from './ranking.ts'
import { CONDITIONS, holds, isInRanges } from './resource-filter.ts'

/** All orders but that of a text's matches. */
export type ListOrder = Exclude<ResourceOrder, 'match'>

export interface Sorted {
  readonly nameKey: string
  readonly updatedAt: string
  readonly position: number
  readonly measures: ListedEntry['measures']
  readonly alike: Pick<Alike, 'availability' | 'status'>
}

export function placeOf(order: ListOrder, entry: Sorted, { cells = {} }: ResourceFilter): Place {
  const { position, alike } = entry
  switch (order) {
    case 'certain':
      return [certaintyOf(cells, alike.availability), hasEnded(alike.status) ? 1 : 0, position]
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

/** Those that a filter admits, in table order. Of what is alike the filter is asked once. */
export function admittedEntries(entries: readonly ListedEntry[], filter: ResourceFilter): ListedEntry[] {
  const { ranges, changedFrom = '', changedUntil } = filter
  const decided = new Map<Alike, boolean>()
  const isAdmittedAlike = (alike: Alike) => {
    const known = decided.get(alike)
    if (known !== undefined) return known
    const isAdmitted = CONDITIONS.every((condition) => holds(condition, filter, alike))
    decided.set(alike, isAdmitted)
    return isAdmitted
  }
  return entries.filter(
    ({ alike, measures, updatedAt }) =>
      isAdmittedAlike(alike) &&
      isInRanges(ranges, (measure) => measures[measure]) &&
      updatedAt >= changedFrom &&
      (changedUntil === undefined || updatedAt <= changedUntil),
  )
}

/** Of those that a filter admits the ones of a group of `certaintyOf`, where one is asked for. */
export const ofGroup = (
  admitted: readonly ListedEntry[],
  { filter: { cells = {} }, group }: Pick<ResourceQuery, 'filter' | 'group'>,
): readonly ListedEntry[] =>
  group === undefined
    ? admitted
    : admitted.filter(({ alike }) => certaintyOf(cells, alike.availability) === group)

export interface EntryPage {
  readonly entries: readonly ListedEntry[]
  readonly previous?: PageStart
  readonly next?: PageStart
}

/** The first of these in an order, best first: of many, few are kept. */
function firstOf(
  entries: Iterable<ListedEntry>,
  placeIn: (entry: ListedEntry) => Place,
  compare: (a: Place, b: Place) => number,
  size: number,
): ListedEntry[] {
  const best: { readonly entry: ListedEntry; readonly place: Place }[] = []
  for (const entry of entries) {
    const place = placeIn(entry)
    const last = best.at(-1)
    if (last && best.length === size && compare(place, last.place) >= 0) continue
    let [low, high] = [0, best.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = best[middle]
      if (other && compare(other.place, place) < 0) low = middle + 1
      else high = middle
    }
    best.splice(low, 0, { entry, place })
    if (best.length > size) best.pop()
  }
  return best.map(({ entry }) => entry)
}

/** The page of a list among the entries that its filter admits. Both lists are in table order. */
export function entryPage(
  entries: readonly ListedEntry[],
  admitted: readonly ListedEntry[],
  { order, from, size, filter, group }: Omit<ResourceQuery, 'text'> & { readonly order: ListOrder },
): EntryPage {
  const sign = order === 'latest' ? -1 : 1
  const forward = (a: Place, b: Place) => sign * comparePlaces(a, b)
  const placeIn = (entry: ListedEntry) => placeOf(order, entry, filter)
  const within = ofGroup(admitted, { filter, group })
  const place = from && completed(order, from.place, entries)
  const beyond = (some: readonly ListedEntry[], compare: typeof forward) =>
    place ? some.filter((entry) => compare(placeIn(entry), place) > 0) : some
  const back = (a: Place, b: Place) => forward(b, a)
  const before = from?.back ? firstOf(beyond(within.toReversed(), back), placeIn, back, size + 1) : []
  // Reading back and reaching the start, the page is the first one, so that it is always full.
  const isBack = before.length > size
  const after = isBack
    ? []
    : firstOf(from?.back ? within : beyond(within, forward), placeIn, forward, size + 1)
  const page = isBack ? before.slice(0, size).reverse() : after.slice(0, size)
  const startAt = (entry: ListedEntry | undefined, isBefore: boolean): PageStart | undefined =>
    entry && { place: placeIn(entry), back: isBefore }
  const hasPrevious = isBack || (from !== undefined && !from.back)
  const previous = hasPrevious ? (startAt(page[0], true) ?? justAfter(from)) : undefined
  const next = isBack || after.length > size ? startAt(page.at(-1), false) : undefined
  return { entries: page, ...(previous && { previous }), ...(next && { next }) }
}

/** A page whose rows have all gone meanwhile still leads back: to the rows up to where it began. */
export const justAfter = (from: PageStart | undefined): PageStart | undefined =>
  from && {
    place: from.place.map((part, i) => (i === from.place.length - 1 ? Number(part) + 1 : part)),
    back: true,
  }

/** A button has no room for whether the row of its place has ended: that is looked up among the entries. */
function completed(order: ListOrder, place: Place, entries: readonly ListedEntry[]): Place {
  const [group, position] = place
  if (order !== 'certain' || place.length !== 2 || group === undefined || position === undefined) return place
  const entry = entries.find((one) => one.position === position)
  return [group, entry && hasEnded(entry.alike.status) ? 1 : 0, position]
}

/** How many of those that a filter admits each group of `certaintyOf` has. */
export function groupTotals(
  admitted: readonly ListedEntry[],
  { cells = {} }: ResourceFilter,
): readonly number[] {
  const totals = admittedGroups(cells).map(() => 0)
  for (const { alike } of admitted) {
    const group = certaintyOf(cells, alike.availability)
    totals[group] = (totals[group] ?? 0) + 1
  }
  return totals
}

/** All entries, those together that are alike and within the ranges or not. */
export function entryTallies(entries: readonly ListedEntry[], { ranges }: ResourceFilter): Tally[] {
  const [inside, outside] = [new Map<Alike, number>(), new Map<Alike, number>()]
  for (const { alike, measures } of entries) {
    const counts = isInRanges(ranges, (measure) => measures[measure]) ? inside : outside
    counts.set(alike, (counts.get(alike) ?? 0) + 1)
  }
  const talliesOf = (counts: ReadonlyMap<Alike, number>, isInRange: boolean) =>
    [...counts].map(([alike, resources]) => ({ ...alike, isInRange, resources }))
  return [...talliesOf(inside, true), ...talliesOf(outside, false)]
}
