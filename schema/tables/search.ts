import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The names of a version by their keys, so that a name finds it. Kept by a trigger on `versions`. */
export const names = sqliteTable(
  'names',
  {
    key: text().notNull(),
    sequence: integer().notNull(),
    kind: text().notNull(),
    /** The change that replaced the version; null for the latest. */
    until: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.sequence] }),
    index('names_now').on(table.key, table.sequence, table.kind).where(sql`until is null`),
  ],
)

/**
 * Where the words of the latest versions occur, in blocks of 4,096 positions, so that one row is read for many resources.
 * A trigger maintains it, and worker/domain/search/word-lines.ts reads it.
 */
export const wordBlocks = sqliteTable(
  'word_blocks',
  {
    /** The first three letters of its words. */
    key: text().notNull(),
    /** The position divided by 4,096. */
    block: integer().notNull(),
    lines: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.block] })],
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
