import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LinksByPosition } from '../record/sites/link.ts'
import { ENDED_STATUSES, RESOURCE_STATUSES } from '../vocabulary.ts'

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
 * in blocks of 512 positions, so that one row is read for many resources. Triggers maintain it, and worker/domain/search/entries/block.ts reads it.
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

/** One row: a random name, another one after each change of what everybody may read. Triggers see to it. */
export const edition = sqliteTable('edition', { id: integer().primaryKey(), name: text().notNull() })
