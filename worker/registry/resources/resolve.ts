// What a person typed, taken for the resource that fits it best.

import { sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { lineageOf } from '../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { resources, versions } from '../../../schema/tables.ts'
import { entryBySlug, entryLink } from '../../domain/search/entries/entry.ts'
import { familyLineage } from '../../domain/search/entries/lineage.ts'
import { NOT_NAMED } from '../../domain/search/ranking.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { refuseFuture, selectAsOf, type Through, throughOf, toAsOf, validAt } from './as-of.ts'
import { readBesideEntries } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'
import { type SearchResult, searchStatements } from './lists/search.ts'
import { searchEntries } from './lists/search-entries.ts'
import { versionRecord, versionSuccessor } from './lists/versions.ts'
import { idOfSlug } from './resource.ts'

const NEAREST_NAMED = 3

/** The best of what was found; where nothing has all that was asked for, a sentence with the nearest names. */
function bestMatch<Subject extends { readonly name: string }>(
  text: string,
  { found, understood, complete }: SearchResult<Subject>,
): Subject {
  const [best] = found
  // Where a text is for all, or in part about nothing that is listed, what comes first is no answer unless it is called so.
  const isCalledSo = best !== undefined && (best.place[0] ?? NOT_NAMED) < NOT_NAMED
  const isMeant = complete && !understood.isForAll && understood.leftAside.length === 0
  if (best && (isCalledSo || isMeant)) return best.subject
  const nearest = found.slice(0, NEAREST_NAMED).map(({ subject }) => subject.name)
  throw nearest.length > 0
    ? refusal('not_found', 'nothingCalledBut', [text, nearest])
    : refusal('not_found', 'nothingCalled', [text])
}

/** Of a row of `typed`. */
const typedId = idOfSlug(sql`lower(typed.value)`)

/**
 * The resources that have one of the texts as their slug, or had it before, with that text: what the suggestions of a
 * command send. Each is one look, where a search reads hundreds of rows.
 */
const selectBySlug = (db: Database, texts: readonly string[], through: Through) =>
  db
    .select({
      text: sql<string>`typed.value`.as('typed_value'),
      slug: resources.slug,
      record: versionRecord,
      successor: versionSuccessor,
    })
    .from(sql`json_each(${JSON.stringify(texts)}) as typed`)
    .innerJoin(resources, sql`${resources.id} = ${typedId}`)
    .innerJoin(versions, sql`${versions.resourceId} = ${resources.id} and ${validAt('versions', through)}`)

export const resolveResource: Verb<'resolveResource'> = async ({ db }, text) => {
  const slug = text.trim()
  const [read, bySlug] = [selectAsOf(db), selectBySlug(db, [slug], undefined)]
  const { entries, rows } = await readBesideEntries(db, [read, bySlug])
  const [named] = rowsOf(bySlug, rows[1])
  if (named) {
    const own = entryBySlug(entries, named.slug)
    const link = own && entryLink(entries, own.position)
    const resource = { ...named.record, slug: named.slug, ...present({ link }) }
    const { successor } = named
    return {
      resource,
      lineage: lineageOf(familyLineage(entries, [resource.slug]), resource.slug),
      asOf: toAsOf(rowsOf(read, rows[0])),
      ...(successor && { successor }),
    }
  }
  const search = searchEntries(db, text)
  const then = selectAsOf(db)
  const now = await readBesideEntries(db, [then, ...search.statements])
  const found = now.rows.slice(1)
  const result = search.read(now.entries, found)
  const best = bestMatch(text, result)
  const [resource] = await now.recordsOf([best.position])
  if (!resource) throw new Error('A listed resource has a record.')
  const heir = resource.successor === null ? undefined : entryBySlug(now.entries, resource.successor)
  return {
    resource,
    lineage: lineageOf(familyLineage(now.entries, [resource.slug]), resource.slug),
    asOf: toAsOf(rowsOf(then, now.rows[0])),
    readAs: result.understood.readAs,
    ...(heir && { successor: { slug: heir.slug, name: heir.name } }),
  }
}

/** The best match of each text, in one trip for all of them and one for their records. */
async function bestMatches(
  db: Database,
  texts: readonly string[],
  through: Through,
): Promise<readonly Resource[]> {
  if (texts.length === 0) return []
  if (through !== undefined) return bestMatchesThen(db, texts, through)
  const searches = texts.map((text) => ({ text, ...searchEntries(db, text) }))
  const { entries, rows, recordsOf } = await readBesideEntries(
    db,
    searches.flatMap(({ statements }) => statements),
  )
  const left = [...rows]
  const best: number[] = []
  for (const { text, statements, read } of searches)
    best.push(bestMatch(text, read(entries, left.splice(0, statements.length))).position)
  return recordsOf(best)
}

async function bestMatchesThen(
  db: Database,
  texts: readonly string[],
  through: Through,
): Promise<readonly Resource[]> {
  const searches = texts.map((text) => ({ text, ...searchStatements(db, text, { through, filter: {} }) }))
  const [first, ...others] = searches.flatMap(({ statements }) => statements)
  if (!first) return []
  const rows: unknown[] = await db.batch([first, ...others])
  return searches.map(({ text, statements, readRows }) =>
    bestMatch(text, readRows(rows.splice(0, statements.length))),
  )
}

/** Slugs take one trip; what other texts mean is searched for, which reads hundreds of records for each. */
export const compareResources: Verb<'compareResources'> = async (context, texts, moment) => {
  refuseFuture(context, moment)
  const { db } = context
  const through = throughOf(moment)
  const [read, bySlug] = [selectAsOf(db, moment), selectBySlug(db, texts, through)]
  const { entries, rows } = await readBesideEntries(db, [read, bySlug])
  const asOf = toAsOf(rowsOf(read, rows[0]), moment)
  const named = new Map(rowsOf(bySlug, rows[1]).map(({ text, slug, record }) => [text, { ...record, slug }]))
  const rest = texts.filter((text) => !named.has(text))
  const found = await bestMatches(db, rest, through)
  const compared = texts.flatMap((text) => named.get(text) ?? found[rest.indexOf(text)] ?? [])
  const twice = compared.find(({ slug }, i) => compared.findIndex((other) => other.slug === slug) < i)
  if (twice) throw refusal('invalid', 'twiceTheSame', [twice.name])
  const lineage = familyLineage(
    entries,
    compared.map(({ slug }) => slug),
  )
  return { resources: compared, lineage, asOf }
}
