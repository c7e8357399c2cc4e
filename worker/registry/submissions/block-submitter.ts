import { parseText } from '../../domain/intake/parse.ts'
import { timestamp, type Verb } from '../context.ts'
import { blockSender, liftBlocks } from '../limits/blocks.ts'
import { requireMaintainer } from '../people/people.ts'
import { loadSubmission } from './transition.ts'

export const setBlocked: Verb<'setBlocked'> = async (context, actor, key, blocked, given) => {
  const reason = given === undefined ? null : parseText('reason', given, 'lines')
  const { row, identity } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  const change = blocked ? blockSender : liftBlocks
  await change(context.db, row.id, { personId: identity.personId, at: timestamp(context), reason })
  return { hasAccount: row.submitterDiscordId !== null }
}
