// The notice of a decision, on the page that follows it.

import type { Context } from 'hono'
import { english } from '../../../../bot/languages/index.ts'
import { submissionTitle } from '../../../../bot/languages/submission-title.ts'
import { RegistryError } from '../../../../schema/errors.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import type { QueueEntry } from '../../../../schema/verbs/submissions.ts'
import { parseReferenceCode } from '../../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../../env.ts'
import { withRemaining } from '../addresses.ts'
import { STATE_LABELS } from '../submission-text.ts'

/**
 * Reads the current state of the submission that the query names as just decided, so a made-up address cannot claim a
 * decision. Undefined for an unknown reference.
 */
export async function findDecided(
  c: Context<AppEnv>,
  actor: Actor,
  code: string | undefined,
): Promise<QueueEntry | undefined> {
  const reference = parseReferenceCode(code ?? '')
  if (reference === undefined) return undefined
  try {
    return await c.get('registry').getQueueEntry(actor, reference)
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

interface DecidedNoticeProps {
  readonly entry: QueueEntry
  /** The references of a selection that are not opened yet. */
  readonly remaining: readonly string[] | undefined
}

/** "Approved: CORD-19 (Size) S-7Q4K2. Undo" */
export const DecidedNotice = ({
  entry: { reference, submission, state, version },
  remaining,
}: DecidedNoticeProps) => (
  <div class="notice decided" role="status">
    <p>
      <span class="state">{STATE_LABELS[state]}</span>:{' '}
      <a href={`/review/${reference}`}>{submissionTitle(english, submission)}</a> <small>{reference}</small>
    </p>
    {(state === 'approved' || state === 'rejected') && (
      <form method="post" action={withRemaining(`/review/${reference}`, remaining)} data-once="">
        <input type="hidden" name="version" value={version} />
        <button type="submit" name="do" value="undo" data-key="u">
          Undo
        </button>
      </form>
    )}
  </div>
)
