// The licences that a longer text names: "Repository: MIT; images: CC BY 4.0" names two.

import { findLicences, type NamedLicences, PUBLIC_DOMAIN } from './licence-names.ts'

export interface LicenceInText {
  readonly named: NamedLicences
  /** The place of its first letter, and the one after its last. */
  readonly start: number
  readonly end: number
}

/** How the names of licences begin that data and their tools have; in a text, JSON and Python are no licences. */
const BEGINNING =
  /^(?:cc|creative|attribution|namensnennung|by$|mit$|expat$|apache|[al]?gpl|gnu$|general$|affero$|lesser$|library$|bsd|\d$|new$|modified$|simplified$|freebsd$|mpl|mozilla$|eupl|european$|od[bc]|open|pddl|cdla|community$|isc$|wtfpl$|unlicense$|public|gemeinfrei)/
/** Words that name a licence only where they are written as one: "by", the German "mit", "an open database". */
const IN_PASSING = /(?:^by|\bmit)\b(?![\s-]+licen[cs]e)|\b(?:public|database|government|software)$/
const DENIAL = /\b(?:not|nicht)(?:\s+\w+){0,3}\s+$/i
const MOST_WORDS = 12

/** In the order of the text; of names that share words the longest. */
export function licencesIn(text: string): LicenceInText[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index: start }) => ({
    word: word.toLowerCase(),
    start,
    end: start + word.length,
  }))
  const found: LicenceInText[] = []
  for (const [i, { word, start }] of words.entries()) {
    if (!BEGINNING.test(word) || start < (found.at(-1)?.end ?? 0)) continue
    const ends = words.slice(i, i + MOST_WORDS).map(({ end }) => end)
    const licence = ends
      .reverse()
      .map((end) => ({ named: namedBy(text, start, end), start, end }))
      .find((one): one is LicenceInText => one.named !== undefined)
    if (licence) found.push(licence)
  }
  return found
}

function namedBy(text: string, start: number, end: number): NamedLicences | undefined {
  const run = text.slice(start, end)
  if (IN_PASSING.test(run)) return undefined
  const named = findLicences(run)
  return named === PUBLIC_DOMAIN && DENIAL.test(text.slice(0, start)) ? undefined : named
}
