// References as people may propose them.

import * as z from 'zod/mini'
import { textsWrittenAs } from '../values/checked-text.ts'
import { LENGTHS, listOf, Slug } from '../values/text.ts'
import { eachOnce } from './pasted-references.ts'
import { Reference } from './reference.ts'

const ProposedReference = z
  .extend(Reference, { id: Slug })
  .check(textsWrittenAs({ DOI: 'doi', URL: 'address' }))

/** Each work once, whatever form of its DOI, number or address it is known by. */
export const ProposedReferences = listOf(ProposedReference, LENGTHS.references).check(
  z.overwrite((references) => eachOnce(references)),
)
