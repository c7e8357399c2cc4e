// What is public of the change log: changes of resources.

import { asc, desc, sql } from 'drizzle-orm'
import { changes } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import { refuseFuture, selectAsOf, throughOf, toAsOf } from './as-of.ts'
import { changeColumns, toListedChange } from './listed-changes.ts'
import { listResources } from './lists/listing.ts'

export const listChanges: Verb<'listChanges'> = async (context, query) => {
  const { slug, before, after, size, asOf: moment } = query
  const { db } = context
  refuseFuture(context, moment)
  const at = throughOf(moment)
  // The plus has SQLite read those of the one resource, where it would go through all changes in order.
  const sequence = slug === undefined ? sql`sequence` : sql`+sequence`
  const upTo = at === undefined ? sql`true` : sql`${sequence} <= ${at}`
  const ofSlug =
    slug === undefined
      ? sql`true`
      : sql`subject_id = (select cast(id as text) from resources where slug = ${slug})`
  const select = db
    .select(changeColumns)
    .from(changes)
    .where(
      sql`subject = 'resource' and ${ofSlug} and ${upTo}
        and ${sequence} < ${before ?? Number.MAX_SAFE_INTEGER} and ${sequence} > ${after ?? 0}`,
    )
    .orderBy(after === undefined ? desc(sequence) : asc(sequence))
    .limit(size + 1)
  const [read, rows] = await db.batch([selectAsOf(db, moment), select])
  const hasMore = rows.length > size
  const page = after === undefined ? rows.slice(0, size) : rows.slice(0, size).reverse()
  const [newest, oldest] = [page[0]?.sequence, page.at(-1)?.sequence]
  // Reading back, there is always an older page: the one that was come from.
  const hasOlder = after === undefined ? hasMore : true
  const hasNewer = after === undefined ? before !== undefined : hasMore
  return {
    items: page.map(toListedChange),
    ...(hasOlder && oldest !== undefined && { next: oldest }),
    ...(hasNewer && newest !== undefined && { previous: newest }),
    asOf: toAsOf(read, moment),
  }
}

export const listLatestChanges: Verb<'listLatestChanges'> = async (context, query) => {
  const { items, asOf } = await listResources(context, { ...query, order: 'latest' })
  const versions = JSON.stringify(items.map(({ slug, version }) => [slug, version]))
  const rows = await context.db
    .select(changeColumns)
    .from(changes)
    .where(
      sql`${changes.sequence} in (
        select c.sequence from json_each(${versions}) as listed
        join resources as r on r.slug = listed.value ->> 0
        join changes as c
          on c.subject = 'resource' and c.subject_id = cast(r.id as text) and c.version = listed.value ->> 1)`,
    )
    .orderBy(desc(changes.sequence))
  return { items: rows.map(toListedChange), asOf }
}
