// Listed resources and waiting additions whose name or address is like that of a candidate.

import { desc, sql } from 'drizzle-orm'
import { resources, submissions } from '../../../schema/tables.ts'
import type { Alike } from '../../../schema/verbs/submissions.ts'
import { lookAlikes } from '../../domain/intake/look-alikes.ts'
import type { Database } from '../database.ts'
import { selectSubmissions } from './submission-rows.ts'

/** The CPU time of Cloudflare's free plan allows comparing one or two thousand names. */
const MAX_COMPARED = 2000
const MAX_ALIKE = 5
export const selectListedNames = (db: Database) =>
  db
    .select({ id: resources.id, slug: resources.slug, name: resources.name, url: resources.url })
    .from(resources)
    .where(sql`${resources.status} <> 'removed'`)
    .orderBy(desc(resources.position))
    .limit(MAX_COMPARED)

export const selectPendingNames = (db: Database) =>
  selectSubmissions(
    db,
    sql`${submissions.state} in ('pending', 'asked') and ${submissions.kind} = 'addition'`,
  ).limit(MAX_COMPARED)

export function alikeOf(
  candidate: { readonly name: string; readonly url: string },
  listed: Awaited<ReturnType<typeof selectListedNames>>,
  pending: Awaited<ReturnType<typeof selectPendingNames>>,
  ownId: number | null,
): Alike[] {
  const others = [
    ...listed.filter((row) => row.id !== ownId).map(({ slug, name, url }) => ({ slug, name, url })),
    ...pending.flatMap(({ reference, content }) =>
      content.resource ? [{ reference, name: content.resource.name, url: content.resource.url }] : [],
    ),
  ]
  return lookAlikes(candidate, others, MAX_ALIKE).map(({ listed: other, signs }) => ({
    name: other.name,
    signs,
    ...('slug' in other ? { slug: other.slug } : { reference: other.reference }),
  }))
}
