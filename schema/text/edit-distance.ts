/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one text the other
 * (optimal string alignment), as far as `most`; undefined where it takes more. Only the cells at most `most` off the
 * diagonal can matter (Esko Ukkonen, 1985), so texts that have little in common cost next to nothing.
 */
export function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  const beyond = most + 1
  let beforeLast: number[] = []
  let last: number[] = []
  let row: number[] = []
  for (let j = 0; j <= b.length; j++) last.push(Math.min(j, beyond))
  let leastOfLast = 0
  for (let i = 1; i <= a.length; i++) {
    const start = Math.max(1, i - most)
    const end = Math.min(b.length, i + most)
    row[start - 1] = start === 1 ? Math.min(i, beyond) : beyond
    let least = row[start - 1] ?? beyond
    const letter = a.charCodeAt(i - 1)
    for (let j = start; j <= end; j++) {
      const other = b.charCodeAt(j - 1)
      let steps = (last[j - 1] ?? beyond) + (letter === other ? 0 : 1)
      steps = Math.min(steps, (last[j] ?? beyond) + 1, (row[j - 1] ?? beyond) + 1, beyond)
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        steps = Math.min(steps, (beforeLast[j - 2] ?? beyond) + 1)
      row[j] = steps
      least = Math.min(least, steps)
    }
    // The next row reads one cell further; what stands there is from three rows ago.
    if (end < b.length) row[end + 1] = beyond
    // A swap reaches back over one row, so only two hopeless rows leave no hope.
    if (least > most && leastOfLast > most) return undefined
    leastOfLast = least
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  const steps = last[b.length] ?? beyond
  return steps > most ? undefined : steps
}
