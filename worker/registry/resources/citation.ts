import { asc, desc } from 'drizzle-orm'
import { citedReferences, releaseReference } from '../../../schema/record/reference.ts'
import type { Reference } from '../../../schema/record/resource.ts'
import { releases } from '../../../schema/tables.ts'
import type { Citation } from '../../../schema/verbs/registry.ts'
import type { CitationStyle } from '../../../schema/vocabulary.ts'
import { CITATION_FORMATS } from '../../formats/references/citations.ts'
import type { Database } from '../database.ts'
import { getResource } from './resource.ts'
import { selectStanding, toStanding } from './rows.ts'

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
    const { resource: cited, standing } = await getResource(db, resource)
    return {
      subject: { slug: cited.slug, name: cited.name },
      entries: citedReferences(cited).map(render),
      standing,
    }
  }
  const [standing, [release]] = await db.batch([selectStanding(db), selectRelease(db)])
  if (!release) throw new Error('The database has no release: the survey migration has not run.')
  return {
    subject: { release: release.version, name: release.title },
    entries: [render(releaseReference(release))],
    standing: toStanding(standing),
  }
}

function withFewAuthors(reference: Reference): Reference {
  const { author = [] } = reference
  if (author.length <= AUTHORS_NAMED) return reference
  return { ...reference, author: [...author.slice(0, AUTHORS_NAMED), { literal: 'others' }] }
}

/** The latest release, which is what stands for the registry. */
export const selectRelease = (db: Database) =>
  db.select().from(releases).orderBy(desc(releases.throughSequence), asc(releases.version)).limit(1)
