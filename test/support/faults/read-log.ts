// In place of worker/log.ts in every test in workerd: it logs the same, and each line is read for secrets, also where a test
// keeps the console quiet. The set-up fails a file that left one: test/support/workerd-setup.ts.

import { faultLine, logFault as log } from '../../../worker/log.ts'
import { secretsIn } from './secrets-in.ts'

export { faultLine }

/** Secrets in the lines so far. */
export const leaks: string[] = []

export function logFault(...input: Parameters<typeof log>): void {
  leaks.push(...secretsIn([faultLine(...input)], []))
  log(...input)
}
