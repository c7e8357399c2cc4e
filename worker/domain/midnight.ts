const DAY_MS = 86_400_000

/** Seconds to the next midnight in UTC, when quotas of a day begin anew. `now` in milliseconds since 1970. */
export const secondsToMidnight = (now: number): number => Math.ceil((DAY_MS - (now % DAY_MS)) / 1000)
