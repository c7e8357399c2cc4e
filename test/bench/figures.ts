// The arithmetic of the bench.

export interface Figures {
  readonly p50: number
  readonly p99: number
  /** Requests in a second, one after another, and sixteen at a time. */
  readonly alone: number
  readonly together: number
}

/** The value below which a share of all lies, by the nearest rank: a time that was measured, and none between two. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('Nothing was measured.')
  return value
}

export const perSecond = (count: number, milliseconds: number): number => (count * 1000) / milliseconds

/** How many times as much as the floor it is. */
export const timesFloor = (value: number, floor: number): number => value / floor

/** With three digits, as many as a measurement has: "0.812", "12.3", "1,234". */
export function short(value: number | undefined): string {
  if (value === undefined) return '–'
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(value < 1 ? 2 : 3)))
}
