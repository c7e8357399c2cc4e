// What a person typed, taken for the resource that fits it best.

import { refusal } from '../../../schema/errors.ts'
import { lineageOf, overlapOf, sharedSources } from '../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { NOT_NAMED } from '../../domain/search/ranking.ts'
import type { Verb } from '../context.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { selectLineage, toLineage } from './lineage.ts'
import { type SearchResult, searchStatements } from './lists/search.ts'

const NEAREST_NAMED = 3

/** The best of what was found; where nothing has all that was asked for, a sentence with the nearest names. */
function bestMatch(text: string, { found, understood, complete }: SearchResult): Resource {
  const [best] = found
  // Where a text is for all, or in part about nothing that is listed, what comes first is no answer unless it is called so.
  const isCalledSo = best !== undefined && (best.place[0] ?? NOT_NAMED) < NOT_NAMED
  const isMeant = complete && !understood.isForAll && understood.leftAside.length === 0
  if (best && (isCalledSo || isMeant)) return best.resource
  const nearest = found.slice(0, NEAREST_NAMED).map(({ resource }) => resource.name)
  throw nearest.length > 0
    ? refusal('not_found', 'nothingCalledBut', [text, nearest])
    : refusal('not_found', 'nothingCalled', [text])
}

export const resolveResource: Verb<'resolveResource'> = async ({ db }, text) => {
  const { statements, readRows } = searchStatements(db, text)
  const [asOf, edges, named, members, ...rows] = await db.batch([
    selectAsOf(db),
    ...selectLineage(db),
    ...statements,
  ])
  const result = readRows(rows)
  const resource = bestMatch(text, result)
  const lineage = lineageOf(toLineage([edges, named, members]), resource.slug)
  return { resource, lineage, asOf: toAsOf(asOf), readAs: result.understood.readAs }
}

export const compareResources: Verb<'compareResources'> = async ({ db }, a, b) => {
  const [first, second] = [searchStatements(db, a), searchStatements(db, b)]
  const [asOf, edges, named, members, ...rows] = await db.batch([
    selectAsOf(db),
    ...selectLineage(db),
    ...first.statements,
    ...second.statements,
  ])
  const found = {
    a: bestMatch(a, first.readRows(rows.slice(0, first.statements.length))),
    b: bestMatch(b, second.readRows(rows.slice(first.statements.length))),
  }
  if (found.a.slug === found.b.slug) throw refusal('invalid', 'twiceTheSame', [found.a.name])
  const lineage = toLineage([edges, named, members])
  const { a: one, b: other } = found
  return {
    ...found,
    shared: sharedSources(lineage, one.slug, other.slug),
    overlap: overlapOf(lineage, one.slug, other.slug),
    asOf: toAsOf(asOf),
  }
}
