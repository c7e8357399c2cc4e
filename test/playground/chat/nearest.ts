import { editDistance } from '../../../schema/text/edit-distance.ts'

/** The word that somebody who mistyped one may have meant, if it is near enough. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const lower = typed.toLowerCase()
  const most = Math.min(lower.length < 4 ? 1 : lower.length < 8 ? 2 : 3, lower.length - 1)
  const [best] = words
    .map((word) => ({ word, distance: editDistance(lower, word.toLowerCase(), most) ?? most + 1 }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
  return (
    best?.word ?? (lower.length > 1 ? words.find((word) => word.toLowerCase().startsWith(lower)) : undefined)
  )
}
