// Names of authors as BibTeX and RIS write them.

import { LENGTHS } from '../values/text.ts'
import { latexText } from './latex-text.ts'
import type { CslName } from './reference.ts'

/** The parts of a text between separators that are outside of all braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const found of text.matchAll(new RegExp(`[{}]|${separator.source}`, 'gi'))) {
    if (found[0] === '{') depth++
    else if (found[0] === '}') depth--
    else if (depth <= 0) {
      parts.push(text.slice(from, found.index))
      from = found.index + found[0].length
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim())
}

/** The authors of a field of BibTeX. Further ones, as in "and others", are the literal "others". */
export const bibtexNames = (written: string): CslName[] =>
  shortened(
    splitOutside(written, /\s(?:and\s+)*and(?=\s)/).filter((name) => name !== ''),
    bibtexName,
  )

/** The whole name in one pair of braces: an institution. */
const isBraced = (written: string) => /^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(written)

function bibtexName(written: string): CslName {
  if (/^others$/i.test(written)) return { literal: 'others' }
  if (isBraced(written)) return { literal: latexText(written) || written }
  const [first = '', second, ...rest] = splitOutside(written, /,/)
  if (second !== undefined) {
    const given = latexText(rest.length > 0 ? `${rest.join(' ')}, ${second}` : second)
    return named(latexText(first), given)
  }
  const words = splitOutside(first, /\s|(?<!\\)~/).filter((word) => word !== '')
  const last = words.length - 1
  const particle = words.findIndex((word, i) => i < last && isParticle(word))
  const family = particle < 0 ? last : particle
  return named(latexText(words.slice(family).join(' ')), latexText(words.slice(0, family).join(' ')))
}

/** A word that begins with a small letter, and is not protected by braces. */
const isParticle = (word: string) => !/^\{[^\\]/.test(word) && /^\p{Ll}/u.test(latexText(word))

function named(family: string, given: string): CslName {
  if (family === '') return { literal: given || '?' }
  return given === '' ? { family } : { family, given }
}

/** "Family, Given" or "Family, Given, Jr."; without a comma the name of an institution. */
export const risNames = (written: readonly string[]): CslName[] => shortened(written, risName)

function risName(written: string): CslName {
  const [family = '', ...given] = written.split(',').map((part) => part.trim())
  return given.length === 0 ? { literal: family } : named(family, given.filter(Boolean).join(', '))
}

/** Of a longer name the beginning is too long already. */
const LONGEST = 1000

/** As many as a reference may have. Of more the first ones, and that there are others. */
function shortened(written: readonly string[], nameOf: (written: string) => CslName): CslName[] {
  const names = written.length <= LENGTHS.authors ? written : written.slice(0, LENGTHS.authors - 1)
  const read = names.map((name) => nameOf(name.slice(0, LONGEST)))
  return names.length < written.length ? [...read, { literal: 'others' }] : read
}
