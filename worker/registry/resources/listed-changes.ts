// Changes of resources as they are told: with the record before, and the submission that each came from.

import { sql } from 'drizzle-orm'
import { english } from '../../../bot/languages/index.ts'
import { present } from '../../../schema/present.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord, parseRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import { changes, redactions, resources } from '../../../schema/tables.ts'
import type { ListedChange } from '../../../schema/verbs/resources.ts'

/** The record that a change of a resource found; null for its first. */
export const recordBefore = sql<Resource | null>`(
  select b.record from ${changes} as b
  where b.subject = 'resource' and b.subject_id = ${changes}.subject_id and b.version = ${changes}.version - 1)`
  .mapWith(parseRecord)
  .as('before_record')

/** What `toListedChange` reads; only of changes of resources. */
export const changeColumns = {
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
  isRemoved: sql<number>`(
    select r.status = 'removed' from ${resources} as r where r.id = cast(${changes}.subject_id as integer))`.as(
    'is_removed',
  ),
  /** Why a maintainer redacted it, after the time; null where none did. */
  redaction: sql<string | null>`(
    select at || ' ' || reason from ${redactions} as x where x.id = ${changes}.redaction_id and x.person_id is not null)`.as(
    'redaction',
  ),
}

export interface ChangeRow {
  readonly sequence: number
  readonly action: ListedChange['action']
  readonly version: number
  readonly at: string
  readonly reason: string | null
  readonly after: unknown
  readonly before: Resource | null
  readonly submission: string | null
  readonly isRemoved: number
  readonly redaction: string | null
}

/** The reason of a release's changes names its file, which means nothing to a reader. */
const publicReason = (reason: string | null): string | null =>
  reason?.replace(/: schema\/survey\/(\S+)\.json$/, ' for release $1') ?? null

/** “Redacted on 29 November 2026: It served malware.” */
function redactionText(redaction: string): string {
  const space = redaction.indexOf(' ')
  return `Redacted on ${english.day(redaction.slice(0, space))}: ${redaction.slice(space + 1)}`
}

/** A change of a resource keeps a resource. */
const asResource = (record: unknown) => completeRecord(record as StoredRecord)

export function toListedChange(row: ChangeRow): ListedChange {
  const after = asResource(row.after)
  const reason = row.redaction === null ? publicReason(row.reason) : redactionText(row.redaction)
  return {
    sequence: row.sequence,
    slug: after.slug,
    name: after.name,
    action: row.action,
    version: row.version,
    at: row.at,
    ...present({ reason, submission: row.submission, before: row.before }),
    after,
    ...(row.isRemoved === 1 && { isRemoved: true }),
  }
}
