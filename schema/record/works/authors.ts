// The authors of a reference: a person has a family name, an institution a literal name.

import type { CslName, Reference } from './reference.ts'

/** What stands in place of further names. No institution is called so. */
const FURTHER = /^(?:(?:and|&) )?(?:others|et\.? al\.?)$/i

const isFurther = (name: CslName): boolean =>
  FURTHER.test(
    ('literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(' ')).trim(),
  )

/** The authors whom a reference names. `shortened` means that it names some and says that there are more. */
export function authorsOf({ author = [] }: Pick<Reference, 'author'>): {
  authors: CslName[]
  shortened: boolean
} {
  const authors = author.filter((name) => !isFurther(name))
  return { authors, shortened: authors.length > 0 && authors.length < author.length }
}

/** The given name, then the family name. */
export function fullName(name: CslName): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.given} ${name.family}`
}
