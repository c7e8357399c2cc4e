// The table for who looks for something: a page of it, and how many there are in every other way of asking.

import { sql } from 'drizzle-orm'
import { cellsCode, cellsRow } from '../../../schema/record/cells.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { releases, versions } from '../../../schema/tables.ts'
import type { RecordQuery, Tally } from '../../../schema/verbs/resources.ts'
import { licenseKey } from '../../domain/search/facets.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { LATEST_RELEASE_FIRST, refuseFuture, selectAsOf, throughOf, toAsOf, validAt } from './as-of.ts'
import { selectPage } from './records.ts'
import { type Found, finder } from './search.ts'

export const getTable: Verb<'getTable'> = async (context, query) => {
  refuseFuture(context, query.moment)
  const { db } = context
  const page = selectPage(db, query)
  const tallies = selectTallies(db, query)
  const [asOf, known, ...rows] = await db.batch([
    selectAsOf(db, query.moment),
    db
      .select({ version: releases.version, releasedOn: releases.releasedOn })
      .from(releases)
      .orderBy(...LATEST_RELEASE_FIRST),
    ...page.statements,
    ...tallies.statements,
  ])
  return {
    ...page.read(rows.slice(0, page.statements.length)),
    tallies: tallies.read(rows.slice(page.statements.length)),
    releases: known,
    asOf: toAsOf(asOf, query.moment),
  }
}

function selectTallies(db: Database, { moment, text }: RecordQuery) {
  const at = throughOf(moment)
  if (text !== undefined) {
    // All that it finds: what is asked for beside it is to be counted, not left out.
    const { statements, read } = finder(db, text, { at })
    type Rows = Parameters<typeof read>
    return { statements, read: (rows: readonly unknown[]) => tallied(read(...(rows as Rows)).found) }
  }
  const select = db
    .select({
      cells: versions.cells,
      status: versions.status,
      access: versions.access,
      license: sql<string>`coalesce(${versions.licenseSpdx}, 'unknown')`.as('license'),
      resources: sql<number>`count(*)`.as('resources'),
    })
    .from(versions)
    .where(validAt('versions', at))
    .groupBy(versions.cells, versions.status, versions.access, sql`license`)
  type Rows = Awaited<typeof select>
  return {
    statements: [select],
    read: ([rows]: readonly unknown[]): Tally[] =>
      (rows as Rows).map(({ cells, ...row }) => ({ ...row, availability: cellsRow(cells) })),
  }
}

const keyOf = ({ availability, status, access, ...resource }: Resource) =>
  JSON.stringify([cellsCode(availability), status, access, licenseKey(resource)])

const tallied = (found: readonly Found[]): Tally[] =>
  [...Map.groupBy(found, ({ resource }) => keyOf(resource)).values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const { availability, status, access } = first.resource
    return [{ availability, status, access, license: licenseKey(first.resource), resources: alike.length }]
  })
