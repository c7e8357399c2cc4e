import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { LinkIdentity } from '../record/sites/link.ts'
import type { UpstreamSaying } from '../record/sites/upstream.ts'
import { ADDRESS_OWNERS, LINK_FINDINGS, LINK_ROLES, LINK_VERDICTS } from '../vocabulary.ts'

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

/** The last look-up of a resource's address, and what its site said of itself when it last answered. */
export const upstreamLooks = sqliteTable('upstream_looks', {
  resourceId: integer('resource_id').primaryKey(),
  lookedAt: text('looked_at').notNull(),
  saying: text({ mode: 'json' }).$type<UpstreamSaying>(),
})
