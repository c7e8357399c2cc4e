// The authors of a reference: a person has a family name, an institution a literal name.

import type { CslName, Reference } from './reference.ts'

/** In place of further names: "others", "et al.", "and 23 others", "+ 5 more", "u. a.", "…". No institution is called so. */
const FURTHER =
  /^(?:(?:(?:and|&|\+) ?)?(?:\d+ )?(?:others|(?:other|more|further|additional) (?:co-?)?authors)|(?:and|&|\+) ?(?:\d+ )?(?:more|colleagues|co-?(?:workers|authors))|\d+ more|et\.? (?:al|alii|aliae|alia|coll)|u\. ?a|und (?:\d+ )?(?:andere|weitere)|…|\.\.\.)$/i

/** Without brackets, a full stop at the end, and more than one space between words. */
const bare = (text: string) =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[[(]|[\])]$/g, '')
    .replace(/(?<=[a-z])\.$/i, '')

/** What one of these begins with: most names begin otherwise, and need not be read. */
const MAY_BE_FURTHER = /^[\s[(]*(?:and|&|\+|\d|other|more|further|additional|et|u|…|\.)/i

function isFurther(name: CslName): boolean {
  const text = 'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(' ')
  return MAY_BE_FURTHER.test(text) && FURTHER.test(bare(text))
}

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
