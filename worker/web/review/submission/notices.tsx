// What has just happened, told on the page that follows.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import type { QueueEntry } from '../../../../schema/verbs/submissions.ts'
import { parseReferenceCode } from '../../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../../env.ts'
import { withThen } from '../addresses.ts'
import { STATE_WORDS } from '../words.ts'

/**
 * The submission that an address says was decided, as it is now: so an address claims nothing, and Undo undoes what is
 * there. Undefined where there is none.
 */
export async function placeOf(
  c: Context<AppEnv>,
  actor: Actor,
  given: string | undefined,
): Promise<QueueEntry | undefined> {
  const reference = parseReferenceCode(given ?? '')
  if (reference === undefined) return undefined
  try {
    return await c.get('registry').getQueueEntry(actor, reference)
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

interface Given {
  readonly place: QueueEntry
  /** What is still to be opened of a selection. */
  readonly then: readonly string[] | undefined
}

/** "S-7Q4K2 approved. Undo" */
export const Decided = ({ place: { reference, title, state, version }, then }: Given) => (
  <div class="notice decided" role="status">
    <p>
      <a href={`/review/${reference}`}>{reference}</a> {STATE_WORDS[state]}: {title}
    </p>
    {(state === 'approved' || state === 'rejected') && (
      <form method="post" action={withThen(`/review/${reference}`, then)} data-once="">
        <input type="hidden" name="version" value={version} />
        <button type="submit" name="do" value="undo" data-key="u">
          Undo
        </button>
      </form>
    )}
  </div>
)
