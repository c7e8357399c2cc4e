import type { BatchItem } from 'drizzle-orm/batch'
import { faultyFields } from '../../schema/errors.ts'
import type { Database } from './database.ts'

export type Statement = BatchItem<'sqlite'>

/** A unique index refused the batch, and all of it was rolled back: someone else was first. */
export class LostRace extends Error {
  /** "changes.subject, changes.subject_id, changes.version" */
  readonly columns: string

  constructor(columns: string, cause: unknown) {
    super(`A unique index refused the batch: ${columns}`, { cause })
    this.name = 'LostRace'
    this.columns = columns
  }
}

/** The one write path: all of the statements or none (D1 runs a batch as one transaction). */
export async function commit(db: Database, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (!first) return
  try {
    await db.batch([first, ...rest])
  } catch (error) {
    const columns = texts(error).match(/UNIQUE constraint failed: ([\w., ]+?)(?::|$)/m)?.[1]
    if (columns) throw new LostRace(columns.trim(), error)
    refuseLineage(texts(error))
    throw error
  }
}

/** What only the database can know of a lineage, when it is written. */
function refuseLineage(text: string): void {
  const field = 'derivedFrom'
  if (text.includes('lineage_circle')) throw faultyFields([{ field, name: 'derivedFromItself', values: [] }])
  if (text.includes('lineage_unknown')) throw faultyFields([{ field, name: 'sourceUnlisted', values: [] }])
}

/** An error's text and those of its causes: Drizzle tells the query, D1 below it what went wrong. */
function texts(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.message}\n${error.cause === undefined ? '' : texts(error.cause)}`
}
