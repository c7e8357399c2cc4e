// A maintainer takes a candidate up, or says that it is not for the registry.

import { sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { candidates } from '../../../schema/tables.ts'
import { additionOf } from '../../domain/discovery/addition.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { LostRace, type Statement } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { type Database, rawStatement } from '../database.ts'
import { insertAction, insertActionIfChanged } from '../people/maintainer-actions.ts'
import { submitAnd } from '../submissions/submit.ts'
import { type CandidateRow, loadCandidate, toCandidate } from './candidate-rows.ts'

type Decided = 'taken' | 'declined'

/** Refuses what another maintainer decided, or the same one otherwise. */
function refuseDecided(row: CandidateRow, personId: number, wanted: Decided): void {
  if (row.state === 'offered' || (row.state === wanted && row.decidedById === personId)) return
  const by = row.decidedBy ?? undefined
  if (row.state === 'taken') throw refusal('conflict', 'candidateTaken', [by, row.submission ?? ''])
  throw refusal('conflict', 'candidateDeclined', [by])
}

/** Breaks the batch where somebody decided meanwhile: the row of that id is there already. */
const requireOffered = (db: Database, id: number): Statement =>
  rawStatement(
    db,
    sql`
    insert into candidates (id, source, url, publisher, found, signs, score, state, found_at)
    select id, source, url, publisher, found, signs, score, state, found_at from candidates
    where id = ${id} and state <> 'offered'`,
  )

export const takeUpCandidate: Verb<'takeUpCandidate'> = async (context, actor, id, lookedUp) => {
  const { row, identity } = await loadCandidate(context, actor, id)
  refuseDecided(row, identity.personId, 'taken')
  if (row.state === 'taken') return toCandidate(row)
  try {
    await submitAnd(
      context,
      { kind: 'machine', machine: 'discovery' },
      additionOf(row, lookedUp),
      { door: 'job' },
      (submissionId) => [
        requireOffered(context.db, id),
        context.db
          .update(candidates)
          .set({ ...decidedBy(context, identity.personId), state: 'taken', submissionId })
          .where(sql`id = ${id}`),
        insertAction(context.db, {
          ...{ action: 'take_up', personId: identity.personId, subject: `candidate:${id}` },
          at: timestamp(context),
        }),
      ],
    )
  } catch (error) {
    // Somebody may have decided meanwhile: then that is what is said.
    const isLate = error instanceof LostRace || (error instanceof RegistryError && error.code === 'conflict')
    if (!isLate) throw error
    const { row: latest } = await loadCandidate(context, actor, id)
    refuseDecided(latest, identity.personId, 'taken')
    if (latest.state === 'offered') throw error
    return toCandidate(latest)
  }
  return toCandidate((await loadCandidate(context, actor, id)).row)
}

export const declineCandidate: Verb<'declineCandidate'> = async (context, actor, id, given) => {
  const { identity } = await loadCandidate(context, actor, id)
  const { db } = context
  const reason = parseText('reason', given.slice(0, SUBMISSION_LENGTHS.reason), 'lines')
  const { personId } = identity
  await db.batch([
    db
      .update(candidates)
      .set({ ...decidedBy(context, personId), state: 'declined', reason })
      .where(sql`id = ${id} and state = 'offered'`),
    insertActionIfChanged(db, {
      ...{ action: 'decline', personId, subject: `candidate:${id}`, reason },
      at: timestamp(context),
    }),
  ])
  const { row } = await loadCandidate(context, actor, id)
  refuseDecided(row, personId, 'declined')
  return toCandidate(row)
}

const decidedBy = (context: Context, personId: number) => ({
  decidedBy: personId,
  decidedAt: timestamp(context),
})
