import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CslName, Reference } from './record/reference.ts'
import type { Resource } from './record/resource.ts'
import type { Draft, SubmissionContent, SubmissionRecord, ThreadEntry } from './record/submission.ts'
import {
  ACCESS,
  ADDRESS_OWNERS,
  CHANGE_ACTIONS,
  CHANGE_SUBJECTS,
  type DataTypeKey,
  DELIVERY_KINDS,
  DELIVERY_STATES,
  ENDED_STATUSES,
  RESOURCE_STATUSES,
  SUBMISSION_DOORS,
  SUBMISSION_KINDS,
  SUBMISSION_STATES,
} from './vocabulary.ts'

// Times are ISO 8601 text in UTC. Lists that may grow carry no CHECK and no key cascades: changing either means a
// table rebuild, which on D1 deletes child rows. Ids of people and submissions stand in `changes` without a key,
// because a change outlives whom it names.

/**
 * What is listed: one row a data resource, with what a write asks of it, copied from its latest record by a trigger on
 * `changes`. All else is in its versions. A removed one stays, as a tombstone.
 */
export const resources = sqliteTable('resources', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  url: text().notNull(),
  status: text({ enum: RESOURCE_STATUSES }).notNull(),
  version: integer().notNull(),
  position: integer().notNull().unique(),
})

/**
 * Every version of every resource, by what it is filtered, sorted and found by; its record stands in the change of the
 * same sequence. The registry after a change holds the versions that began by then and were not replaced by then, so
 * one set of indexes answers for now and for any moment before. Triggers on it keep the full-text index, the words and
 * the counters.
 */
export const versions = sqliteTable(
  'versions',
  {
    /** The change that made it. */
    sequence: integer().primaryKey(),
    /** The change that replaced it; null for the latest. */
    until: integer(),
    resourceId: integer('resource_id').notNull(),
    slug: text().notNull(),
    /** Its name with letters folded, by which it is sorted. */
    nameKey: text('name_key').notNull(),
    /**
     * The row of cells as one number, by record/cells.ts. Not a generated column: SQLite never takes an index on one as
     * covering, and lists would read every row twice.
     */
    cells: integer().notNull(),
    status: text({ enum: RESOURCE_STATUSES }).notNull(),
    position: integer().notNull(),
    updatedAt: text('updated_at').notNull(),
    /** Folded words to be found by, built by worker/domain/search/search-text.ts. */
    searchText: text('search_text').notNull(),
    /** The keys of the names that it is known by, made by worker/domain/search/names.ts. */
    names: text({ mode: 'json' })
      .$type<readonly { readonly kind: string; readonly key: string }[]>()
      .notNull(),
    access: text({ enum: ACCESS }).notNull(),
    /** `other` where the licence is none of SPDX's; null where nobody has said. */
    licenseSpdx: text('license_spdx'),
  },
  (table) => [
    index('versions_in_table_order').on(table.position, table.until, table.status, table.updatedAt),
    index('versions_by_cells').on(table.cells, table.position, table.until, table.status, table.updatedAt),
    /** What has ended by itself: a list by certainty has it last, and must not read all else first. */
    index('versions_by_end').on(
      table.cells,
      sql.raw(`(${ENDED_STATUSES.map((status) => `status = '${status}'`).join(' or ')})`),
      table.position,
      table.until,
      table.status,
      table.updatedAt,
    ),
    index('versions_by_name').on(table.cells, table.nameKey, table.position, table.until, table.status),
    index('versions_by_change').on(table.cells, table.updatedAt, table.position, table.until, table.status),
    index('versions_of_resource').on(table.resourceId, table.sequence),
    /** What it was called by once, it is found by for ever. */
    index('versions_by_slug').on(table.slug, table.resourceId),
  ],
)

/** Which version cites which reference: who cites what at any moment. Kept by a trigger on `changes`. */
export const versionReferences = sqliteTable(
  'version_references',
  {
    /** The id of the reference as a CSL-JSON item. */
    referenceId: text('reference_id').notNull(),
    sequence: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.referenceId, table.sequence] })],
)

/**
 * Which resource has data of which other in it, as their records say now: kept by the same trigger; another refuses
 * what would close a circle.
 */
export const lineage = sqliteTable(
  'lineage',
  {
    resourceId: integer('resource_id').notNull(),
    /** What it is derived from. */
    sourceId: integer('source_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.resourceId, table.sourceId] }),
    index('lineage_source').on(table.sourceId),
  ],
)

/** Where else the data of a resource are from, as its record says now; the same name is the same origin. */
export const origins = sqliteTable(
  'origins',
  {
    resourceId: integer('resource_id').notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.resourceId, table.name] })],
)

/** How many listed resources have each row of cells, kept by triggers: every total is a sum over a few of these. */
export const cellCounts = sqliteTable('cell_counts', {
  cells: integer().primaryKey(),
  resources: integer().notNull(),
})

/** Every address that is taken, in its canonical form: no resource is listed twice, and none waits twice. */
export const addresses = sqliteTable(
  'addresses',
  {
    canonical: text().primaryKey(),
    ownerKind: text('owner_kind', { enum: ADDRESS_OWNERS }).notNull(),
    ownerId: text('owner_id').notNull(),
  },
  (table) => [index('addresses_owner').on(table.ownerKind, table.ownerId)],
)

/** Papers, pages and data sets that resources cite, each a CSL-JSON item. */
export const references = sqliteTable(
  'references',
  {
    id: integer().primaryKey(),
    /** Its number in the survey's list; later ones have none. */
    surveyNumber: integer('survey_number').unique(),
    csl: text({ mode: 'json' }).$type<Reference>().notNull(),
    /** Its address or identifier in canonical form, to find a resource by the paper about it. */
    canonical: text(),
  },
  (table) => [index('references_canonical').on(table.canonical)],
)

/** Which resource cites which reference, in the order printed. */
export const resourceReferences = sqliteTable(
  'resource_references',
  {
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id),
    ordinal: integer().notNull(),
    referenceId: integer('reference_id')
      .notNull()
      .references(() => references.id),
  },
  (table) => [
    primaryKey({ columns: [table.resourceId, table.ordinal] }),
    index('resource_references_reference').on(table.referenceId),
  ],
)

/** The memory: every version of every subject, append-only by trigger. Two decisions on one version collide here. */
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
    /** The submission that a resource's change came from. */
    submissionId: integer('submission_id'),
    /** Who did it; the name stands in `people` alone. */
    personId: integer('person_id'),
    reason: text(),
    at: text().notNull(),
  },
  (table) => [
    uniqueIndex('changes_version').on(table.subject, table.subjectId, table.version),
    index('changes_by_subject').on(table.subject, table.sequence),
    index('changes_by_time').on(table.subject, table.at),
  ],
)

/** Names for a change: the registry as it stood after `throughSequence`, with what is needed to cite it. */
export const releases = sqliteTable('releases', {
  version: text().primaryKey(),
  title: text().notNull(),
  authors: text({ mode: 'json' }).$type<readonly (CslName & { affiliation?: string })[]>().notNull(),
  keywords: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  note: text().notNull(),
  releasedOn: text('released_on').notNull(),
  throughSequence: integer('through_sequence').notNull(),
})

/** The names of a version by their keys, so that a name finds it. Kept by a trigger on `versions`. */
export const names = sqliteTable(
  'names',
  { key: text().notNull(), sequence: integer().notNull(), kind: text().notNull() },
  (table) => [primaryKey({ columns: [table.key, table.sequence] })],
)

/** Every word and tag of a search text. Kept by a trigger, as the next two are. */
export const words = sqliteTable('words', { word: text().primaryKey() })

/** Every word of a search text under each of its endings, kept by a trigger: a part of a word finds the word. */
export const wordEndings = sqliteTable(
  'word_endings',
  { ending: text().notNull(), word: text().notNull() },
  (table) => [primaryKey({ columns: [table.ending, table.word] })],
)

/**
 * Every such word with one letter left out (`at` its place, -1 for the whole word): two words that share a form are
 * one typing error apart, which is how a misspelt query finds its word (domain/typing-errors.ts). Kept by a trigger.
 */
export const wordForms = sqliteTable(
  'word_forms',
  {
    form: text().notNull(),
    word: text().notNull(),
    at: integer().notNull(),
    letter: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.form, table.word, table.at] })],
)

/** The only place for who people are. Erasing someone empties a row here and nothing else. */
export const people = sqliteTable('people', {
  id: integer().primaryKey(),
  discordId: text('discord_id').unique(),
  name: text(),
  /** Given with a submission over HTTP; for maintainers alone. */
  contact: text(),
  blockedAt: text('blocked_at'),
  blockedReason: text('blocked_reason'),
  createdAt: text('created_at').notNull(),
  /** The language that they used Discord in last, by its tag there: what they are sent is in it. */
  locale: text(),
})

/** Who decides. A removed maintainer keeps the row, so that old decisions keep their sense. */
export const maintainers = sqliteTable('maintainers', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id),
  /** SHA-256 of the API token, hex. */
  tokenHash: text('token_hash').unique(),
  addedBy: integer('added_by'),
  addedAt: text('added_at').notNull(),
  removedAt: text('removed_at'),
})

/** Where maintainers are signed in on pages. A row is a token that works; who signs out loses theirs. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token, hex: whoever reads the database cannot be signed in by it. */
    id: text().primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sessions_by_person').on(table.personId), index('sessions_by_end').on(table.expiresAt)],
)

/** What people sent in, as it stands now; how it came to be so is in `changes`. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: integer().primaryKey(),
    /** 128 bits: who holds it may read, answer and withdraw. */
    capability: text().notNull().unique(),
    /** "S-7Q4K2", to speak of it; opens nothing. */
    reference: text().notNull().unique(),
    kind: text({ enum: SUBMISSION_KINDS }).notNull(),
    state: text({ enum: SUBMISSION_STATES }).notNull(),
    version: integer().notNull(),
    content: text({ mode: 'json' }).$type<SubmissionContent>().notNull(),
    reason: text(),
    /** Questions of maintainers and what was answered, oldest first. */
    thread: text({ mode: 'json' }).$type<readonly ThreadEntry[]>().notNull(),
    /** The address that it proposes, in canonical form: what was declined before is known again by it. */
    canonical: text(),
    /** The resource it is about; an addition has one once it is approved. */
    resourceId: integer('resource_id'),
    /** The version of the resource that a correction or removal was made from. */
    baseVersion: integer('base_version'),
    door: text({ enum: SUBMISSION_DOORS }).notNull(),
    submitterId: integer('submitter_id').references(() => people.id),
    idempotencyKey: text('idempotency_key').unique(),
    /** SHA-256 of what came with that key. */
    requestHash: text('request_hash'),
    decidedBy: integer('decided_by').references(() => people.id),
    decidedAt: text('decided_at'),
    decisionReason: text('decision_reason'),
    decisionKey: text('decision_key'),
    /** The change that an approval made to the resource: what Undo takes back. */
    appliedSequence: integer('applied_sequence'),
    /** Its card in the review channel, once that is posted. */
    cardChannelId: text('card_channel_id'),
    cardMessageId: text('card_message_id'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('submissions_by_state').on(table.state, table.id),
    index('submissions_by_submitter').on(table.submitterId, table.id),
    index('submissions_by_resource').on(table.resourceId),
    index('submissions_by_address').on(table.canonical),
  ],
)

/** What someone has typed into a form and not sent yet; theirs alone, and gone after a day. */
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
  (table) => [index('drafts_by_age').on(table.updatedAt)],
)

/** The outbox: what must reach Discord, written in the batch that causes it. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: DELIVERY_KINDS }).notNull(),
    /** `review`, the review channel of the settings; `person:12`; `channel:` and its id. */
    target: text().notNull(),
    /** One's deliveries go out in order. */
    submissionId: integer('submission_id'),
    /** What it tells of: a change of the submission or, announced, of a resource; of a digest, version 0 of its day. */
    changeSubject: text('change_subject', { enum: CHANGE_SUBJECTS }).notNull(),
    changeSubjectId: text('change_subject_id').notNull(),
    changeVersion: integer('change_version').notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    /** Not before. */
    nextAt: text('next_at').notNull(),
    leaseUntil: text('lease_until'),
    lastError: text('last_error'),
    messageId: text('message_id'),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** Of an announcement: the watch that it goes out for. */
    watchId: integer('watch_id'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(
      table.kind,
      table.changeSubject,
      table.changeSubjectId,
      table.changeVersion,
      table.target,
    ),
    index('deliveries_waiting').on(table.nextAt).where(sql`state = 'waiting'`),
    index('deliveries_by_submission').on(table.submissionId, table.id),
    index('deliveries_dead').on(table.id).where(sql`state = 'dead'`),
  ],
)

/**
 * Who is told of changes: a channel, or a person by direct message. With neither a data type nor a resource, of all of
 * them. One that has ended keeps its row, for the announcements that went out for it.
 */
export const watches = sqliteTable(
  'watches',
  {
    id: integer().primaryKey(),
    /** On Discord; with `guildId`, the server that the channel belongs to. */
    channelId: text('channel_id'),
    guildId: text('guild_id'),
    personId: integer('person_id').references(() => people.id),
    dataType: text('data_type').$type<DataTypeKey>(),
    resourceId: integer('resource_id').references(() => resources.id),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** The language of the server when the channel's watch was last asked for; a person's stands in `people`. */
    locale: text(),
  },
  (table) => [
    // Whom, and of what. SQLite takes no two nulls for the same; and in an expression Drizzle Kit takes every comma for
    // the next column, so this is no coalesce.
    uniqueIndex('watches_once')
      .on(
        sql`case when channel_id is null then person_id else channel_id end`,
        sql`case when data_type is not null then data_type when resource_id is not null then resource_id else '' end`,
      )
      .where(sql`ended_at is null`),
    index('watches_by_guild').on(table.guildId).where(sql`ended_at is null`),
    index('watches_by_person').on(table.personId).where(sql`ended_at is null`),
  ],
)

/** How much someone has sent in on a day: `person:12`, or a hash of an address. */
export const dailyCounts = sqliteTable(
  'daily_counts',
  {
    day: text().notNull(),
    subject: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.subject] })],
)
