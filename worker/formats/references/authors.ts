// Author names: a person has a family name, an institution a literal name.

import type { CslName, Reference } from '../../../schema/record/reference.ts'

/** The authors of a reference. `shortened` means that there are more: such a list ends in the literal "others". */
export function authorsOf(reference: Reference): { authors: CslName[]; shortened: boolean } {
  const authors = reference.author ?? []
  const last = authors.at(-1)
  const shortened = authors.length > 1 && last !== undefined && 'literal' in last && last.literal === 'others'
  return { authors: shortened ? authors.slice(0, -1) : authors, shortened }
}

/** The given name, then the family name. */
export function fullName(name: CslName): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.given} ${name.family}`
}
