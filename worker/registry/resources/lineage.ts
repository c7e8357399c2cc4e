// The lineage as it stands. It is read as a whole, in two statements, and asked in memory (domain/lineage.ts): a registry
// has about as many edges as resources.

import { sql } from 'drizzle-orm'
import type { Claim } from '../../../schema/record/claims.ts'
import type { LineageGraph, LineageNode } from '../../../schema/record/lineage/graph.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { lineage, origins, resources, versions } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf, validAt } from './as-of.ts'

const slugOf = (id: typeof lineage.resourceId | typeof lineage.sourceId) =>
  sql<string>`(select slug from ${resources} as named where named.id = ${id})`

/** One of these in a record, without the rest of it, which is many times as long. */
const inRecord = <Field extends keyof Resource>(field: Field) =>
  sql<
    Resource[Field]
  >`(select made.record from changes as made where made.sequence = ${versions}.sequence) ->> ${`$.${field}`}`.as(
    `record_${field}`,
  )

const availabilityInRecord = sql<Resource['availability']>`(
  select made.record -> '$.availability' from changes as made where made.sequence = ${versions}.sequence)`
  .mapWith((json: string): Resource['availability'] => JSON.parse(json))
  .as('record_availability')

const memberColumns = {
  slug: versions.slug,
  name: inRecord('name'),
  status: versions.status,
  license: inRecord('license'),
  licenseSpdx: inRecord('licenseSpdx'),
  access: inRecord('access'),
  availability: availabilityInRecord,
}

/** Whether a resource has a part in the lineage. */
const isMember = sql`${validAt('versions', undefined)} and ${versions.resourceId} in (
  select resource_id from lineage union select source_id from lineage union select resource_id from origins)`

/** The statements that read it: its edges, origins, and the resources that have a part in it. */
export const selectLineage = (db: Database) =>
  [
    db
      .select({
        from: slugOf(lineage.sourceId).as('from_slug'),
        to: slugOf(lineage.resourceId).as('to_slug'),
      })
      .from(lineage)
      .orderBy(lineage.resourceId, lineage.sourceId),
    db
      .select({
        from: origins.name,
        to: sql<string>`(select slug from ${resources} as named where named.id = ${origins.resourceId})`.as(
          'to_slug',
        ),
      })
      .from(origins)
      .orderBy(origins.name, origins.resourceId),
    db.select(memberColumns).from(versions).where(isMember).orderBy(versions.position),
  ] as const

type Read<Statements extends readonly unknown[]> = { [I in keyof Statements]: Awaited<Statements[I]> }

export function toLineage(read: Read<ReturnType<typeof selectLineage>>): LineageGraph {
  const [derived, named, members] = read
  const nodes: LineageNode[] = members.map((member) => ({ kind: 'resource', ...member }))
  const others = [...new Set(named.map(({ from }) => from))].map((name) => ({
    kind: 'origin' as const,
    name,
  }))
  return { nodes: [...nodes, ...others], edges: [...derived, ...named] }
}

/** Where the claims of a resource say that it has data of another. */
function sourcesOf(claims: readonly Claim[], from: string): string[] {
  const saying = claims.filter(
    ({ field, value }) =>
      (field === 'derivedFrom' || field === 'origins') &&
      (Array.isArray(value) ? value.some((entry) => entry === from) : value === from),
  )
  return [...new Set(saying.map(({ source }) => source))]
}

const selectClaims = (db: Database) =>
  db
    .select({
      slug: versions.slug,
      claims: sql<Claim[]>`coalesce((
        select made.record -> '$.claims' from changes as made where made.sequence = ${versions}.sequence), '[]')`
        .mapWith((json: string): Claim[] => JSON.parse(json))
        .as('record_claims'),
    })
    .from(versions)
    .where(isMember)

export const getLineage: Verb<'getLineage'> = async ({ db }) => {
  const [asOf, members, ...read] = await db.batch([selectAsOf(db), selectClaims(db), ...selectLineage(db)])
  const { nodes, edges } = toLineage(read)
  const claims = new Map(members.map((member) => [member.slug, member.claims]))
  return {
    nodes,
    edges: edges.map((edge) => ({ ...edge, sources: sourcesOf(claims.get(edge.to) ?? [], edge.from) })),
    asOf: toAsOf(asOf),
  }
}
