import type { CslName, Reference } from '../../schema/contract.ts'

/** The authors of a reference, and whether there are more of them: a shortened list ends in the literal "others". */
export function authorsOf(reference: Reference): { authors: CslName[]; shortened: boolean } {
  const authors = reference.author ?? []
  const last = authors.at(-1)
  const shortened = authors.length > 1 && last !== undefined && 'literal' in last && last.literal === 'others'
  return { authors: shortened ? authors.slice(0, -1) : authors, shortened }
}
