// What is read of a resource, and how a row becomes a record.

import { desc, sql } from 'drizzle-orm'
import type { Reference, Resource } from '../../schema/contract.ts'
import type { ResourceSummary, Standing } from '../../schema/registry.ts'
import {
  cellCounts,
  changes,
  references,
  releases,
  resourceReferences,
  resources,
} from '../../schema/tables.ts'
import type { Database } from './database.ts'

const { ct, xray, mrt, ultrasound, metadata, caseReview } = resources

const summaryColumns = {
  slug: resources.slug,
  name: resources.name,
  url: resources.url,
  organization: resources.organization,
  ct,
  xray,
  mrt,
  ultrasound,
  metadata,
  caseReview,
  status: resources.status,
  position: resources.position,
  version: resources.version,
  updatedAt: resources.updatedAt,
}

type SummaryRow = Omit<ResourceSummary, 'availability'> & ResourceSummary['availability']

function toSummary(row: SummaryRow): ResourceSummary {
  const { ct, xray, mrt, ultrasound, metadata, caseReview, ...rest } = row
  return {
    slug: rest.slug,
    name: rest.name,
    url: rest.url,
    organization: rest.organization,
    availability: { ct, xray, mrt, ultrasound, metadata, caseReview },
    status: rest.status,
    position: rest.position,
    version: rest.version,
    updatedAt: rest.updatedAt,
  }
}

/** A resource's references in the order cited, gathered inside the row so that one statement reads the whole record. */
const citedReferences = sql<Reference[]>`(
  select json_group_array(json(cited.csl) order by link.ordinal)
  from ${resourceReferences} as link join ${references} as cited on cited.id = link.reference_id
  where link.resource_id = ${resources}.id)`
  .mapWith((json: string): Reference[] => JSON.parse(json))
  .as('cited_references')

export const resourceColumns = { ...summaryColumns, references: citedReferences }

export const toResource = (row: SummaryRow & { references: Reference[] }): Resource => ({
  ...toSummary(row),
  references: row.references,
})

/** The record that a change of a resource found; null for its first. */
export const recordBefore = sql<Resource | null>`(
  select b.record from ${changes} as b
  where b.subject = 'resource' and b.subject_id = ${changes}.subject_id and b.version = ${changes}.version - 1)`
  .mapWith((json: string): Resource => JSON.parse(json))
  .as('before_record')

/** The latest release, and whether a resource changed since. */
export function selectStanding(db: Database) {
  const changedAt = sql<string | null>`(
    select at from changes where subject = 'resource' and sequence > ${releases.throughSequence}
    order by sequence desc limit 1)`
  return db
    .select({
      version: releases.version,
      title: releases.title,
      releasedOn: releases.releasedOn,
      changedAt: changedAt.as('changed_at'),
    })
    .from(releases)
    .orderBy(desc(releases.throughSequence))
    .limit(1)
}

export function toStanding(rows: Awaited<ReturnType<typeof selectStanding>>): Standing {
  const [row] = rows
  if (!row) throw new Error('The database has no release: the survey migration has not run.')
  const { changedAt, ...release } = row
  return { release, ...(changedAt && { changedAt }) }
}

/** At most 729 rows, however many resources there are: every total is a sum over these. */
export const selectCellCounts = (db: Database) =>
  db.select().from(cellCounts).where(sql`${cellCounts.resources} > 0`)
