import { type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { faultyFields, type RegistryError } from '../../schema/errors.ts'
import { changes } from '../../schema/tables.ts'
import type { ChangeSubject } from '../../schema/vocabulary.ts'
import { asText, type Database, type Id, rawStatement } from './database.ts'

export type Statement = BatchItem<'sqlite'>

/** What a batch is counted by. */
export interface Quota {
  /** They count, and break the batch if that is too many: of sixty at once no more than the most are taken. */
  readonly statements: readonly Statement[]
  /** Why the batch was broken. */
  readonly refusal: RegistryError
}

/** A unique index, or the view `seen`, refused the batch, which was rolled back: a concurrent write came first. */
export class LostRace extends Error {
  /** "changes.subject, changes.subject_id, changes.version", or "seen" */
  readonly columns: string

  constructor(columns: string, cause: unknown) {
    super(`The batch was refused: ${columns}`, { cause })
    this.name = 'LostRace'
    this.columns = columns
  }
}

/**
 * Commits all of the statements or none: D1 runs a batch as one transaction. Throws `LostRace`. Where D1 fails in
 * another way, it may have committed all the same and only its answer is lost: then `isStored`, a condition that holds
 * once this batch is committed and by no other, decides whether the failure counts. A spent `quota` throws its refusal.
 * Returns the rows of each statement, or undefined where the answer was lost.
 */
export async function commit(
  db: Database,
  statements: readonly Statement[],
  isStored: SQL,
  quota?: Quota,
): Promise<readonly unknown[] | undefined> {
  // The quota comes first: where it is spent, nothing else is written and rolled back.
  const [first, ...rest] = [...(quota?.statements ?? []), ...statements]
  if (!first) return []
  try {
    const rows: unknown[] = await db.batch([first, ...rest])
    return rows.slice(quota?.statements.length ?? 0)
  } catch (error) {
    const columns = messagesOf(error).match(/UNIQUE constraint failed: ([\w., ]+?)(?::|$)/m)?.[1]
    if (columns) throw new LostRace(columns.trim(), error)
    if (messagesOf(error).includes('seen_no_longer')) throw new LostRace('seen', error)
    if (quota && messagesOf(error).includes('daily_counts_within')) throw quota.refusal
    refuseLineage(messagesOf(error))
    const [found] = await db.all(sql`select 1 where ${isStored}`).catch(() => [])
    if (found === undefined) throw error
    return undefined
  }
}

/** What a batch was decided on. */
export type Seen =
  /** The last change of all: for what rewrites the log. */
  | { readonly lastChange: number }
  /** A version of a subject, as no redaction has touched it since: for what goes on from its texts. */
  | {
      readonly subject: 'submission'
      readonly id: Id
      readonly version: number
      readonly redactionId: number | null
    }
  | { readonly subject: 'resource'; readonly id: Id; readonly version: number; readonly updatedAt: string }

/** A statement that breaks the batch where that is no longer so. */
export function requireSeen(db: Database, seen: Seen): Statement {
  if ('lastChange' in seen)
    return rawStatement(db, sql`insert into seen (last_change) values (${seen.lastChange})`)
  const { subject, id, version } = seen
  const [updatedAt, redactionId] = subject === 'resource' ? [seen.updatedAt, null] : [null, seen.redactionId]
  return rawStatement(
    db,
    sql`
    insert into seen (subject, subject_id, version, updated_at, redaction_id)
    values (${subject}, ${asText(id)}, ${version}, ${updatedAt}, ${redactionId})`,
  )
}

/** A record that another one is made from. */
export interface SeenRecord {
  readonly id: number
  readonly version: number
  readonly updatedAt: string
}

/** The same of records of resources, each of one version: none may have been redacted since. */
export const requireSeenRecords = (db: Database, records: readonly SeenRecord[]): Statement =>
  rawStatement(
    db,
    sql`
    insert into seen (subject, subject_id, version, updated_at)
    select 'resource', cast(value ->> 'id' as text), value ->> 'version', value ->> 'updatedAt'
    from json_each(${JSON.stringify(records.map(({ id, version, updatedAt }) => ({ id, version, updatedAt })))})`,
  )

/** The last change of all, to be read beside what is rewritten. */
export const selectLastChange = (db: Database) =>
  db.select({ sequence: sql<number>`coalesce(max(${changes.sequence}), 0)`.as('last_change') }).from(changes)

/** Whether a subject has the version that was written at that time. */
export const isChanged = (
  subject: ChangeSubject,
  id: Id,
  { version, updatedAt }: { readonly version: number; readonly updatedAt: string },
): SQL => sql`exists (
  select 1 from changes
  where subject = ${subject} and subject_id = ${asText(id)} and version = ${version} and at = ${updatedAt})`

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
