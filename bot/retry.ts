// How often Discord is told what it does not take at once: one schedule, for the Worker and the relay.

/** What became of one request. */
export type Outcome =
  | { readonly result: 'done' }
  /** It may be taken another time, not before so many milliseconds have passed. Maybe it was, and only the answer is lost. */
  | { readonly result: 'retry'; readonly error: string; readonly retryAfterMs?: number }
  /** `code` is Discord's own, of its list of JSON error codes. */
  | { readonly result: 'refused'; readonly status: number; readonly code?: number; readonly error: string }

/** Of topics/opcodes-and-status-codes: nobody waits for an answer (any more), or there is one. */
const UNKNOWN_INTERACTION = 10062
export const ALREADY_ANSWERED = 40060

/** Between tries, in milliseconds. */
const WAITS = [250, 500, 1000, 2000, 4000]

/** The longest that one try may take, likewise. */
const LONGEST_TRY = 5000

/**
 * Tries until Discord has taken it, has refused it for good, or the next try would begin after `end` (milliseconds since
 * 1970). `attempt` takes no longer than it is told to, and never rejects.
 */
export async function retryUntil(
  attempt: (timeLimitMs: number) => Promise<Outcome>,
  end: number,
): Promise<Outcome> {
  for (let tried = 0; ; tried++) {
    const outcome = await attempt(Math.max(1, Math.min(LONGEST_TRY, end - Date.now())))
    const wait = WAITS[tried]
    if (!mayPass(outcome) || wait === undefined) return outcome
    const pause = Math.max(wait, outcome.result === 'retry' ? (outcome.retryAfterMs ?? 0) : 0)
    if (Date.now() + pause >= end) return outcome
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/**
 * Right after an interaction was acknowledged, Discord may not know of its webhook for seconds, and says 404
 * (discord/discord-api-docs#7220).
 */
const mayPass = (outcome: Outcome): boolean =>
  outcome.result === 'retry' ||
  (outcome.result === 'refused' && outcome.status === 404 && outcome.code !== UNKNOWN_INTERACTION)

/** Whether it was refused for what it says, so that something else may be taken. */
export const isOfContent = (outcome: Outcome): boolean =>
  outcome.result === 'refused' &&
  outcome.status !== 401 &&
  outcome.status !== 404 &&
  outcome.code !== ALREADY_ANSWERED
