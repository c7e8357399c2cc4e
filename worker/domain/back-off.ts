// When to try again what failed, and when to give up. By the count of failures, not by age alone: a delivery that was
// held back (no channel set, or let wait again by a maintainer) has the same chances as a new one.

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

/** 2, 4, 8, 15, 15, 15 seconds fill the first minute. */
const QUICK = 6
const LONGEST_QUICK = 15 * SECOND
const GROWTH = 1.5

/** How long to wait after so many failures, in milliseconds: at most an hour. */
export function backOff(failures: number): number {
  if (failures <= QUICK) return Math.min(LONGEST_QUICK, SECOND * 2 ** failures)
  return Math.min(HOUR, Math.round(LONGEST_QUICK * GROWTH ** (failures - QUICK)))
}

const GIVES_UP_AFTER = 3 * DAY
/** An old one was not necessarily tried: it has had at least these. */
const FEWEST_TRIES = 10

export const isHopeless = (failures: number, ageMs: number): boolean =>
  ageMs >= GIVES_UP_AFTER && failures >= FEWEST_TRIES
