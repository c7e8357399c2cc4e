// How much room a card gives to all that is known of a resource, from everything to what always fits.

/** Lengths in UTF-16 units, and numbers of entries. */
export interface ResourceRoom {
  /** The claimed values of a field that are not stated: how many, and the length of each. */
  readonly others: number
  readonly other: number
  /** The source's own text of a size, beside the numbers. */
  readonly words: number
  /** The length of a fact that has no place of its own, such as all formats together. */
  readonly fact: number
  readonly license: number
  readonly spdx: number
  /** The number of contested fields that have no line of their own. */
  readonly otherwise: number
  /** The number of other and of former addresses. */
  readonly addresses: number
  readonly description: number
  /** The number of related resources each way. */
  readonly related: number
  readonly relatedName: number
  readonly relatedLicense: number
  /** Whether the name leads to the address, for which there is a button too. */
  readonly linked: boolean
  /** Whether the small print leads to our own page. */
  readonly paged: boolean
  readonly warnings: number
  readonly warning: number
  readonly references: number
  /** Of a reference. */
  readonly title: number
  readonly sources: number
  readonly source: number
}

const ALL: ResourceRoom = {
  linked: true,
  paged: true,
  license: 400,
  spdx: 100,
  words: 400,
  fact: 400,
  otherwise: 10,
  addresses: 3,
  description: 500,
  others: 6,
  other: 160,
  related: 6,
  relatedName: 80,
  relatedLicense: 60,
  warnings: 10,
  warning: 300,
  references: 20,
  title: 300,
  sources: 20,
  source: 300,
}

/** Each step takes room from what matters less than all that the next one takes it from. */
const STEPS: readonly Partial<ResourceRoom>[] = [
  { title: 100, source: 150 },
  { title: 60, references: 6, source: 100, sources: 12 },
  { sources: 6, references: 3 },
  { sources: 3, source: 60, references: 0 },
  { warning: 100, warnings: 4 },
  { relatedName: 50, relatedLicense: 40, related: 4 },
  { linked: false, addresses: 1, description: 200 },
  { warning: 80, warnings: 2, related: 2, relatedName: 40, relatedLicense: 30 },
  { fact: 100, otherwise: 3, description: 100 },
  { words: 100, other: 60, others: 3 },
  { spdx: 40, other: 40, others: 1 },
  { other: 24, words: 60, fact: 60, relatedName: 30, relatedLicense: 20, warnings: 1 },
  { paged: false, addresses: 0, fact: 30 },
  {
    related: 1,
    relatedName: 20,
    relatedLicense: 10,
    fact: 20,
    other: 16,
    words: 30,
    description: 0,
    license: 120,
    source: 40,
    sources: 2,
  },
]

function roomsOf(steps: readonly Partial<ResourceRoom>[]): ResourceRoom[] {
  const rooms = [ALL]
  for (const step of steps) rooms.push({ ...(rooms.at(-1) ?? ALL), ...step })
  return rooms
}

export const ROOMS: readonly ResourceRoom[] = roomsOf(STEPS)
