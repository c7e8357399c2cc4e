// What has just happened, told on the page that follows.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import type { Actor, Place } from '../../../schema/submission-verbs.ts'
import { parseReferenceCode } from '../../domain/reference-code.ts'
import type { AppEnv } from '../../env.ts'
import { STATE_WORDS } from './words.ts'

/**
 * The submission that an address says was decided, as it is now: so an address claims nothing, and Undo undoes what is
 * there. Undefined where there is none.
 */
export async function placeOf(
  c: Context<AppEnv>,
  actor: Actor,
  given: string | undefined,
): Promise<Place | undefined> {
  const reference = parseReferenceCode(given ?? '')
  if (reference === undefined) return undefined
  try {
    return await c.get('registry').getPlace(actor, reference)
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

interface Given {
  readonly place: Place
  /** What is still to be opened of a selection. */
  readonly then: readonly string[]
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

/** An address that remembers what is still to be opened. */
export function withThen(path: string, then: readonly string[], also: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...also, ...(then.length > 0 && { then: then.join(',') }) })
  return query.size === 0 ? path : `${path}?${query.toString().replaceAll('%2C', ',')}`
}

export const readThen = (given: string | undefined): string[] =>
  (given ?? '').split(',').flatMap((text) => parseReferenceCode(text) ?? [])
