// How many random cases a property takes where it names no number itself: FC_RUNS, which `npm test` sets to many.

import fc from 'fast-check'

fc.configureGlobal({ numRuns: Number(process.env.FC_RUNS ?? 100) })

/** Where each case is documents that real readers parse, in milliseconds rather than microseconds. */
export const FEW = { numRuns: 100 }
