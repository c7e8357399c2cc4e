import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Draft, SubmissionContent, ThreadEntry } from '../record/submission.ts'
import { SUBMISSION_DOORS, SUBMISSION_KINDS, SUBMISSION_STATES } from '../vocabulary.ts'
import { people } from './people.ts'

/** The latest version of every submission; `changes` has the earlier ones. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: integer().primaryKey(),
    /** A secret id of 128 bits. It allows its holder to read, answer, edit and withdraw. */
    capability: text().notNull().unique(),
    /** "S-7Q4K2", the public name; it gives no access. */
    reference: text().notNull().unique(),
    kind: text({ enum: SUBMISSION_KINDS }).notNull(),
    state: text({ enum: SUBMISSION_STATES }).notNull(),
    version: integer().notNull(),
    content: text({ mode: 'json' }).$type<SubmissionContent>().notNull(),
    reason: text(),
    /** Questions of maintainers and the submitter's answers, oldest first. */
    thread: text({ mode: 'json' }).$type<readonly ThreadEntry[]>().notNull(),
    /** The resource that the submission is about; an addition gets one when it is approved. */
    resourceId: integer('resource_id'),
    /** The version of the resource that a correction or removal was made from. */
    baseVersion: integer('base_version'),
    door: text({ enum: SUBMISSION_DOORS }).notNull(),
    submitterId: integer('submitter_id').references(() => people.id),
    /** The network that an unknown submitter sent it from, by a hash whose key is deleted after the next day. */
    sentFrom: text('sent_from'),
    idempotencyKey: text('idempotency_key').unique(),
    /** SHA-256 of the request that came with the key. */
    requestHash: text('request_hash'),
    decidedBy: integer('decided_by').references(() => people.id),
    decidedAt: text('decided_at'),
    decisionReason: text('decision_reason'),
    decisionKey: text('decision_key'),
    /** The change that the approval made to the resource, which Undo reverts. */
    appliedSequence: integer('applied_sequence'),
    /** The posted card in the review channel. */
    cardChannelId: text('card_channel_id'),
    cardMessageId: text('card_message_id'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('submissions_by_state').on(table.state, table.id),
    index('submissions_by_submitter').on(table.submitterId, table.id),
    index('submissions_with_key')
      .on(table.updatedAt)
      .where(sql`idempotency_key is not null or sent_from is not null`),
    // Deleting a person asks for it.
    index('submissions_by_decider').on(table.decidedBy).where(sql`decided_by is not null`),
    index('submissions_by_resource').on(table.resourceId),
    index('submissions_waiting_additions')
      .on(table.id)
      .where(sql`state in ('pending', 'asked') and kind = 'addition'`),
  ],
)

/** The canonical addresses that a submission proposes, to find earlier rejections of the same. */
export const submissionAddresses = sqliteTable(
  'submission_addresses',
  {
    canonical: text().notNull(),
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submissions.id),
  },
  (table) => [
    primaryKey({ columns: [table.canonical, table.submissionId] }),
    index('submission_addresses_by_submission').on(table.submissionId),
  ],
)

/**
 * The mail address that gets news of a submission. Until it is confirmed it gets one letter, which asks whether it wants
 * them. No id is given twice, so that a delivery never reaches another address than the one that it was written for.
 */
export const mailAddresses = sqliteTable(
  'mail_addresses',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    submissionId: integer('submission_id')
      .notNull()
      .unique()
      .references(() => submissions.id),
    address: text().notNull(),
    /** Opens the page that confirms the address or takes it back: whoever reads its mail has it. */
    token: text().notNull().unique(),
    createdAt: text('created_at').notNull(),
    confirmedAt: text('confirmed_at'),
  },
  (table) => [
    index('mail_addresses_by_address').on(table.address).where(sql`confirmed_at is null`),
    index('mail_addresses_by_age').on(table.createdAt),
  ],
)

/** Unsent forms of Discord users. Only their author can use them, and they expire after a day. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    content: text({ mode: 'json' }).$type<Draft>().notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('drafts_by_age').on(table.updatedAt),
    index('drafts_by_person').on(table.personId, table.updatedAt),
  ],
)
