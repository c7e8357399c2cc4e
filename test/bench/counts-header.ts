/** "2 140 0": trips to D1, rows read, rows written. */
export const COUNTS_HEADER = 'X-Bench-D1'
