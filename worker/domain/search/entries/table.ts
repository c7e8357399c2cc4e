// All entries side by side: of each value a set of all places that have it. The table of one state of the entries is mended
// to be that of the next: only blocks that are others now are written anew.

import { type Bits, BLOCK, bitsOfAny, blockOf, setBit, WORDS } from './bits.ts'
import { type Block, type Entries, placesOf, valuesAt } from './block.ts'
import { valuesOf } from './values.ts'

/** The blocks one after the other: a place of the table is one of a block, after those of all blocks before. */
export interface Table {
  readonly blocks: readonly Block[]
  /** By the number of a value; as long as `words` says. */
  readonly values: readonly (Bits | undefined)[]
  readonly words: number
}

let latest: Entries = new Map()
let table = { blocks: [] as readonly Block[], values: [] as (Bits | undefined)[], words: 0 }

/** The table of some entries. It is theirs until it is asked for of others, so nothing may be awaited meanwhile. */
export function tableOf(entries: Entries): Table {
  if (entries === latest) return table
  const blocks = [...entries.values()]
  const words = blocks.length * WORDS
  const isContinued = table.blocks.every(({ number }, slot) => number === blocks[slot]?.number)
  const before = isContinued ? table.blocks : []
  const values = isContinued ? table.values.map((bits) => bits && lengthened(bits, words)) : []
  table = { blocks, values, words }
  latest = entries
  for (const [slot, block] of blocks.entries()) if (block !== before[slot]) writeBlock(slot, block)
  return table
}

function lengthened(bits: Bits, words: number): Bits {
  if (bits.length === words) return bits
  const longer = new Uint32Array(words)
  longer.set(bits)
  return longer
}

function writeBlock(slot: number, block: Block): void {
  const { values, words } = table
  for (const bits of values) bits?.fill(0, slot * WORDS, (slot + 1) * WORDS)
  for (const place of placesOf(block))
    for (const number of valuesAt(block, place)) {
      const bits = values[number] ?? new Uint32Array(words)
      setBit(bits, slot * BLOCK + place)
      values[number] = bits
    }
}

export const bitsOfNone = ({ words }: Table): Bits => new Uint32Array(words)

/** The places that have one of some values of a name. */
export const bitsWith = (
  { values, words }: Table,
  name: string,
  isWanted: (value: string) => boolean,
): Bits =>
  bitsOfAny(
    valuesOf(name).flatMap(({ number, value }) => (isWanted(value) ? (values[number] ?? []) : [])),
    words,
  )

/** The places of some positions; of those alone that are in a block. */
export function bitsAt(among: Table, positions: Iterable<number>): Bits {
  const bits = bitsOfNone(among)
  const slots = new Map(among.blocks.map(({ number }, slot) => [number, slot]))
  for (const position of positions) {
    const slot = slots.get(blockOf(position))
    if (slot !== undefined) setBit(bits, slot * BLOCK + (position % BLOCK))
  }
  return bits
}

/** The position of a place. */
export const positionOf = ({ blocks }: Table, place: number): number =>
  (blocks[Math.floor(place / BLOCK)]?.number ?? 0) * BLOCK + (place % BLOCK)
