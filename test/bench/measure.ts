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
  /** Milliseconds until the first of the first answer came. */
  readonly firstByte: number
}

interface Target {
  readonly url: URL
  /** The same Worker, which counts. */
  readonly counted?: URL
  readonly pid: number | undefined
  readonly floor: Course
}

const DEFERRED = /^\{"type":[56]\b/
/** What takes longer is measured once. */
const SLOW_MS = 1500

export async function measure(
  { name, make }: Case,
  { url, counted, pid, floor }: Target,
  budget: Budget,
): Promise<Row> {
  const before = processorTime(pid)
  // An isolate makes then what it makes once.
  const first = await send(url, await make())
  const after = processorTime(pid)
  const isSlow = first.ms > SLOW_MS
  if (!isSlow) await send(url, await make())
  if (counted && !isSlow) await send(counted, await make())
  const counting = counted ? await send(counted, await make(), !isSlow) : first
  const { cpu, ...figures } = isSlow
    ? {
        ...{ p50: first.ms, p99: first.ms, alone: 1000 / first.ms, together: 1000 / first.ms, failed: 0 },
        ...{ floor: (await send(floor.url, await floor.make())).ms },
        cpu: before === undefined || after === undefined ? undefined : after - before,
      }
    : await drive({ url, make }, floor, budget, {
        expected: first.status,
        spent: () => processorTime(pid),
      })
  return {
    name,
    status: first.status,
    isDeferred: DEFERRED.test(first.start),
    bytes: first.bytes,
    firstByte: first.firstMs,
    ...(counted && { d1: countsIn(String(counting.headers[COUNTS_HEADER.toLowerCase()] ?? '')) }),
    ...figures,
    ...present({ cpu }),
  }
}

function countsIn(header: string) {
  const [trips = 0, read = 0, written = 0] = header.split(' ').map(Number)
  return { trips, read, written }
}
