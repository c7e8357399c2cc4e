import { authorsOf } from '../../../schema/record/works/authors.ts'
import type { Work } from '../../../schema/record/works/cited-works.ts'
import { notes } from './notes.ts'

/** A work as indented CSL-JSON (csl-data.json 1.0.2), which has no fields for a licence, a key or further authors. */
export function csl({ license, key: _, author, ...work }: Work): string {
  const { authors, shortened } = authorsOf({ author })
  const note = notes({ license, shortened })
  const { id, type, title, ...rest } = work
  return JSON.stringify(
    {
      ...{ id, type, title },
      ...(authors.length > 0 && { author: authors }),
      ...rest,
      ...(note.length > 0 && { note: note.join('. ') }),
    },
    null,
    2,
  )
}
