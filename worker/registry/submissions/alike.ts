// Listed resources and waiting additions whose name, address or DOI is like that of a candidate, and what was declined
// under one of its addresses.

import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { everyAddressOf } from '../../../schema/record/addresses-of.ts'
import type { SubmissionContent } from '../../../schema/record/submission.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import { referenceAddress } from '../../../schema/record/works/reference.ts'
import {
  addresses,
  references,
  resourceReferences,
  submissionAddresses,
  submissions,
} from '../../../schema/tables.ts'
import type { Alike } from '../../../schema/verbs/submissions.ts'
import { type ComparedNames, comparedNames, lookAlikes, type Named } from '../../domain/intake/look-alikes.ts'
import type { Entries } from '../../domain/search/entries/block.ts'
import { latestListed } from '../../domain/search/entries/counts.ts'
import { entriesAt, type ListedEntry } from '../../domain/search/entries/entry.ts'
import type { Database } from '../database.ts'
import { submissionColumns } from './submission-rows.ts'

/** The CPU time of Cloudflare's free plan allows comparing one or two thousand names. */
const MAX_COMPARED = 2000
/** Whoever sends many makes every other submission dearer. One of the same address is refused anyhow. */
const MAX_PENDING = 100
const MAX_ALIKE = 5

/** All canonical addresses of what is proposed. */
export function allAddresses({ resource, changes }: Pick<SubmissionContent, 'resource' | 'changes'>) {
  const proposed = resource ?? changes ?? {}
  return everyAddressOf({ ...proposed, formerUrls: proposed.formerUrls ?? [] })
}

/** Those, and its papers: one that two records have is a sign that they are of one thing. */
export const namesToCompare = (content: Pick<SubmissionContent, 'resource' | 'changes'>): string[] => [
  ...new Set([
    ...allAddresses(content),
    ...(content.resource?.references ?? []).flatMap((reference) => referenceAddress(reference) ?? []),
  ]),
]

const isIdentifier = (canonical: string) => /^(?:doi|arxiv|pmid|pmc):/.test(canonical)

/** The names of the latest that are listed, with where they are, and their hosts; taken apart once for as long as none changes. */
export interface ListedNames {
  readonly names: ComparedNames<ListedName>
  readonly hosts: ReadonlySet<string>
}

type ListedName = Pick<ListedEntry, 'id' | 'slug' | 'name' | 'url'> & Named

const known = new WeakMap<Entries, ListedNames>()

export function listedNames(entries: Entries): ListedNames {
  const found = known.get(entries)
  if (found) return found
  const listed = entriesAt(entries, latestListed(entries, MAX_COMPARED)).map(({ id, slug, name, url }) => ({
    ...{ id, slug, name, url },
  }))
  const made = {
    names: comparedNames(listed),
    hosts: new Set(listed.flatMap(({ url }) => hostOf(url) ?? [])),
  }
  known.set(entries, made)
  return made
}

/** Latest first. The condition is that of the index `submissions_waiting_additions`, word for word. */
export const selectPendingNames = (db: Database) =>
  db
    .select({
      id: submissions.id,
      reference: submissions.reference,
      content: submissionColumns.content,
    })
    .from(submissions)
    .where(sql`${submissions.state} in ('pending', 'asked') and ${submissions.kind} = 'addition'`)
    .orderBy(desc(submissions.id))
    .limit(MAX_PENDING)

/** Canonical addresses as a query of them. */
export const oneOf = (canonicals: readonly string[]): SQL =>
  sql`select value from json_each(${JSON.stringify(canonicals)})`

/** The resources that are at one of the canonical addresses that a query has, or have a paper there. */
export const selectPapers = (db: Database, canonicals: SQL) =>
  db
    .select({ resourceId: resourceReferences.resourceId, canonical: references.canonical })
    .from(references)
    .innerJoin(resourceReferences, eq(resourceReferences.referenceId, references.id))
    .where(sql`${references.canonical} in (${canonicals})`)
    .unionAll(
      db
        .select({
          resourceId: sql<number>`cast(${addresses.ownerId} as integer)`,
          canonical: sql<string | null>`${addresses.canonical}`,
        })
        .from(addresses)
        .where(sql`+${addresses.ownerKind} = 'resource' and ${addresses.canonical} in (${canonicals})`),
    )

/** The condition for a submission that was rejected at one of the canonical addresses that a query has. */
export const isDeclinedAt = (canonicals: SQL): SQL =>
  sql`${submissions.state} = 'rejected' and ${submissions.id} in (
    select submission_id from ${submissionAddresses} where canonical in (${canonicals}))`

interface Found {
  readonly listed: ListedNames
  readonly pending: Awaited<ReturnType<typeof selectPendingNames>>
  readonly papers: Awaited<ReturnType<typeof selectPapers>>
}

/** What candidates are compared with, taken apart once for all of them. */
export type Compared = ReturnType<typeof comparedWith>

export function comparedWith({ listed: { names }, pending, papers }: Found) {
  const papersOf = Map.groupBy(papers, ({ resourceId }) => resourceId)
  const withPapers = names.names.map((one) => {
    const own = papersOf.get(one.item.id)
    const identifiers = own?.flatMap(({ canonical }) => canonical ?? [])
    return identifiers ? { ...one, item: { ...one.item, identifiers } } : one
  })
  return {
    size: names.names.length + pending.length,
    listed: { ...names, names: withPapers },
    pending: comparedNames(
      pending.flatMap(({ id, reference, content: { resource } }) =>
        resource
          ? [
              {
                ...{ id, reference, name: resource.name, url: resource.url },
                identifiers: namesToCompare({ resource }).filter(isIdentifier),
              },
            ]
          : [],
      ),
    ),
  }
}

/** Which of what is compared is the candidate itself. */
interface Own {
  readonly resourceId: number | null
  readonly submissionId?: number
}

/** Listed resources, then waiting additions: at most `most` of each, each best first. */
export function alikeOf(
  candidate: NonNullable<SubmissionContent['resource']>,
  { listed, pending }: Compared,
  own: Own,
  most = MAX_ALIKE,
): Alike[] {
  const identifiers = namesToCompare({ resource: candidate }).filter(isIdentifier)
  const named = { name: candidate.name, url: candidate.url, identifiers }
  return [
    ...lookAlikes(named, listed, most, ({ id }) => id === own.resourceId).map(({ listed: other, signs }) => ({
      name: other.name,
      signs,
      slug: other.slug,
    })),
    ...lookAlikes(named, pending, most, ({ id }) => id === own.submissionId).map(
      ({ listed: other, signs }) => ({ name: other.name, signs, reference: other.reference }),
    ),
  ]
}
