import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Resource } from '../record/resource.ts'
import type { SubmissionRecord } from '../record/submission.ts'
import type { CslName } from '../record/works/reference.ts'
import { CHANGE_ACTIONS, CHANGE_SUBJECTS } from '../vocabulary.ts'

/**
 * The change log: every version of every subject, append-only by trigger but for redactions. Two decisions on one version
 * collide here.
 */
export const changes = sqliteTable(
  'changes',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    subject: text({ enum: CHANGE_SUBJECTS }).notNull(),
    subjectId: text('subject_id').notNull(),
    version: integer().notNull(),
    action: text({ enum: CHANGE_ACTIONS }).notNull(),
    /** The full public record after the change. */
    record: text({ mode: 'json' }).$type<Resource | SubmissionRecord>().notNull(),
    /** The submission behind a change of a resource. */
    submissionId: integer('submission_id'),
    /** The person who made the change; only `people` has the name. */
    personId: integer('person_id'),
    reason: text(),
    at: text().notNull(),
    /** The redaction that replaced its texts last. */
    redactionId: integer('redaction_id'),
  },
  (table) => [
    uniqueIndex('changes_version').on(table.subject, table.subjectId, table.version),
    index('changes_by_subject').on(table.subject, table.sequence),
    index('changes_by_time').on(table.subject, table.at),
  ],
)

/** Why texts of the change log were replaced: a trigger lets a change be rewritten once for each row here. */
export const redactions = sqliteTable(
  'redactions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    subject: text({ enum: CHANGE_SUBJECTS }).notNull(),
    subjectId: text('subject_id').notNull(),
    /** The maintainer; null where a person was erased. */
    personId: integer('person_id'),
    reason: text().notNull(),
    at: text().notNull(),
  },
  (table) => [index('redactions_by_subject').on(table.subject, table.subjectId)],
)

/** Releases: the registry as of the change `throughSequence`, with the facts for its citation. */
export const releases = sqliteTable('releases', {
  version: text().primaryKey(),
  title: text().notNull(),
  authors: text({ mode: 'json' }).$type<readonly (CslName & { affiliation?: string })[]>().notNull(),
  keywords: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  note: text().notNull(),
  releasedOn: text('released_on').notNull(),
  throughSequence: integer('through_sequence').notNull(),
  /** How many resources were listed then. Triggers count them. */
  resources: integer().notNull().default(0),
})
