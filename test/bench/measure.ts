// One row of the table: a case, at one size of the registry.

import { present } from '../../schema/present.ts'
import type { Case } from './cases.ts'
import { COUNTS_HEADER } from './counts-header.ts'
import type { Figures } from './figures.ts'
import { type Budget, type Course, drive, send } from './load.ts'
import { processorTime } from './processor.ts'

export interface Row extends Figures {
  readonly name: string
  readonly status: number
  /** The answer of an interaction came too late, so that it was announced first and sent later. */
  readonly isDeferred: boolean
  readonly bytes: number
  /** Unknown of a Worker that does not count. */
  readonly d1?: { readonly trips: number; readonly read: number; readonly written: number }
  /** How many of those at a time were answered otherwise than one alone. */
  readonly failed: number
  /** The floor's median at the same time. */
  readonly floor: number
  /** Milliseconds of workerd's processor time a request, D1's included. */
  readonly cpu?: number
}

interface Target {
  readonly url: URL
  /** The same Worker, which counts. */
  readonly counted?: URL
  readonly pid: number | undefined
  readonly floor: Course
}

const DEFERRED = /^\{"type":[56]\b/
/** Before that, an isolate has made what it makes once. */
const WARM_UP = 2

export async function measure(
  { name, make }: Case,
  { url, counted, pid, floor }: Target,
  budget: Budget,
): Promise<Row> {
  for (let i = 0; i < WARM_UP; i++) await send(url, await make())
  if (counted) await send(counted, await make())
  const answered = await send(counted ?? url, await make())
  const { cpu, ...figures } = await drive({ url, make }, floor, budget, {
    expected: answered.status,
    spent: () => processorTime(pid),
  })
  return {
    name,
    status: answered.status,
    isDeferred: DEFERRED.test(answered.start),
    bytes: answered.bytes,
    ...(counted && { d1: countsIn(String(answered.headers[COUNTS_HEADER.toLowerCase()] ?? '')) }),
    ...figures,
    ...present({ cpu }),
  }
}

function countsIn(header: string) {
  const [trips = 0, read = 0, written = 0] = header.split(' ').map(Number)
  return { trips, read, written }
}
