// The lineage as it stands. It is read as a whole, in two statements, and asked in memory (domain/lineage.ts): a registry
// has about as many edges as resources.

import { sql } from 'drizzle-orm'
import type { Claim } from '../../schema/contract.ts'
import type { Lineage, LineageNode } from '../../schema/lineage.ts'
import { lineage, origins, resources, versions } from '../../schema/tables.ts'
import type { Verb } from './context.ts'
import type { Database } from './database.ts'
import { selectState, toState } from './states.ts'
import { stood, versionRecord } from './versions.ts'

const slugOf = (id: typeof lineage.resourceId | typeof lineage.sourceId) =>
  sql<string>`(select slug from ${resources} as named where named.id = ${id})`

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
    db
      .select({ record: versionRecord })
      .from(versions)
      .where(
        sql`${stood('versions', undefined)} and ${versions.resourceId} in (
          select resource_id from lineage union select source_id from lineage union select resource_id from origins)`,
      )
      .orderBy(versions.position),
  ] as const

type Read<Statements extends readonly unknown[]> = { [I in keyof Statements]: Awaited<Statements[I]> }

export function toLineage(read: Read<ReturnType<typeof selectLineage>>): Lineage {
  const [derived, named, members] = read
  const nodes: LineageNode[] = members.map(({ record }) => ({
    kind: 'resource',
    slug: record.slug,
    name: record.name,
    status: record.status,
    license: record.license,
    licenseSpdx: record.licenseSpdx,
    access: record.access,
  }))
  const others = [...new Set(named.map(({ from }) => from))].map((name) => ({
    kind: 'origin' as const,
    name,
  }))
  const claims = new Map(members.map(({ record }) => [record.slug, record.claims]))
  const edges = [...derived, ...named].map(({ from, to }) => ({
    from,
    to,
    sources: sourcesOf(claims.get(to) ?? [], from),
  }))
  return { nodes: [...nodes, ...others], edges }
}

/** Where the claims of a resource say that it has data of another. */
function sourcesOf(claims: readonly Claim[], from: string): string[] {
  const saying = claims.filter(
    ({ field, value }) =>
      (field === 'derivedFrom' || field === 'origins') &&
      (Array.isArray(value) ? value.includes(from) : value === from),
  )
  return [...new Set(saying.map(({ source }) => source))]
}

export const getLineage: Verb<'getLineage'> = async ({ db }) => {
  const [state, ...read] = await db.batch([selectState(db, undefined), ...selectLineage(db)])
  return { ...toLineage(read), state: toState(state, undefined) }
}
