import { refusal } from '../../../schema/errors.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { timestamp, type Verb } from '../context.ts'
import { blockSender, liftBlocks } from '../limits/blocks.ts'
import { insertActionIfChanged } from '../people/maintainer-actions.ts'
import { requireMaintainer } from '../people/people.ts'
import { loadSubmission } from './transition.ts'

export const setBlocked: Verb<'setBlocked'> = async (context, actor, key, blocked, given) => {
  const reason = given === undefined ? null : parseText('reason', given, 'lines')
  const { row, identity } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  if (row.submitterMachine !== null) throw refusal('invalid', 'senderIsJob', [])
  const change = blocked ? blockSender : liftBlocks
  const { personId } = identity
  const [action, at] = [blocked ? 'block' : 'lift', timestamp(context)] as const
  await context.db.batch([
    change(context.db, row.id, { personId, at, reason }),
    insertActionIfChanged(context.db, { action, personId, subject: `submission:${row.id}`, reason, at }),
  ])
  return { hasAccount: row.submitterDiscordId !== null }
}
