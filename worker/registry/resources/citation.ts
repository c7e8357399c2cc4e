import { citedReferences, releaseReference } from '../../../schema/record/reference.ts'
import type { Reference } from '../../../schema/record/resource.ts'
import { releaseOf } from '../../../schema/verbs/as-of.ts'
import type { Citation } from '../../../schema/verbs/catalogue.ts'
import type { CitationStyle } from '../../../schema/vocabulary.ts'
import { CITATION_FORMATS } from '../../formats/references/citations.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { getResource } from './resource.ts'

/** How many authors a shortened entry names before "others". */
const AUTHORS_NAMED = 10

export async function citeResource(
  db: Database,
  resource: string | undefined,
  style: CitationStyle,
  longest: number,
): Promise<Citation> {
  const render = (reference: Reference) => {
    const text = CITATION_FORMATS[style](reference)
    return {
      reference,
      text: text.length > longest ? CITATION_FORMATS[style](withFewAuthors(reference)) : text,
    }
  }
  if (resource !== undefined) {
    const { resource: cited, asOf } = await getResource(db, resource)
    return {
      subject: { slug: cited.slug, name: cited.name },
      entries: citedReferences(cited).map(render),
      asOf,
    }
  }
  const [rows] = await db.batch([selectAsOf(db)])
  const asOf = toAsOf(rows)
  const release = releaseOf(asOf)
  return {
    subject: { release: release.version, name: release.title },
    entries: [render(releaseReference(release))],
    asOf,
  }
}

function withFewAuthors(reference: Reference): Reference {
  const { author = [] } = reference
  if (author.length <= AUTHORS_NAMED) return reference
  return { ...reference, author: [...author.slice(0, AUTHORS_NAMED), { literal: 'others' }] }
}
