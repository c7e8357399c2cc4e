// Sets of places, a bit for each. All are of one table, whose places are those of its blocks one after the other.

/** The positions of a block. */
export const BLOCK = 512
export const WORDS = BLOCK / 32

export type Bits = Uint32Array

export const blockOf = (position: number): number => Math.floor(position / BLOCK)

export function setBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31))
}

export const hasBit = (bits: Bits, at: number): boolean => ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0

/** Those that are in all of the sets. */
export function bitsOfAll([first, ...others]: readonly [Bits, ...Bits[]]): Bits {
  const all = first.slice()
  for (const other of others) for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) & (other[i] ?? 0)
  return all
}

/** Those that are in any of the sets, each of so many words. */
export function bitsOfAny(sets: readonly Bits[], words: number): Bits {
  const [only = new Uint32Array(words), ...others] = sets
  if (others.length === 0) return only
  const any = only.slice()
  for (const other of others) for (let i = 0; i < words; i++) any[i] = (any[i] ?? 0) | (other[i] ?? 0)
  return any
}

export function minus(bits: Bits, other: Bits): Bits {
  const rest = bits.slice()
  for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) & ~(other[i] ?? 0)
  return rest
}

/** How many are in both of two sets. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0
  for (let i = 0; i < a.length; i++) {
    let word = (a[i] ?? 0) & (b[i] ?? 0)
    if (word === 0) continue
    // The bits of each pair, of four, of each byte, and the sum of the bytes.
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    word = (word + (word >>> 4)) & 0x0f0f0f0f
    count += Math.imul(word, 0x01010101) >>> 24
  }
  return count
}

export const countBits = (bits: Bits): number => countBoth(bits, bits)

/** The places of a set in their order: from one on, and before another. */
export function placesIn(bits: Bits, start = 0, end = bits.length * 32): number[] {
  const places: number[] = []
  for (let i = start >> 5; i << 5 < end; i++) {
    let word = bits[i] ?? 0
    while (word !== 0) {
      const at = (i << 5) + 31 - Math.clz32(word & -word)
      if (at >= start && at < end) places.push(at)
      word &= word - 1
    }
  }
  return places
}
