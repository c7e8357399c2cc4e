// What is counted beside a page of a list: its groups, or how many there would be by every other filter.

import { sql } from 'drizzle-orm'
import { admittedGroups, cellsRow } from '../../../../schema/record/values/cells.ts'
import { releases, versions } from '../../../../schema/tables.ts'
import type { ResourceFilter, ResourcePage, ResourceQuery } from '../../../../schema/verbs/resources.ts'
import { facetsOf } from '../../../domain/search/facets.ts'
import { isFiltering, subjectOf, type Tally } from '../../../domain/search/resource-filter.ts'
import { tagsIn } from '../../../domain/search/version-columns.ts'
import type { Database } from '../../database.ts'
import { LATEST_RELEASE_FIRST, validAt } from '../as-of.ts'
import { type Reading, rowsOf } from './reading.ts'
import { type Search, searchStatements } from './search.ts'
import { isInRanges, isInScope, type Scope } from './versions.ts'

type Counts = Pick<ResourcePage, 'totals' | 'facets' | 'releases'>
const NONE: Counts = { totals: [], releases: [] }

/** `search` is that of the page, if it has one. */
export function selectCounts(
  db: Database,
  query: ResourceQuery,
  scope: Scope,
  search: Search | undefined,
): Reading<Counts> {
  switch (query.count) {
    case undefined:
      return { statements: [], read: () => NONE }
    case 'groups':
      return selectTotals(db, query, scope)
    case 'facets':
      return selectFacets(db, query, scope, search)
  }
}

function selectTotals(db: Database, { filter }: ResourceQuery, scope: Scope): Reading<Counts> {
  const { cells = {} } = filter
  const select = db
    .select({ cells: versions.cells, resources: sql<number>`count(*)`.as('resources') })
    .from(versions)
    .where(isInScope('versions', scope))
    .groupBy(versions.cells)
  return {
    statements: [select],
    read([rows]) {
      const counted = new Map(rowsOf(select, rows).map((row) => [row.cells, row.resources]))
      const totals = admittedGroups(cells).map((codes) =>
        codes.reduce((sum, code) => sum + (counted.get(code) ?? 0), 0),
      )
      return { ...NONE, totals }
    },
  }
}

export const selectReleases = (db: Database) =>
  db
    .select({ version: releases.version, releasedOn: releases.releasedOn })
    .from(releases)
    .orderBy(...LATEST_RELEASE_FIRST)

function selectFacets(
  db: Database,
  { text, filter }: ResourceQuery,
  scope: Scope,
  search: Search | undefined,
): Reading<Counts> {
  const known = selectReleases(db)
  // What the filter leaves out is counted too.
  const { through, group } = scope
  const isWhole = group === undefined && !isFiltering(filter)
  const unfiltered =
    text === undefined || isWhole ? search : searchStatements(db, text, { through, filter: {} })
  const tallies = unfiltered ? talliesOf(unfiltered, filter) : selectTallies(db, filter, through)
  return {
    statements: [known, ...tallies.statements],
    read: ([first, ...rows]) => ({
      ...{ ...NONE, releases: rowsOf(known, first) },
      facets: facetsOf(tallies.read(rows), filter),
    }),
  }
}

function selectTallies(
  db: Database,
  { ranges }: ResourceFilter,
  through: Scope['through'],
): Reading<readonly Tally[]> {
  const select = db
    .select({
      cells: versions.cells,
      status: versions.status,
      license: sql<string>`coalesce(${versions.licenseSpdx}, 'unknown')`.as('license'),
      tags: versions.tags,
      isInRange: sql<boolean>`${isInRanges('versions', ranges) ?? sql`true`}`
        .mapWith(Boolean)
        .as('is_in_range'),
      resources: sql<number>`count(*)`.as('resources'),
    })
    .from(versions)
    .where(validAt('versions', through))
    .groupBy(versions.cells, versions.status, sql`license`, versions.tags, sql`is_in_range`)
  return {
    statements: [select],
    read: ([rows]) =>
      rowsOf(select, rows).map(({ cells, tags, ...row }) => ({
        ...row,
        availability: cellsRow(cells),
        tags: tagsIn(tags),
      })),
  }
}

/** Of all that a text finds. */
const talliesOf = ({ statements, readRows }: Search, filter: ResourceFilter): Reading<readonly Tally[]> => ({
  statements,
  read: (rows) =>
    readRows(rows).found.map(({ subject }) => ({ ...subjectOf(filter, subject), resources: 1 })),
})
