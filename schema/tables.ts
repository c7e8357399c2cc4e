import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Wanted } from './record/filters.ts'
import type { Resource } from './record/resource.ts'
import { CANDIDATE_SOURCES, CANDIDATE_STATES, type CandidateSign } from './record/sites/candidate.ts'
import type { LinkIdentity, LinksByPosition } from './record/sites/link.ts'
import type { UpstreamSaying } from './record/sites/upstream.ts'
import type { Draft, Found, SubmissionContent, SubmissionRecord, ThreadEntry } from './record/submission.ts'
import type { CslName, Reference } from './record/works/reference.ts'
import {
  ADDRESS_OWNERS,
  CHANGE_ACTIONS,
  CHANGE_SUBJECTS,
  DAILY_COUNTED,
  DELIVERY_KINDS,
  DELIVERY_STATES,
  ENDED_STATUSES,
  JOBS,
  LINK_FINDINGS,
  LINK_ROLES,
  LINK_VERDICTS,
  MACHINES,
  MAINTAINER_ACTIONS,
  RESOURCE_STATUSES,
  SUBMISSION_DOORS,
  SUBMISSION_KINDS,
  SUBMISSION_STATES,
} from './vocabulary.ts'

// Times are ISO 8601 text in UTC. Enumerations that may grow have no CHECK, and no foreign key cascades: changing either
// rebuilds the table, which on D1 deletes child rows. The ids of people and submissions in `changes` are no foreign
// keys, because a change outlives the rows that it names.

/**
 * One row for each resource, with the columns that writes need, copied from its latest record by a trigger on `changes`.
 * The other facts are in its versions. A removed resource stays as a tombstone.
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
 * Every version of every resource, with the columns that lists filter, sort and search by. The record is in the change
 * of the same sequence. The registry as of a change consists of the versions that had begun and were not yet replaced,
 * so the same indexes serve now and every earlier moment. Triggers on this table maintain the full-text index, the words
 * and the counters.
 */
export const versions = sqliteTable(
  'versions',
  {
    /** The change that created this version. */
    sequence: integer().primaryKey(),
    /** The change that replaced this version; null for the latest. */
    until: integer(),
    resourceId: integer('resource_id').notNull(),
    slug: text().notNull(),
    /** The folded name, for sorting. */
    nameKey: text('name_key').notNull(),
    /**
     * The availability of all data types as one number (record/values/cells.ts). No generated column, because SQLite
     * never uses an index on one as covering, and lists would read every row twice.
     */
    cells: integer().notNull(),
    status: text({ enum: RESOURCE_STATUSES }).notNull(),
    position: integer().notNull(),
    updatedAt: text('updated_at').notNull(),
    /** Folded words for the search, from worker/domain/search/search-text.ts. */
    searchText: text('search_text').notNull(),
    /** The keys of the names that it is known by, made by worker/domain/search/names.ts. */
    names: text({ mode: 'json' })
      .$type<readonly { readonly kind: string; readonly key: string }[]>()
      .notNull(),
    /** The values that it is filtered by, as `filterTag` of record/filters.ts writes them, each between spaces. */
    tags: text().notNull(),
    /** Numbers that lists are sorted by: negative, so that the largest comes first; 1 where it is not recorded. */
    byImages: integer('by_images').notNull(),
    byPatients: integer('by_patients').notNull(),
    byPublished: integer('by_published').notNull(),
    /** The names of the sought fields that its record states. */
    stated: text().notNull(),
    /** `other` for a licence that is not in the SPDX list; null where it is unknown. */
    licenseSpdx: text('license_spdx'),
  },
  (table) => [
    index('versions_in_table_order').on(table.position, table.until, table.status, table.updatedAt),
    index('versions_by_cells').on(table.cells, table.position, table.until, table.status, table.updatedAt),
    /** Separates ended resources: a list by certainty has them last, and must not read all others first. */
    index('versions_by_end').on(
      table.cells,
      sql.raw(`(${ENDED_STATUSES.map((status) => `status = '${status}'`).join(' or ')})`),
      table.position,
      table.until,
      table.status,
      table.updatedAt,
    ),
    index('versions_by_confirmation').on(table.updatedAt).where(sql`until is null and status <> 'removed'`),
    index('versions_by_name').on(table.cells, table.nameKey, table.position, table.until, table.status),
    index('versions_by_change').on(table.cells, table.updatedAt, table.position, table.until, table.status),
    index('versions_by_images').on(table.cells, table.byImages, table.position, table.until, table.status),
    index('versions_by_patients').on(
      table.cells,
      table.byPatients,
      table.position,
      table.until,
      table.status,
    ),
    index('versions_by_published').on(
      table.cells,
      table.byPublished,
      table.position,
      table.until,
      table.status,
    ),
    index('versions_of_resource').on(table.resourceId, table.sequence),
    /** An earlier slug finds its resource forever. */
    index('versions_by_slug').on(table.slug, table.resourceId),
  ],
)

/** The references that each version cites, for citations as of any moment. A trigger on `changes` maintains it. */
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
 * The resources whose data each resource contains, by the latest records. The same trigger maintains it; another one
 * refuses circles.
 */
export const lineage = sqliteTable(
  'lineage',
  {
    resourceId: integer('resource_id').notNull(),
    /** The resource that it is derived from. */
    sourceId: integer('source_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.resourceId, table.sourceId] }),
    index('lineage_source').on(table.sourceId),
  ],
)

/** The origins of a resource that are not listed, by its latest record. Equal names are the same origin. */
export const origins = sqliteTable(
  'origins',
  {
    resourceId: integer('resource_id').notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.resourceId, table.name] }), index('origins_name').on(table.name)],
)

/** The number of listed resources for each value of `cells`. Triggers maintain it; totals are sums of few rows. */
export const cellCounts = sqliteTable('cell_counts', {
  cells: integer().primaryKey(),
  resources: integer().notNull(),
})

/**
 * What lists filter, sort and count by, and what the lineage is made of: a line for the latest version of every resource,
 * in blocks of 512 positions, so that one row is read for many resources. Triggers maintain it, and worker/domain/search/listed-entries.ts reads it.
 */
export const listedBlocks = sqliteTable(
  'listed_blocks',
  {
    /** The position divided by 512. */
    block: integer().primaryKey(),
    /** Random, so that a reader who keeps blocks knows whether they are of this database. */
    born: text().notNull(),
    /** A number higher than that of every earlier change of a block. */
    touched: integer().notNull(),
    lines: text().notNull(),
    /** By position what the last look at its address says: the values of `Link` in its order. None: it was never looked at. */
    links: text({ mode: 'json' }).$type<LinksByPosition>().notNull().default({}),
  },
  (table) => [index('listed_blocks_touched').on(table.touched)],
)

/** The canonical addresses of listed resources and waiting submissions, so that none is listed or waits twice. */
export const addresses = sqliteTable(
  'addresses',
  {
    canonical: text().primaryKey(),
    ownerKind: text('owner_kind', { enum: ADDRESS_OWNERS }).notNull(),
    ownerId: text('owner_id').notNull(),
  },
  (table) => [index('addresses_owner').on(table.ownerKind, table.ownerId)],
)

/**
 * The addresses of listed resources, with what the looks at them say: one row for each, which a look rewrites. A trigger on
 * `changes` keeps them those of the latest records.
 */
export const links = sqliteTable(
  'links',
  {
    id: integer().primaryKey(),
    resourceId: integer('resource_id').notNull(),
    address: text().notNull(),
    role: text({ enum: LINK_ROLES }).notNull(),
    verdict: text({ enum: LINK_VERDICTS }).notNull().default('unchecked'),
    since: text(),
    checkedAt: text('checked_at'),
    /** The earliest next look; null: at once. No index, or each look would write two rows more. */
    nextAt: text('next_at'),
    finalUrl: text('final_url'),
    /** The last look in words: "answers 404". */
    saying: text(),
    /** For these see \`LinkState\` (record/sites/link.ts). */
    failures: integer().notNull().default(0),
    failedOn: text('failed_on'),
    movedOn: text('moved_on'),
    identity: text({ mode: 'json' }).$type<LinkIdentity>(),
    finding: text({ enum: LINK_FINDINGS }),
    /** The correction that was proposed last: `dead`, or the new address. It is not proposed again. */
    proposed: text(),
    archivedUrl: text('archived_url'),
    /** When the archive was asked last for a copy. */
    copySoughtAt: text('copy_sought_at'),
    /** Whether the archive is still to be asked to keep a copy. */
    isToBeSaved: integer('is_to_be_saved', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('links_of_resource').on(table.resourceId, table.address),
    index('links_found').on(table.id).where(sql`finding is not null`),
    index('links_to_save').on(table.id).where(sql`is_to_be_saved`),
  ],
)

/** The last look-up of a resource's address, and what its site said of itself when it last answered. */
export const upstreamLooks = sqliteTable('upstream_looks', {
  resourceId: integer('resource_id').primaryKey(),
  lookedAt: text('looked_at').notNull(),
  saying: text({ mode: 'json' }).$type<UpstreamSaying>(),
})

/** Each verdict that an address came to, by the looks at it. */
export const linkVerdicts = sqliteTable(
  'link_verdicts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    resourceId: integer('resource_id').notNull(),
    address: text().notNull(),
    verdict: text({ enum: LINK_VERDICTS }).notNull(),
    finalUrl: text('final_url'),
    saying: text(),
    at: text().notNull(),
  },
  (table) => [index('link_verdicts_of_resource').on(table.resourceId, table.id)],
)

/** Papers, pages and data sets that resources cite, as CSL-JSON items. */
export const references = sqliteTable(
  'references',
  {
    id: integer().primaryKey(),
    /** The number in the survey's list; null for later references. */
    surveyNumber: integer('survey_number').unique(),
    csl: text({ mode: 'json' }).$type<Reference>().notNull(),
    /** The canonical address or identifier, to find a resource by a paper about it. */
    canonical: text(),
  },
  (table) => [index('references_canonical').on(table.canonical)],
)

/** The references of each resource, in their printed order. */
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
})

/** The names of a version by their keys, so that a name finds it. Kept by a trigger on `versions`. */
export const names = sqliteTable(
  'names',
  { key: text().notNull(), sequence: integer().notNull(), kind: text().notNull() },
  (table) => [primaryKey({ columns: [table.key, table.sequence] })],
)

/** Every word and tag of a search text. Kept by a trigger, as the next two are. */
export const words = sqliteTable('words', { word: text().primaryKey() })

/** Every word of a search text by each of its endings, so that a part of a word finds it. A trigger maintains it. */
export const wordEndings = sqliteTable(
  'word_endings',
  { ending: text().notNull(), word: text().notNull() },
  (table) => [primaryKey({ columns: [table.ending, table.word] })],
)

/**
 * Every such word with one letter left out (`at` is its position, -1 for the whole word). Two words with a common form
 * are one typing error apart, so a misspelt query finds its word (worker/domain/search/typing-errors.ts). A trigger
 * maintains it.
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

/** People by name. What else is of a person is in worker/registry/redaction/erase.ts, which empties it. */
export const people = sqliteTable(
  'people',
  {
    id: integer().primaryKey(),
    discordId: text('discord_id').unique(),
    name: text(),
    /** From a submission over HTTP; only maintainers see it. */
    contact: text(),
    createdAt: text('created_at').notNull(),
    /** Discord's tag of the language last used there; messages to this person are in it. */
    locale: text(),
    /** The registry's own submitter that the row is for. */
    machine: text({ enum: MACHINES }).unique(),
  },
  (table) => [index('people_by_age').on(table.createdAt)],
)

/** The maintainers. A removed maintainer keeps the row, which old decisions refer to. */
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

/**
 * Everything that maintainers did, written in the batch that did it; append-only by trigger, but for the reason. It has no
 * foreign keys, because an action outlives what it names.
 */
export const maintainerActions = sqliteTable(
  'maintainer_actions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    action: text({ enum: MAINTAINER_ACTIONS }).notNull(),
    /** Null for the host, on the command line. */
    personId: integer('person_id'),
    /** `submission:34`, `resource:12`, `change:56`, `person:7`, `delivery:8` or `release:5.0`. */
    subject: text().notNull(),
    /** The version of the submission or resource that it made. */
    version: integer(),
    reason: text(),
    at: text().notNull(),
  },
  (table) => [
    index('maintainer_actions_by_person').on(table.personId, table.id),
    index('maintainer_actions_by_subject').on(table.subject, table.id),
  ],
)

/** The sessions of maintainers on pages. Signing out deletes the row, so its token is invalid. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token, hex, so that a reader of the database cannot use a session. */
    id: text().primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sessions_by_person').on(table.personId), index('sessions_by_end').on(table.expiresAt)],
)

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

/** Data sets that were found by a job. One that was decided on keeps its row, so that it is not offered again. */
export const candidates = sqliteTable(
  'candidates',
  {
    id: integer().primaryKey(),
    source: text({ enum: CANDIDATE_SOURCES }).notNull(),
    url: text().notNull(),
    publisher: text().notNull(),
    found: text({ mode: 'json' }).$type<Found>().notNull(),
    signs: text({ mode: 'json' }).$type<readonly CandidateSign[]>().notNull(),
    score: integer().notNull(),
    state: text({ enum: CANDIDATE_STATES }).notNull(),
    foundAt: text('found_at').notNull(),
    offeredAt: text('offered_at'),
    decidedBy: integer('decided_by'),
    decidedAt: text('decided_at'),
    /** Why it was declined. */
    reason: text(),
    /** What it was taken up as. */
    submissionId: integer('submission_id').references(() => submissions.id),
  },
  (table) => [
    uniqueIndex('candidates_once').on(table.url),
    index('candidates_by_rank').on(table.state, table.score, table.id),
    index('candidates_by_offer').on(table.offeredAt).where(sql`offered_at is not null`),
  ],
)

/** The canonical addresses of a candidate and of its other versions. */
export const candidateAddresses = sqliteTable(
  'candidate_addresses',
  {
    canonical: text().primaryKey(),
    candidateId: integer('candidate_id')
      .notNull()
      .references(() => candidates.id),
  },
  (table) => [index('candidate_addresses_by_candidate').on(table.candidateId)],
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

/** The outbox of messages to Discord. A delivery is written in the batch that causes it. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: DELIVERY_KINDS }).notNull(),
    /** `review` for the review channel of the settings, `person:12`, or `channel:` and its id. */
    target: text().notNull(),
    /** The deliveries of a submission are sent in order. */
    submissionId: integer('submission_id'),
    /** The reported change of a submission or a resource. A digest has its day as the id, and version 0. */
    changeSubject: text('change_subject', { enum: CHANGE_SUBJECTS }).notNull(),
    changeSubjectId: text('change_subject_id').notNull(),
    changeVersion: integer('change_version').notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    /** The earliest time of the next attempt. */
    nextAt: text('next_at').notNull(),
    leaseUntil: text('lease_until'),
    lastError: text('last_error'),
    messageId: text('message_id'),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** The watch that an announcement is for. */
    watchId: integer('watch_id'),
    /** The first announcement of a message that has several. A repeat of the message has the same ones. */
    leadId: integer('lead_id'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(
      table.kind,
      table.changeSubject,
      table.changeSubjectId,
      table.changeVersion,
      table.target,
    ),
    index('deliveries_urgent').on(table.nextAt).where(sql`state = 'waiting' and kind <> 'announcement'`),
    index('deliveries_announced').on(table.nextAt).where(sql`state = 'waiting' and kind = 'announcement'`),
    index('deliveries_of_target')
      .on(table.target, table.id)
      .where(sql`state = 'waiting' and kind = 'announcement'`),
    index('deliveries_by_end').on(table.endedAt).where(sql`ended_at is not null`),
    index('deliveries_by_submission').on(table.submissionId, table.id),
    index('deliveries_dead').on(table.id).where(sql`state = 'dead'`),
  ],
)

/**
 * The watches of channels, and of people by direct message. A watch of nothing that is wanted and of no resource covers all
 * changes. An ended watch keeps its row, which its announcements refer to.
 */
export const watches = sqliteTable(
  'watches',
  {
    id: integer().primaryKey(),
    /** A channel of Discord; `guildId` is its server. */
    channelId: text('channel_id'),
    guildId: text('guild_id'),
    personId: integer('person_id').references(() => people.id),
    /** What a resource must come to be, as it was asked for. */
    wanted: text({ mode: 'json' }).$type<Wanted>(),
    /** The tags of `wanted`: of each list a resource needs one. */
    tags: text({ mode: 'json' }).$type<readonly (readonly string[])[]>(),
    resourceId: integer('resource_id').references(() => resources.id),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** The language of the server at the last request for this watch; the language of a person is in `people`. */
    locale: text(),
  },
  (table) => [
    // One watch for each target and subject. SQLite takes two nulls for different values, and Drizzle Kit takes every
    // comma of an expression for the next column, so this is no `coalesce`.
    uniqueIndex('watches_once')
      .on(
        sql`case when channel_id is null then person_id else channel_id end`,
        sql`case when wanted is not null then wanted when resource_id is not null then resource_id else '' end`,
      )
      .where(sql`ended_at is null`),
    index('watches_by_guild').on(table.guildId).where(sql`ended_at is null`),
    index('watches_by_end').on(table.endedAt).where(sql`ended_at is not null`),
    index('watches_by_person').on(table.personId),
  ],
)

/**
 * What a caller did on a day, by a keyed hash of the account, the server or the network (worker/registry/limits). A batch
 * that counts beyond the most breaks the check, and so is rolled back as a whole.
 */
export const dailyCounts = sqliteTable(
  'daily_counts',
  {
    day: text().notNull(),
    counted: text({ enum: DAILY_COUNTED }).notNull(),
    subject: text().notNull(),
    count: integer().notNull(),
    most: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.counted, table.subject] }),
    check('daily_counts_within', sql`${table.count} <= ${table.most}`),
  ],
)

/** The keys of those hashes. One is deleted after the day that follows its own; then its hashes name nobody. */
export const dailySecrets = sqliteTable('daily_secrets', {
  day: text().primaryKey(),
  secret: text().notNull(),
})

/**
 * What nothing is taken from: `person:12`, `contact:jane@example.org`, `submission:34`, or a network by its keyed hash. A
 * lifted block keeps its row.
 */
export const blocks = sqliteTable(
  'blocks',
  {
    id: integer().primaryKey(),
    subject: text().notNull(),
    /** The submission whose sender was blocked. */
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submissions.id),
    reason: text(),
    blockedBy: integer('blocked_by').notNull(),
    blockedAt: text('blocked_at').notNull(),
    liftedBy: integer('lifted_by'),
    liftedAt: text('lifted_at'),
  },
  (table) => [
    uniqueIndex('blocks_once').on(table.subject).where(sql`lifted_at is null`),
    index('blocks_by_lift').on(table.liftedAt).where(sql`lifted_at is not null`),
  ],
)

/** When each job of cron last ran, to within a few minutes: the outbox runs too often to be noted each time. */
export const jobs = sqliteTable('jobs', {
  name: text({ enum: JOBS }).primaryKey(),
  ranAt: text('ran_at').notNull(),
})

/** The rows of D1 that the Worker has read and written on a day, in UTC, as far as its instances have reported. */
export const rowsUsed = sqliteTable('rows_used', {
  day: text().primaryKey(),
  read: integer().notNull(),
  written: integer().notNull(),
})
