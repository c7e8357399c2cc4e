// What is public of the change log: changes of resources.

import { asc, desc, sql } from 'drizzle-orm'
import type { Resource } from '../../schema/contract.ts'
import type { ListedChange } from '../../schema/submission-verbs.ts'
import { changes } from '../../schema/tables.ts'
import type { Verb } from './context.ts'
import { recordBefore } from './rows.ts'

export const listChanges: Verb<'listChanges'> = async ({ db }, { slug, before, after, size }) => {
  const ofSlug =
    slug === undefined
      ? sql`true`
      : sql`subject_id = (select cast(id as text) from resources where slug = ${slug})`
  const rows = await db
    .select({
      sequence: changes.sequence,
      action: changes.action,
      version: changes.version,
      at: changes.at,
      reason: changes.reason,
      after: changes.record,
      before: recordBefore,
      submission: sql<
        string | null
      >`(select reference from submissions as s where s.id = ${changes}.submission_id)`.as(
        'submission_reference',
      ),
    })
    .from(changes)
    .where(
      sql`subject = 'resource' and ${ofSlug}
        and sequence < ${before ?? Number.MAX_SAFE_INTEGER} and sequence > ${after ?? 0}`,
    )
    .orderBy(after === undefined ? desc(changes.sequence) : asc(changes.sequence))
    .limit(size + 1)
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
  }
}

function toListedChange(row: {
  sequence: number
  action: ListedChange['action']
  version: number
  at: string
  reason: string | null
  after: unknown
  before: Resource | null
  submission: string | null
}): ListedChange {
  const after = row.after as Resource
  return {
    sequence: row.sequence,
    slug: after.slug,
    name: after.name,
    action: row.action,
    version: row.version,
    at: row.at,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.submission !== null && { submission: row.submission }),
    ...(row.before !== null && { before: row.before }),
    after,
  }
}
