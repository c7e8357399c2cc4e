import { LENGTHS } from '../../../schema/record/values/text.ts'
import { fold } from '../../../schema/text/fold.ts'

/** Room for a number or a submission's five characters behind. */
const LONGEST = LENGTHS.slug - 6

/** A slug from a name: its Latin letters and digits. A name without any gets `otherwise`. */
export function slugOf(name: string, otherwise: string): string {
  const words = fold(name).match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST)
    if (longer.length > LONGEST) break
    slug = longer
  }
  return slug || otherwise
}

/** The slug, or it with the first number behind that is not taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!taken.includes(candidate)) return candidate
  }
}
