// What a person typed, taken for the resource that fits it best.

import { sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { lineageOf } from '../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { resources, versions } from '../../../schema/tables.ts'
import type { Moment } from '../../../schema/verbs/as-of.ts'
import type { Understood } from '../../../schema/verbs/resources.ts'
import { entryBySlug, entryLink, type ListedEntry } from '../../domain/search/entries/entry.ts'
import { familyLineage, sourceLineage } from '../../domain/search/entries/lineage.ts'
import { NOT_NAMED } from '../../domain/search/ranking.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { refuseFuture, selectAsOf, type Through, throughOf, toAsOf, validAt } from './as-of.ts'
import { keptEntries, readBesideEntries } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'
import { type SearchResult, searchStatements } from './lists/search.ts'
import { ALL, readSearched } from './lists/searched.ts'
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

/** What a person typed, and the slug that it may be. */
interface Typed {
  readonly text: string
  readonly slug: string
}

/**
 * What each of some texts names by its slug, and what the others find best. That is one trip where the isolate knows
 * already which texts are no slugs, since each search reads tens of rows; and another one for records not guessed.
 */
async function readTexts(db: Database, texts: readonly Typed[]) {
  const known = keptEntries()
  const early = texts.filter(
    ({ slug }) => known.size > 0 && entryBySlug(known, slug.toLowerCase()) === undefined,
  )
  const slugs = texts.map(({ slug }) => slug)
  const [read, bySlug] = [selectAsOf(db), selectBySlug(db, slugs, undefined)]
  const readBeside = (some: readonly Typed[]) =>
    readSearched(
      db,
      some.map(({ text }) => ({ text, scope: ALL })),
      [read, bySlug],
      (_, results) => results.flatMap(({ found: [best] }) => (best ? [best.subject.position] : [])),
    )
  const first = await readBeside(early)
  const named = new Map(rowsOf(bySlug, first.rows[1]).map((row) => [row.text, row]))
  const rest = texts.filter(({ slug }) => !named.has(slug))
  const isWhole = rest.every((one) => early.includes(one))
  const { entries, rows, results, recordsOf } = isWhole ? first : await readBeside(rest)
  const found = new Map<string, { readonly best: ListedEntry; readonly readAs: Understood['readAs'] }>()
  for (const [i, { text, slug }] of (isWhole ? early : rest).entries()) {
    const { [i]: result } = results
    if (result && !named.has(slug))
      found.set(slug, { best: bestMatch(text, result), readAs: result.understood.readAs })
  }
  const records = await recordsOf([...found.values()].map(({ best }) => best.position))
  return {
    entries,
    named,
    found,
    records: bySlugs([...found.keys()], records),
    asOf: toAsOf(rowsOf(read, rows[0])),
  }
}

const bySlugs = <Found>(slugs: readonly string[], found: readonly Found[]): ReadonlyMap<string, Found> => {
  if (found.length !== slugs.length) throw new Error('A listed resource has a record.')
  return new Map(slugs.map((slug, i) => [slug, found[i] as Found]))
}

export const resolveResource: Verb<'resolveResource'> = async ({ db }, text) => {
  const slug = text.trim()
  const { entries, named, found, records, asOf } = await readTexts(db, [{ text, slug }])
  const row = named.get(slug)
  if (row) {
    const own = entryBySlug(entries, row.slug)
    const link = own && entryLink(entries, own.position)
    const { successor } = row
    return {
      resource: { ...row.record, slug: row.slug, ...present({ link }) },
      lineage: lineageOf(familyLineage(entries, [row.slug]), row.slug),
      asOf,
      ...(successor && { successor }),
    }
  }
  const resource = records.get(slug)
  if (!resource) throw new Error('What is no slug is searched for.')
  const heir = resource.successor === null ? undefined : entryBySlug(entries, resource.successor)
  return {
    resource,
    lineage: lineageOf(familyLineage(entries, [resource.slug]), resource.slug),
    asOf,
    ...present({ readAs: found.get(slug)?.readAs }),
    ...(heir && { successor: { slug: heir.slug, name: heir.name } }),
  }
}

/** As of a moment slugs take one trip, and all that other texts mean another one. */
async function readTextsThen(db: Database, texts: readonly string[], moment: Moment) {
  const through = throughOf(moment)
  const [read, bySlug] = [selectAsOf(db, moment), selectBySlug(db, texts, through)]
  const { entries, rows } = await readBesideEntries(db, [read, bySlug])
  const asOf = toAsOf(rowsOf(read, rows[0]), moment)
  const named = new Map(rowsOf(bySlug, rows[1]).map((row) => [row.text, row]))
  const rest = texts.filter((text) => !named.has(text))
  const records = bySlugs(rest, await bestMatchesThen(db, rest, through))
  return { entries, named, records, asOf }
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

export const compareResources: Verb<'compareResources'> = async (context, texts, moment) => {
  refuseFuture(context, moment)
  const { db } = context
  const each = [...new Set(texts)]
  const { entries, named, records, asOf } =
    moment === undefined
      ? await readTexts(
          db,
          each.map((text) => ({ text, slug: text })),
        )
      : await readTextsThen(db, each, moment)
  const compared = texts.flatMap((text) => {
    const row = named.get(text)
    return row ? { ...row.record, slug: row.slug } : (records.get(text) ?? [])
  })
  const twice = compared.find(({ slug }, i) => compared.findIndex((other) => other.slug === slug) < i)
  if (twice) throw refusal('invalid', 'twiceTheSame', [twice.name])
  const lineage = sourceLineage(
    entries,
    compared.map(({ slug }) => slug),
  )
  return { resources: compared, lineage, asOf }
}
