// The rows of D1 that this instance of the Worker has used and not reported yet. An instance that ends takes the rest along,
// so that the sum of a day is a little low.

import type { RowsUsed } from '../schema/verbs/operations.ts'
import type { Registry } from '../schema/verbs/registry.ts'
import type { Env } from './env.ts'
import { readOnlyIn } from './settings.ts'

/** A report writes two rows: at these it costs less than one row in a thousand. */
const REPORTED_AT: RowsUsed = { read: 5_000, written: 2_000 }

let unreported: RowsUsed = { read: 0, written: 0 }

export function countRows({ read, written }: RowsUsed): void {
  unreported = { read: unreported.read + read, written: unreported.written + written }
}

/** Reports the rows if they are many. Never throws: rows of a failed report are left out. */
export async function reportRows(
  env: Env,
  registry: Registry,
  onFault: (fault: unknown) => void,
): Promise<void> {
  const rows = unreported
  if (readOnlyIn(env) !== undefined) return
  if (rows.read < REPORTED_AT.read && rows.written < REPORTED_AT.written) return
  unreported = { read: 0, written: 0 }
  await registry.addRowsUsed(rows).catch(onFault)
}
