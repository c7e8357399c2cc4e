import { eq } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { people } from '../../../schema/tables.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { timestamp, type Verb } from '../context.ts'
import { requireMaintainer } from '../people/people.ts'
import { loadSubmission } from './transition.ts'

export const setBlocked: Verb<'setBlocked'> = async (context, actor, key, blocked, given) => {
  const reason = given === undefined ? null : parseText('reason', given, 'lines')
  const { row, identity } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  if (row.submitterId === null) throw refusal('invalid', 'nobodyToBlock', [])
  await context.db
    .update(people)
    .set({ blockedAt: blocked ? timestamp(context) : null, blockedReason: blocked ? reason : null })
    .where(eq(people.id, row.submitterId))
}
