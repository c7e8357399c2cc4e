// When to retry a failed delivery, and when to give it up. The number of failures counts, not the age alone: a delivery
// that was held back (no review channel set, or retried by a maintainer) has the same chances as a new one.

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

/** 2, 4, 8, 15, 15, 15 seconds fill the first minute. */
const QUICK_RETRIES = 6
const MAX_QUICK_WAIT = 15 * SECOND
const GROWTH = 1.5

/** Milliseconds to wait after a number of failures: at most an hour. */
export function backOff(failures: number): number {
  if (failures <= QUICK_RETRIES) return Math.min(MAX_QUICK_WAIT, SECOND * 2 ** failures)
  return Math.min(HOUR, Math.round(MAX_QUICK_WAIT * GROWTH ** (failures - QUICK_RETRIES)))
}

const MAX_AGE = 3 * DAY
/** An old delivery was not necessarily tried. */
const MIN_ATTEMPTS = 10

export const isHopeless = (failures: number, ageMs: number): boolean =>
  ageMs >= MAX_AGE && failures >= MIN_ATTEMPTS
