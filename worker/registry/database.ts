import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database

/** The only way to D1. One `batch` of this is one round trip. No select may name two columns alike: D1 folds them. */
export const openDatabase = (d1: D1Database): Database => drizzle(d1)
