import { asc, sql } from 'drizzle-orm'
import { references } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import { refuseFuture, selectAsOf, throughOf, toAsOf, validAt } from './as-of.ts'

/** In the order of the survey's list, then of their coming. */
export const listReferences: Verb<'listReferences'> = async (context, { asOf: moment, after, size }) => {
  refuseFuture(context, moment)
  const { db } = context
  const cites = sql`
    version_references as link join versions as citing on citing.sequence = link.sequence
    where link.reference_id = ${references}.csl ->> '$.id'`
  const citesThen = sql`${cites} and ${validAt('citing', throughOf(moment))} and citing.status <> 'removed'`
  const [read, rows] = await db.batch([
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
    asOf: toAsOf(read, moment),
  }
}
