// Who wrote something: a person has a family name, any other name is an institution's.

import type { CslName, Reference } from '../../../schema/record/reference.ts'

/** The authors of a reference, and whether there are more of them: a shortened list ends in the literal "others". */
export function authorsOf(reference: Reference): { authors: CslName[]; shortened: boolean } {
  const authors = reference.author ?? []
  const last = authors.at(-1)
  const shortened = authors.length > 1 && last !== undefined && 'literal' in last && last.literal === 'others'
  return { authors: shortened ? authors.slice(0, -1) : authors, shortened }
}

/** A name as it is read out: the given name first. */
export function fullName(name: CslName): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.given} ${name.family}`
}
