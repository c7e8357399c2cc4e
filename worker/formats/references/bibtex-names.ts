import type { CslName, Reference } from '../../../schema/record/reference.ts'
import { oneLine } from '../../../schema/text/one-line.ts'
import { authorsOf } from './authors.ts'
import { braced, latex } from './latex.ts'

// How BibTeX takes a name apart is told in Patashnik's "BibTeXing" (1988), section 4, and at length in Markey's
// "Tame the BeaST": words part at spaces and hyphens, and one that begins with a small letter is a particle, as
// "de la" in "de la Cruz". It knows the case of ASCII letters only.

/** One word, which is always the family name, or particles and then words that begin with a capital. */
const PLAIN_FAMILY = /^(?:[\p{L}\p{M}'’.]+|(?:[a-z]+ )*[A-Z][\p{L}\p{M}'’.]*(?:[ -][A-Z][\p{L}\p{M}'’.]*)*)$/u
const PLAIN_GIVEN = /^[\p{L}\p{M}'’.]+(?:[ -][\p{L}\p{M}'’.]+)*$/u
/** What stands between two names. */
const AND = /\band\b/i

/** The authors as BibTeX lists them, undefined where there are none. */
export function bibtexAuthors(reference: Reference): string | undefined {
  const { authors, shortened } = authorsOf(reference)
  const names = [...authors.map(bibtexName), ...(shortened ? ['others'] : [])]
  return names.length === 0 ? undefined : names.join(' and ')
}

function bibtexName(name: CslName): string {
  // Without a comma BibTeX would look for a given name in it; braces make it one word, and an institution's whole.
  if ('literal' in name) return braced(latex(name.literal))
  if (name.given === undefined) return braced(latex(name.family))
  return `${part(name.family, PLAIN_FAMILY)}, ${part(name.given, PLAIN_GIVEN)}`
}

function part(text: string, plain: RegExp): string {
  const line = oneLine(text)
  return plain.test(line) && !AND.test(line) ? latex(line) : braced(latex(line))
}
