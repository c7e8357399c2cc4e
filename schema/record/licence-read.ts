// What follows from the licence that a record states: its name in the SPDX list, and what one may do with the data.

import type { Claim } from './claims.ts'
import type { FieldValues } from './field-keys.ts'
import { spdxOf } from './values/licence.ts'
import { Use, useOf } from './values/use.ts'

type Licensed = Pick<FieldValues, 'license' | 'licenseSpdx' | 'use'> & { readonly claims: readonly Claim[] }

/**
 * The record with what its licence says. `use` is what is proposed, or what a claim says that was settled; without one,
 * under another licence than before, it is what the last claim says.
 */
export function withLicenceRead<Record extends Licensed>(
  record: Record,
  before: Licensed,
  use?: Use,
): Record {
  const licenseSpdx = spdxOf(record.license)
  if (use === undefined && licenseSpdx === before.licenseSpdx) return record
  return { ...record, licenseSpdx, use: useOf(licenseSpdx, use ?? claimedUse(record)) }
}

const claimedUse = ({ claims }: Licensed): Use | undefined => {
  const last = claims.findLast(({ field }) => field === 'use')
  return last && Use.parse(last.value)
}
