import { authorsOf } from '../../../schema/record/works/authors.ts'
import type { CslName, Reference } from '../../../schema/record/works/reference.ts'
import { oneLine } from '../../../schema/text/one-line.ts'
import { braced, latex } from './latex.ts'

// BibTeX splits a name at spaces and hyphens, and takes a word with a small first letter for a particle, such as "de la"
// in "de la Cruz" (Patashnik, "BibTeXing", 1988, section 4; Markey, "Tame the BeaST"). It knows the case of ASCII only.

/** A family name that BibTeX reads correctly: one word, or particles followed by words with a capital. */
const PLAIN_FAMILY = /^(?:[\p{L}\p{M}'’.]+|(?:[a-z]+ )*[A-Z][\p{L}\p{M}'’.]*(?:[ -][A-Z][\p{L}\p{M}'’.]*)*)$/u
const PLAIN_GIVEN = /^[\p{L}\p{M}'’.]+(?:[ -][\p{L}\p{M}'’.]+)*$/u
/** The separator of names. */
const AND = /\band\b/i

/** The authors as BibTeX lists them, undefined where there are none. */
export function bibtexAuthors(reference: Reference): string | undefined {
  const { authors, shortened } = authorsOf(reference)
  if (authors.length === 0) return undefined
  // BibTeX prints this name as "et al.".
  return [...authors.map(bibtexName), ...(shortened ? ['others'] : [])].join(' and ')
}

function bibtexName(name: CslName): string {
  // Without braces BibTeX would look for a given name in it.
  if ('literal' in name) return braced(latex(name.literal))
  if (name.given === undefined) return braced(latex(name.family))
  return `${part(name.family, PLAIN_FAMILY)}, ${part(name.given, PLAIN_GIVEN)}`
}

function part(text: string, plain: RegExp): string {
  const line = oneLine(text)
  return plain.test(line) && !AND.test(line) ? latex(line) : braced(latex(line))
}
