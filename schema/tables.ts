import { type SQL, sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CslName, Reference, Resource } from './contract.ts'
import {
  ADDRESS_OWNERS,
  AVAILABILITY,
  CHANGE_ACTIONS,
  CHANGE_SUBJECTS,
  DATA_TYPES,
  type DataTypeKey,
  RESOURCE_STATUSES,
} from './vocabulary.ts'

// Times are ISO 8601 text in UTC. Lists that may grow carry no CHECK and no key cascades: changing either means a
// table rebuild, which on D1 deletes child rows. Ids of people and submissions stand in `changes` without a key,
// because a change outlives whom it names.

const availabilityColumn = (name: string) => text(name, { enum: AVAILABILITY }).notNull()

/** The six cells of the table. */
const cells = Object.fromEntries(DATA_TYPES.map((type) => [type.key, availabilityColumn(type.column)])) as {
  [Key in DataTypeKey]: ReturnType<typeof availabilityColumn>
}

const digit = (column: string) =>
  `(case ${column} ${AVAILABILITY.map((value, i) => `when '${value}' then ${i}`).join(' ')} end)`

/** Base 3, the first data type the highest digit. Null, and so no code, where a cell holds any other value. */
const cellsCode: SQL = sql.raw(
  DATA_TYPES.reduce(
    (code, type) => (code ? `(${code}) * 3 + ${digit(type.column)}` : digit(type.column)),
    '',
  ),
)

/** What is listed: one row a data resource. A removed one stays, as a tombstone. */
export const resources = sqliteTable(
  'resources',
  {
    id: integer().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    url: text().notNull(),
    organization: text().notNull(),
    ...cells,
    /**
     * The row of cells as one number, 0 to 728, from domain/cells.ts. Not a generated column: SQLite never takes an
     * index on one as covering, and lists would read every row twice.
     */
    cells: integer().notNull(),
    status: text({ enum: RESOURCE_STATUSES }).notNull().default('unknown'),
    position: integer().notNull().unique(),
    version: integer().notNull(),
    updatedAt: text('updated_at').notNull(),
    /** Folded words to be found by, built by domain/search-text.ts; a trigger keeps the full-text index after it. */
    searchText: text('search_text').notNull(),
  },
  (table) => [
    check('cells_agree', sql`cells is ${cellsCode}`),
    index('resources_listed').on(table.cells, table.position, table.status).where(sql`status <> 'removed'`),
  ],
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
    record: text({ mode: 'json' }).$type<Resource>().notNull(),
    submissionId: text('submission_id'),
    personId: integer('person_id'),
    reason: text(),
    at: text().notNull(),
  },
  (table) => [
    uniqueIndex('changes_version').on(table.subject, table.subjectId, table.version),
    index('changes_by_subject').on(table.subject, table.sequence),
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
