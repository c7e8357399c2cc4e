// Two orders of the same names, told by what moved: of nineteen subcommands nobody finds that one by eye.

/** As few as bring the one into the other: `help goes after about`. */
export function movesBetween(before: readonly string[], after: readonly string[]): readonly string[] {
  const staying = longestInOrder(before, after)
  return after.flatMap((name, i) => {
    if (staying.includes(name)) return []
    return i === 0 ? `${name} goes first` : `${name} goes after ${after[i - 1]}`
  })
}

/** The most that need not move. There are at most 25, so each may look at all before it. */
function longestInOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const placeOf = new Map(before.map((name, place) => [name, place]))
  const isBefore = (one: string, other: string) => Number(placeOf.get(one)) < Number(placeOf.get(other))
  const endingWith: (readonly string[])[] = []
  for (const name of after) {
    const earlier = endingWith.filter((_, i) => isBefore(String(after[i]), name))
    endingWith.push([...longest(earlier), name])
  }
  return longest(endingWith)
}

const longest = (lists: readonly (readonly string[])[]) =>
  lists.reduce((best, list) => (list.length > best.length ? list : best), [])
