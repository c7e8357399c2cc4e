// Rewrites changes, and all that was made of their records: what a restore would make of the new ones.

import { type SQL, sql } from 'drizzle-orm'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import { changes, redactions, versions } from '../../../schema/tables.ts'
import type { ChangeSubject } from '../../../schema/vocabulary.ts'
import { versionColumns } from '../../domain/search/version-columns.ts'
import type { Statement } from '../commit.ts'
import { type Database, rawStatement, selectValues } from '../database.ts'

/** A change as it is, with the search text of its version. */
export const selectChanges = (db: Database, where: SQL) =>
  db
    .select({
      sequence: changes.sequence,
      subject: changes.subject,
      subjectId: changes.subjectId,
      version: changes.version,
      submissionId: changes.submissionId,
      record: changes.record,
      reason: changes.reason,
      searchText: sql<string | null>`(
        select search_text from ${versions} as v where v.sequence = ${changes}.sequence)`.as('search_text'),
    })
    .from(changes)
    .where(where)
    .orderBy(changes.sequence)

export type ChangeRow = Awaited<ReturnType<typeof selectChanges>>[number]

export interface Rewritten {
  readonly row: ChangeRow
  readonly record: ChangeRow['record']
  readonly reason: string | null
}

export interface RedactionCause {
  readonly personId: number | null
  readonly reason: string
  readonly at: string
}

const subjectOf = ({ row: { subject, subjectId } }: Rewritten) => JSON.stringify([subject, subjectId])

/** Its first statements insert a redaction for each subject. */
export function rewriteChanges(
  db: Database,
  before: readonly Rewritten[],
  cause: RedactionCause,
): Statement[] {
  if (before.length === 0) return []
  // Harvesters and caches take a record anew by its date.
  const rewritten = before.map(
    ({ row, record, reason }): Rewritten =>
      row.subject === 'resource'
        ? { row, record: { ...record, updatedAt: cause.at }, reason }
        : { row, record, reason },
  )
  const subjects = [...new Set(rewritten.map(subjectOf))].map((text): [ChangeSubject, string] =>
    JSON.parse(text),
  )
  const redaction = selectValues(redactions, {
    subject: sql`value ->> 0`,
    subjectId: sql`value ->> 1`,
    ...cause,
  })
  const rows = rewritten.map(({ row: { sequence }, record, reason }) => ({
    sequence,
    record: JSON.stringify(record),
    reason,
  }))
  return [
    db.insert(redactions).select(sql`${redaction} from json_each(${JSON.stringify(subjects)})`),
    rawStatement(
      db,
      sql`
      update changes set record = new.value ->> 'record', reason = new.value ->> 'reason', redaction_id = (
        select max(id) from redactions as r where r.subject = changes.subject and r.subject_id = changes.subject_id)
      from json_each(${JSON.stringify(rows)}) as new where changes.sequence = new.value ->> 'sequence'`,
    ),
    ...rewriteVersions(
      db,
      rewritten.filter(({ row }) => row.subject === 'resource'),
    ),
  ]
}

const wordsOf = (text: string | null): readonly string[] => text?.split(' ') ?? []

function rewriteVersions(db: Database, rewritten: readonly Rewritten[]): Statement[] {
  if (rewritten.length === 0) return []
  const columns = rewritten.map(({ row, record }) => {
    // A change of a resource keeps a resource.
    const { searchText, ...others } = versionColumns(completeRecord(record as StoredRecord))
    const before = new Set(wordsOf(row.searchText))
    // The tombstone's own words find nothing.
    return {
      ...others,
      sequence: row.sequence,
      searchText: wordsOf(searchText)
        .filter((word) => before.has(word))
        .join(' '),
    }
  })
  const values = sql`json_each(${JSON.stringify(columns)}) as new`
  const sequences = sql`(select value from json_each(${JSON.stringify(columns.map(({ sequence }) => sequence))}))`
  /** The resources whose latest record was rewritten, with it. */
  const latest = sql`(
    select v.resource_id as id, c.record as record from versions as v join changes as c on c.sequence = v.sequence
    where v.until is null and v.sequence in ${sequences})`
  const cited = sql`(
    select r.id from latest join json_each(latest.record, '$.references') as work
    join "references" as r on r.csl ->> '$.id' = work.value ->> '$.id' where latest.id = resource_id)`
  return [
    rawStatement(
      db,
      sql`
      update versions set updated_at = new.value ->> 'updatedAt', name_key = new.value ->> 'nameKey', search_text = new.value ->> 'searchText',
        names = new.value -> 'names', tags = new.value ->> 'tags', by_images = new.value ->> 'byImages',
        by_patients = new.value ->> 'byPatients', by_published = new.value ->> 'byPublished', stated = new.value ->> 'stated',
        license_spdx = new.value ->> 'licenseSpdx'
      from ${values} where versions.sequence = new.value ->> 'sequence'`,
    ),
    rawStatement(db, sql`delete from search where rowid in ${sequences}`),
    rawStatement(
      db,
      sql`
      insert into search (rowid, search_text)
      select sequence, search_text from versions where sequence in ${sequences} order by sequence`,
    ),
    rawStatement(db, sql`delete from names where sequence in ${sequences}`),
    rawStatement(
      db,
      sql`
      insert or ignore into names (key, sequence, kind, until)
      select name.value ->> 'key', v.sequence, name.value ->> 'kind', v.until
      from versions as v join json_each(v.names) as name where v.sequence in ${sequences}`,
    ),
    rawStatement(db, sql`delete from version_references where sequence in ${sequences}`),
    rawStatement(
      db,
      sql`
      insert or ignore into version_references (reference_id, sequence)
      select work.value ->> '$.id', c.sequence from changes as c join json_each(c.record, '$.references') as work
      where c.sequence in ${sequences}`,
    ),
    rawStatement(
      db,
      sql`
      update resources set name = latest.record ->> '$.name', url = latest.record ->> '$.url'
      from ${latest} as latest where latest.id = resources.id`,
    ),
    rawStatement(db, sql`delete from origins where resource_id in (select id from ${latest})`),
    rawStatement(
      db,
      sql`
      insert or ignore into origins (resource_id, name)
      select latest.id, origin.value from ${latest} as latest join json_each(latest.record, '$.origins') as origin`,
    ),
    rawStatement(db, sql`delete from lineage where resource_id in (select id from ${latest})`),
    rawStatement(
      db,
      sql`
      insert or ignore into lineage (resource_id, source_id)
      select latest.id, r.id from ${latest} as latest join json_each(latest.record, '$.derivedFrom') as source
      join resources as r on r.slug = source.value`,
    ),
    rawStatement(
      db,
      sql`
      with latest as materialized ${latest} delete from resource_references
      where resource_id in (select id from latest) and reference_id not in ${cited}`,
    ),
    ...forget(db, rewritten, columns),
  ]
}

/** Deletes works and words that only the records before had. */
function forget(
  db: Database,
  rewritten: readonly Rewritten[],
  columns: readonly { readonly searchText: string }[],
): Statement[] {
  const kept = new Set(columns.flatMap(({ searchText }) => wordsOf(searchText)))
  const words = new Set(rewritten.flatMap(({ row }) => wordsOf(row.searchText)))
  const left = JSON.stringify([...words].filter((word) => !kept.has(word)))
  const gone = sql`(
    select value from json_each(${left}) where not exists (
      select 1 from versions where instr(' ' || search_text || ' ', ' ' || value || ' ') > 0))`
  const works = rewritten.flatMap(({ row }) =>
    'references' in row.record ? row.record.references.map(({ id }) => id) : [],
  )
  return [
    rawStatement(
      db,
      sql`
      delete from "references" where survey_number is null and csl ->> '$.id' in (
        select value from json_each(${JSON.stringify(works)})
        where value not in (select reference_id from version_references))`,
    ),
    ...['words', 'word_endings', 'word_forms'].map((table) =>
      rawStatement(db, sql`delete from ${sql.identifier(table)} where word in ${gone}`),
    ),
  ]
}
