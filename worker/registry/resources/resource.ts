import { refusal } from '../../../schema/errors.ts'
import { lineageOf, sharedSources } from '../../../schema/record/lineage-queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Comparison, ResourceAnswer } from '../../../schema/verbs/resources.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { selectLineage, toLineage } from './lineage.ts'
import { type Found, finder } from './search.ts'

const NEAREST_NAMED = 3

/** The best of what was found; where nothing has all that was asked for, a sentence with the nearest names. */
export function bestMatch(text: string, found: { found: readonly Found[]; complete: boolean }): Resource {
  const [best] = found.found
  if (best && found.complete) return best.resource
  const nearest = found.found.slice(0, NEAREST_NAMED).map(({ resource }) => resource.name)
  throw nearest.length > 0
    ? refusal('not_found', 'nothingCalledBut', [text, nearest])
    : refusal('not_found', 'nothingCalled', [text])
}

export async function getResource(db: Database, text: string): Promise<ResourceAnswer> {
  const { statements, read } = finder(db, text)
  const [asOf, edges, named, members, ...rows] = await db.batch([
    selectAsOf(db),
    ...selectLineage(db),
    ...statements,
  ])
  const resource = bestMatch(text, read(...rows))
  const lineage = lineageOf(toLineage([edges, named, members]), resource.slug)
  return { resource, lineage, asOf: toAsOf(asOf) }
}

export async function compareResources(db: Database, a: string, b: string): Promise<Comparison> {
  const [first, second] = [finder(db, a), finder(db, b)]
  const [asOf, edges, named, members, a1, a2, a3, a4, b1, b2, b3, b4] = await db.batch([
    selectAsOf(db),
    ...selectLineage(db),
    ...first.statements,
    ...second.statements,
  ])
  const found = { a: bestMatch(a, first.read(a1, a2, a3, a4)), b: bestMatch(b, second.read(b1, b2, b3, b4)) }
  if (found.a.slug === found.b.slug) throw refusal('invalid', 'twiceTheSame', [found.a.name])
  const shared = sharedSources(toLineage([edges, named, members]), found.a.slug, found.b.slug)
  return { ...found, shared, asOf: toAsOf(asOf) }
}
