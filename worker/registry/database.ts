import { type SQL, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database

/** D1, or a session of it, which can all that Drizzle asks for. */
export type D1Like = D1Database | D1DatabaseSession

/** The only way to D1. One `batch` of this is one round trip. No select may name two columns alike: D1 folds them. */
export const openDatabase = (d1: D1Like): Database => drizzle(d1 as D1Database)

/** An id: known, or read inside the batch that makes its row. */
export type Id = number | SQL<number>

/** An id as text. Not cast in SQL where it is a number here: D1 binds numbers as floating point, and 12 would be 12.0. */
export const asText = (id: Id): string | SQL<string> =>
  typeof id === 'number' ? String(id) : sql<string>`cast(${id} as text)`
