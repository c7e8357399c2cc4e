import type { BatchItem } from 'drizzle-orm/batch'

/** Statements of a batch, and what their rows make. */
export interface Reading<Result> {
  readonly statements: readonly BatchItem<'sqlite'>[]
  readonly read: (rows: readonly unknown[]) => Result
}

/** The cast holds: what a batch gives for one of its statements is what that statement gives. */
export const rowsOf = <Select extends PromiseLike<unknown>>(_: Select, rows: unknown) =>
  rows as Awaited<Select>
