// The lineage as it stands, as a whole or of some resources, whose family alone is read: what a page of a resource costs
// must not grow with the registry. It is asked in memory (schema/record/lineage/queries.ts).

import { type SQL, sql } from 'drizzle-orm'
import type { Claim } from '../../../schema/record/claims.ts'
import type { LineageGraph, LineageNode } from '../../../schema/record/lineage/graph.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { changes, lineage, origins, resources, versions } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf, validAt } from './as-of.ts'

/** A field of the record, whose row of the log is read once for all of them. */
const inRecord = <Field extends keyof Resource>(field: Field) =>
  sql<Resource[Field]>`made.record ->> ${`$.${field}`}`.as(`record_${field}`)

const json = <Value>(query: SQL, name: string) =>
  sql<Value>`${query}`.mapWith((text: string): Value => JSON.parse(text)).as(name)

/**
 * The resources that have data in common with some: their sources, what these are sources of, and what names the same
 * origins. `starts` are ids.
 */
const familyOf = (starts: SQL): SQL => sql`with recursive
  ancestor(id) as (
    select value from (${starts})
    union select source_id from lineage join ancestor on resource_id = ancestor.id),
  family(id) as (
    select id from ancestor
    union select resource_id from origins as common
      where name in (select name from origins where resource_id in (select id from ancestor))
    union select resource_id from lineage join family on source_id = family.id)
  select id from family`

/** Every resource that has a part in the lineage. */
const EVERYONE = sql`select resource_id from lineage union select source_id from lineage
  union select resource_id from origins`

/** The resources of the lineage, each with its sources; only the family of some resources where their ids are given. */
export const selectLineage = (db: Database, starts?: SQL) =>
  db
    .select({
      id: sql<number>`${versions.resourceId}`.as('member_id'),
      slug: versions.slug,
      name: inRecord('name'),
      status: versions.status,
      license: inRecord('license'),
      licenseSpdx: inRecord('licenseSpdx'),
      access: inRecord('access'),
      availability: json<Resource['availability']>(
        sql`made.record -> '$.availability'`,
        'record_availability',
      ),
      // Only the whole is asked where each edge was read.
      claims: json<readonly Claim[]>(
        starts ? sql`'[]'` : sql`coalesce(made.record -> '$.claims', '[]')`,
        'record_claims',
      ),
      sources: json<readonly (readonly [id: number, slug: string])[]>(
        sql`(select json_group_array(json_array(source.id, source.slug)) from ${lineage}
          join ${resources} as source on source.id = source_id where lineage.resource_id = versions.resource_id)`,
        'source_slugs',
      ),
      origins: json<readonly string[]>(
        sql`(select json_group_array(name) from ${origins} where origins.resource_id = versions.resource_id)`,
        'origin_names',
      ),
    })
    .from(versions)
    .innerJoin(sql`${changes} as made`, sql`made.sequence = ${versions.sequence}`)
    .where(
      sql`${validAt('versions', undefined)} and ${versions.resourceId} in (${starts ? familyOf(starts) : EVERYONE})`,
    )
    .orderBy(versions.position)

type Member = Awaited<ReturnType<typeof selectLineage>>[number]

export function toLineage(members: readonly Member[]): LineageGraph {
  const nodes: LineageNode[] = members.map(
    ({ slug, name, status, license, licenseSpdx, access, availability }) => ({
      kind: 'resource',
      ...{ slug, name, status, license, licenseSpdx, access, availability },
    }),
  )
  const byId = members.toSorted((a, b) => a.id - b.id)
  const isMember = new Set(members.map(({ id }) => id))
  const derived = byId.flatMap(({ slug, sources }) =>
    sources
      .filter(([id]) => isMember.has(id))
      .toSorted(([a], [b]) => a - b)
      .map(([, from]) => ({ from, to: slug })),
  )
  const named = byId.flatMap(({ slug, origins }) => origins.map((from) => ({ from, to: slug })))
  const inOrder = named.toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))
  const others = [...new Set(inOrder.map(({ from }) => from))].map((name) => ({
    kind: 'origin' as const,
    name,
  }))
  return { nodes: [...nodes, ...others], edges: [...derived, ...inOrder] }
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

export const getLineage: Verb<'getLineage'> = async ({ db }) => {
  const [asOf, members] = await db.batch([selectAsOf(db), selectLineage(db)])
  const { nodes, edges } = toLineage(members)
  const claims = new Map(members.map((member) => [member.slug, member.claims]))
  return {
    nodes,
    edges: edges.map((edge) => ({ ...edge, sources: sourcesOf(claims.get(edge.to) ?? [], edge.from) })),
    asOf: toAsOf(asOf),
  }
}
