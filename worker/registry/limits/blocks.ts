// Blocks: what nothing is taken from any more, because of one submission of its sender.

import { and, isNull, type SQL, sql } from 'drizzle-orm'
import { blocks, people, submissions } from '../../../schema/tables.ts'
import { type Database, selectValues } from '../database.ts'

const isOn = isNull(blocks.liftedAt)

const contactSubject = (contact: SQL | string): SQL<string> => sql`'contact:' || lower(trim(${contact}))`

export const personSubject = (id: SQL): SQL<string> => sql`'person:' || ${id}`

/**
 * What the sender of a submission can be blocked by, as a list in SQL for a row of `submissions`. So a block holds for the
 * other submissions of the same person, contact or network too.
 */
const subjectsOfSender = sql`'submission:' || ${submissions}.id, ${personSubject(sql`${submissions}.submitter_id`)},
  ${submissions}.sent_from,
  (select ${contactSubject(sql`p.contact`)} from ${people} as p where p.id = ${submissions}.submitter_id)`

/** Whether one of a list of subjects is blocked. */
export const isAnyBlocked = (subjects: SQL): SQL<number> =>
  sql`exists (select 1 from ${blocks} as b where b.lifted_at is null and b.subject in (${subjects}))`

/** Whether the sender of a row of `submissions` is blocked. */
export const isSenderBlocked = isAnyBlocked(subjectsOfSender)

/** Whether a network, by any of its hashes, or a contact is blocked. */
export async function isBlocked(
  db: Database,
  hashes: readonly (string | undefined)[],
  contact: string | undefined,
): Promise<boolean> {
  const subjects = [
    ...hashes.filter((hash) => hash !== undefined).map((hash) => sql`${hash}`),
    ...(contact === undefined ? [] : [contactSubject(contact)]),
  ]
  const [found] = await db
    .select({ id: blocks.id })
    .from(blocks)
    .where(sql`${isOn} and ${blocks.subject} in (${sql.join(subjects, sql`, `)})`)
    .limit(1)
  return found !== undefined
}

/** Who blocks or lifts, when, and why. */
interface Cause {
  readonly personId: number
  readonly at: string
  readonly reason?: string | null
}

export function blockSender(db: Database, submissionId: number, { personId, at, reason }: Cause) {
  const row = selectValues(blocks, {
    subject: sql`sender.value`,
    submissionId,
    reason: reason ?? null,
    blockedBy: personId,
    blockedAt: at,
  })
  return db
    .insert(blocks)
    .select(sql`${row} from ${submissions}, json_each(json_array(${subjectsOfSender})) as sender
      where ${submissions}.id = ${submissionId} and sender.value is not null`)
    .onConflictDoNothing()
}

/** Lifts all of each block that holds for the sender, whichever submission it was for. */
export const liftBlocks = (db: Database, submissionId: number, { personId, at }: Cause) =>
  db
    .update(blocks)
    .set({ liftedBy: personId, liftedAt: at })
    .where(
      and(
        isOn,
        sql`${blocks.submissionId} in (
          select b.submission_id from ${submissions} join ${blocks} as b
          on b.lifted_at is null and b.subject in (${subjectsOfSender})
          where ${submissions}.id = ${submissionId})`,
      ),
    )
