import { refusal } from '../../../schema/errors.ts'

/** In KiB of JSON: every version of a submission is kept for good, and the largest of release 4.0 takes two thirds of it. */
const MOST_KIB = 16

/** Throws `invalid` for a record that takes more room than any data set needs. */
export function refuseLarge(record: object): void {
  if (new TextEncoder().encode(JSON.stringify(record)).length > MOST_KIB * 1024)
    throw refusal('invalid', 'recordTooLarge', [MOST_KIB])
}
