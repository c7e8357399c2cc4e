import type { BatchItem } from 'drizzle-orm/batch'
import { faultyFields, RegistryError } from '../../schema/errors.ts'
import type { Database } from './database.ts'

export type Statement = BatchItem<'sqlite'>

/** A unique index refused the batch, which was rolled back: a concurrent write came first. */
export class LostRace extends Error {
  /** "changes.subject, changes.subject_id, changes.version" */
  readonly columns: string

  constructor(columns: string, cause: unknown) {
    super(`A unique index refused the batch: ${columns}`, { cause })
    this.name = 'LostRace'
    this.columns = columns
  }
}

/** Commits all of the statements or none: D1 runs a batch as one transaction. Throws `LostRace`. */
export async function commit(db: Database, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (!first) return
  try {
    await db.batch([first, ...rest])
  } catch (error) {
    const columns = messagesOf(error).match(/UNIQUE constraint failed: ([\w., ]+?)(?::|$)/m)?.[1]
    if (columns) throw new LostRace(columns.trim(), error)
    refuseLineage(messagesOf(error))
    throw error
  }
}

/**
 * As `commit`. Where it fails in another way, D1 may have committed all the same and only its answer is lost: then
 * `isStored` reads what was written, and the failure counts for nothing.
 */
export async function commitOnce(
  db: Database,
  statements: readonly Statement[],
  isStored: () => Promise<boolean>,
): Promise<void> {
  try {
    await commit(db, statements)
  } catch (error) {
    const isAnswer = error instanceof LostRace || error instanceof RegistryError
    if (isAnswer || !(await isStored().catch(() => false))) throw error
  }
}

/** Triggers check the lineage that a batch writes. */
function refuseLineage(text: string): void {
  const field = 'derivedFrom'
  if (text.includes('lineage_circle')) throw faultyFields([{ field, name: 'derivedFromItself', values: [] }])
  if (text.includes('lineage_unknown')) throw faultyFields([{ field, name: 'sourceUnlisted', values: [] }])
}

/** An error's message and those of its causes: Drizzle's names the query, D1's the failure. */
function messagesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.message}\n${error.cause === undefined ? '' : messagesOf(error.cause)}`
}
