// Listed resources and waiting additions whose name, address or DOI is like that of a candidate, and what was declined
// under one of its addresses.

import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { everyAddressOf } from '../../../schema/record/addresses-of.ts'
import type { SubmissionContent } from '../../../schema/record/submission.ts'
import { references, resourceReferences, resources, submissions } from '../../../schema/tables.ts'
import type { Alike } from '../../../schema/verbs/submissions.ts'
import { lookAlikes } from '../../domain/intake/look-alikes.ts'
import type { Database } from '../database.ts'
import { selectSubmissions } from './submission-rows.ts'

/** The CPU time of Cloudflare's free plan allows comparing one or two thousand names. */
const MAX_COMPARED = 2000
const MAX_ALIKE = 5

/** All canonical addresses of what is proposed. */
export function allAddresses({ resource, changes }: Pick<SubmissionContent, 'resource' | 'changes'>) {
  const proposed = resource ?? changes ?? {}
  return everyAddressOf({ ...proposed, formerUrls: proposed.formerUrls ?? [] })
}

const isIdentifier = (canonical: string) => /^(?:doi|arxiv|pmid|pmc):/.test(canonical)

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

/** Canonical addresses as a query of them. */
export const oneOf = (canonicals: readonly string[]): SQL =>
  sql`select value from json_each(${JSON.stringify(canonicals)})`

/** The resources that have a paper at one of the canonical addresses that a query has. */
export const selectPapers = (db: Database, canonicals: SQL) =>
  db
    .select({ resourceId: resourceReferences.resourceId, canonical: references.canonical })
    .from(references)
    .innerJoin(resourceReferences, eq(resourceReferences.referenceId, references.id))
    .where(sql`${references.canonical} in (${canonicals})`)

/** What a candidate is compared with. */
interface Compared {
  readonly listed: Awaited<ReturnType<typeof selectListedNames>>
  readonly pending: Awaited<ReturnType<typeof selectPendingNames>>
  readonly papers: Awaited<ReturnType<typeof selectPapers>>
}

export function alikeOf(
  candidate: NonNullable<SubmissionContent['resource']>,
  { listed, pending, papers }: Compared,
  ownId: number | null,
): Alike[] {
  const identifiersOf = (resourceId: number) =>
    papers.flatMap((paper) => (paper.resourceId === resourceId && paper.canonical ? [paper.canonical] : []))
  const others = [
    ...listed
      .filter(({ id }) => id !== ownId)
      .map(({ id, slug, name, url }) => ({ slug, name, url, identifiers: identifiersOf(id) })),
    ...pending.flatMap(({ reference, content: { resource } }) =>
      resource ? [{ reference, name: resource.name, url: resource.url }] : [],
    ),
  ]
  const { name, url } = candidate
  const identifiers = allAddresses({ resource: candidate }).filter(isIdentifier)
  return lookAlikes({ name, url, identifiers }, others, MAX_ALIKE).map(({ listed: other, signs }) => ({
    name: other.name,
    signs,
    ...('slug' in other ? { slug: other.slug } : { reference: other.reference }),
  }))
}
