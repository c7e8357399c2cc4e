// What somebody who mistyped a word may have meant.

/** The word nearest to the typed one, if it is near enough to be meant. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const lower = typed.toLowerCase()
  const allowed = lower.length < 4 ? 1 : lower.length < 8 ? 2 : 3
  const ranked = words
    .map((word) => ({ word, distance: distance(lower, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  if (best && best.distance <= allowed && best.distance < lower.length) return best.word
  return lower.length > 1 ? words.find((word) => word.toLowerCase().startsWith(lower)) : undefined
}

/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const ways = [at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost]
      if (row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        ways.push(at(beforeLast, column - 2) + 1)
      current.push(Math.min(...ways))
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

/** Outside of the table nothing is reachable. */
const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
