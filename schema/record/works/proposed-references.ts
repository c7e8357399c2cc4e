// References as people may propose them.

import * as z from 'zod/mini'
import { textsWrittenAs } from '../values/checked-text.ts'
import { LENGTHS, listOf, Slug } from '../values/text.ts'
import { eachOnce } from './pasted-references.ts'
import { Reference } from './reference.ts'

/** A form names a reference by its id in brackets. */
const idsAreSlugs = z.check<Reference[]>(({ value, issues }) => {
  for (const [i, { id }] of value.entries()) {
    if (Slug.safeParse(id).success) continue
    const message = 'an id of lower-case letters, digits and single hyphens'
    issues.push({ code: 'invalid_format', format: 'slug', input: id, path: [i, 'id'], message })
  }
})

/** Each work once, whatever form of its DOI, number or address it is known by. */
export const ProposedReferences = listOf(Reference, LENGTHS.references)
  .check(idsAreSlugs)
  .check(textsWrittenAs({ DOI: 'doi', URL: 'address' }))
  .check(z.overwrite((references) => eachOnce(references)))
