import type { BatchItem } from 'drizzle-orm/batch'

/** Statements of a batch, and what their rows make. */
export interface Reading<Result> {
  readonly statements: readonly BatchItem<'sqlite'>[]
  readonly read: (rows: readonly unknown[]) => Result
}

/** The cast holds: what a batch gives for one of its statements is what that statement gives. */
export const rowsOf = <Select extends PromiseLike<unknown>>(_: Select, rows: unknown) =>
  rows as Awaited<Select>

/** Statements of a batch that are known one by one. What is left out has no rows. */
export function collected() {
  const statements: BatchItem<'sqlite'>[] = []
  return {
    statements,
    /** How the rows of a statement are found among those of all. */
    add<Row>(select: (BatchItem<'sqlite'> & PromiseLike<readonly Row[]>) | undefined) {
      const at = select === undefined ? -1 : statements.push(select) - 1
      return (rows: readonly unknown[]): readonly Row[] =>
        select === undefined ? [] : rowsOf(select, rows[at] ?? [])
    },
  }
}
