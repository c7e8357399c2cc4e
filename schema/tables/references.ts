import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Reference } from '../record/works/reference.ts'
import { resources } from './resources.ts'

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
