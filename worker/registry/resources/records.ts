// The registry as a catalogue: its records in any order, now or as they stood at a moment.

import { asc, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { refusal } from '../../../schema/errors.ts'
import { admits, admittedCodes } from '../../../schema/record/cells.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { references, releases, versions } from '../../../schema/tables.ts'
import { fold } from '../../../schema/text/fold.ts'
import type { Release } from '../../../schema/verbs/as-of.ts'
import type { RecordOrder, RecordPage, RecordPlace, RecordQuery } from '../../../schema/verbs/resources.ts'
import { licenseKey } from '../../domain/search/facets.ts'
import { comparePlaces } from '../../domain/search/ranking.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { LATEST_RELEASE_FIRST, refuseFuture, selectAsOf, throughOf, toAsOf, validAt } from './as-of.ts'
import { type Found, finder } from './search.ts'
import { type Admitted, onPage, pageOf, SORTS, sorted, versionRecord } from './versions.ts'

export const listRecords: Verb<'listRecords'> = async (context, query) => {
  refuseFuture(context, query.moment)
  const { db } = context
  const page = selectPage(db, query)
  const [asOf, ...rows] = await db.batch([selectAsOf(db, query.moment), ...page.statements])
  const { complete: _, ...read } = page.read(rows)
  return { ...read, asOf: toAsOf(asOf, query.moment) }
}

/** A page as the statements that read it, and what their rows make. */
interface PageReading {
  readonly statements: readonly BatchItem<'sqlite'>[]
  /** `complete` is false where nothing has all words of the text. */
  readonly read: (rows: readonly unknown[]) => Omit<RecordPage, 'asOf'> & { readonly complete: boolean }
}

export function selectPage(db: Database, query: RecordQuery): PageReading {
  const admitted: Admitted = { ...query, at: throughOf(query.moment), cells: admittedCodes(query.cells) }
  return query.text === undefined
    ? selectSorted(db, query, admitted)
    : selectFound(db, { ...query, text: query.text }, admitted)
}

function selectSorted(db: Database, query: RecordQuery, admitted: Admitted): PageReading {
  const { order, size, after } = query
  if (order === 'match') throw new Error('Only what a text finds can be sorted by how well it matches.')
  const sort = SORTS[order]
  const select = db
    .select({
      record: versionRecord,
      nameKey: versions.nameKey,
      updatedAt: versions.updatedAt,
      position: versions.position,
    })
    .from(versions)
    .where(onPage(pageOf(admitted, sort, size + 1, after)))
    .orderBy(sorted(sort))
  return {
    statements: [select],
    read(given) {
      const rows = rowsOf(select, given[0])
      const last = rows.length > size ? rows[size - 1] : undefined
      return {
        items: rows.slice(0, size).map((row) => row.record),
        ...(last && { next: placeIn(order, last) }),
        complete: true,
      }
    },
  }
}

/** What a batch gave for one of its statements is what that statement gives. */
const rowsOf = <Select extends PromiseLike<unknown>>(_: Select, rows: unknown) => rows as Awaited<Select>

function placeIn(
  order: Exclude<RecordOrder, 'match'>,
  row: { readonly nameKey: string; readonly updatedAt: string; readonly position: number },
): RecordPlace {
  switch (order) {
    case 'table':
      return [row.position]
    case 'name':
      return [row.nameKey, row.position]
    case 'latest':
    case 'earliest':
      return [row.updatedAt, row.position]
  }
}

/** What a search finds is few: it is all read, then sorted and cut here. */
function selectFound(
  db: Database,
  query: RecordQuery & { readonly text: string },
  admitted: Admitted,
): PageReading {
  const { order, size, after } = query
  const { statements, read } = finder(db, query.text, admitted)
  const [named, complete, having, partial] = statements
  const backwards = order === 'latest' ? -1 : 1
  return {
    statements,
    read(given) {
      const result = read(
        rowsOf(named, given[0]),
        rowsOf(complete, given[1]),
        rowsOf(having, given[2]),
        rowsOf(partial, given[3]),
      )
      const found = result.found
        .filter(({ resource }) => isWanted(resource, query))
        .map((item) => ({ resource: item.resource, place: foundPlace(order, item) }))
        .sort((a, b) => backwards * comparePlaces(a.place, b.place))
        .filter(({ place }) => !after || backwards * comparePlaces(place, after) > 0)
      const last = found.length > size ? found[size - 1] : undefined
      return {
        items: found.slice(0, size).map(({ resource }) => resource),
        ...(last && { next: last.place }),
        complete: result.complete,
      }
    },
  }
}

const foundPlace = (order: RecordOrder, { resource, place }: Found): RecordPlace =>
  order === 'match' ? place : placeIn(order, { ...resource, nameKey: fold(resource.name) })

/** What is named by its slug or address is found whatever the filters say. */
function isWanted(resource: Resource, query: RecordQuery): boolean {
  const { cells, statuses, access, licenses, changedFrom, changedUntil } = query
  const hasStatus = statuses ? statuses.includes(resource.status) : resource.status !== 'removed'
  const isInTime =
    (changedFrom === undefined || resource.updatedAt >= changedFrom) &&
    (changedUntil === undefined || resource.updatedAt <= changedUntil)
  const license = licenseKey(resource)
  const isUsable =
    (access?.includes(resource.access) ?? true) &&
    (licenses?.some((one) => one.toLowerCase() === license.toLowerCase()) ?? true)
  return hasStatus && isInTime && isUsable && admits(cells, resource.availability)
}

export const getRecord: Verb<'getRecord'> = async (context, slug, moment) => {
  refuseFuture(context, moment)
  const { db } = context
  const [asOf, [row]] = await db.batch([
    selectAsOf(db, moment),
    db
      .select({ record: versionRecord })
      .from(versions)
      .where(
        sql`${versions.resourceId} = (select id from resources where slug = ${slug})
          and ${validAt('versions', throughOf(moment))}`,
      ),
  ])
  const read = toAsOf(asOf, moment)
  if (row) return { record: row.record, asOf: read }
  throw refusal('not_found', moment === undefined ? 'noSuchSlug' : 'noSuchSlugThen', [slug])
}

/** Where a reference stands in the survey's list, or when it came. */
export const listReferences: Verb<'listReferences'> = async (context, { moment, after, size }) => {
  refuseFuture(context, moment)
  const { db } = context
  const cites = sql`
    version_references as link join versions as citing on citing.sequence = link.sequence
    where link.reference_id = ${references}.csl ->> '$.id'`
  const citesThen = sql`${cites} and ${validAt('citing', throughOf(moment))} and citing.status <> 'removed'`
  const [asOf, rows] = await db.batch([
    selectAsOf(db, moment),
    db
      .select({
        id: references.id,
        csl: references.csl,
        citedBy: sql<
          string[]
        >`(select json_group_array(citing.slug order by citing.position) from ${citesThen})`
          .mapWith((json: string): string[] => JSON.parse(json))
          .as('cited_by'),
      })
      .from(references)
      // The survey's list has references that no resource cites; those that one cited once and none does now are out.
      .where(
        sql`${references.id} > ${after?.[0] ?? 0}
          and (exists (select 1 from ${citesThen}) or not exists (select 1 from ${cites}))`,
      )
      .orderBy(asc(references.id))
      .limit(size + 1),
  ])
  const last = rows.length > size ? rows[size - 1] : undefined
  return {
    items: rows.slice(0, size).map(({ csl, citedBy }) => ({ reference: csl, citedBy })),
    ...(last && { next: [last.id] }),
    asOf: toAsOf(asOf, moment),
  }
}

const selectReleases = (db: Database) =>
  db
    .select({
      version: releases.version,
      title: releases.title,
      authors: releases.authors,
      keywords: releases.keywords,
      note: releases.note,
      releasedOn: releases.releasedOn,
      resources: sql<number>`(
        select count(*) from versions
        where ${validAt('versions', sql<number>`${releases}.through_sequence`)} and versions.status <> 'removed')`.as(
        'resources_listed',
      ),
    })
    .from(releases)
    .orderBy(...LATEST_RELEASE_FIRST)

export const listReleases: Verb<'listReleases'> = async ({ db }) => {
  const [asOf, items] = await db.batch([selectAsOf(db), selectReleases(db)])
  return { items: items satisfies Release[], asOf: toAsOf(asOf) }
}

export const getAsOf: Verb<'getAsOf'> = async (context, moment) => {
  refuseFuture(context, moment)
  const { db } = context
  const [asOf] = await db.batch([selectAsOf(db, moment)])
  return toAsOf(asOf, moment)
}
