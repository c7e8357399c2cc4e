// Licences as a filter asks for them.

import type { RefusedFor } from '../../refusals.ts'
import { findLicences, type NamedLicences, nearestLicence } from './licence-names.ts'

/** A licence in any spelling; `other` is what is under none of the SPDX list, `unknown` what has none recorded. */
export function findRequestedLicences(text: string): NamedLicences | undefined {
  const word = text.trim().toLowerCase()
  return word === 'other' || word === 'unknown' ? { name: word, identifiers: [word] } : findLicences(text)
}

const LONGEST_QUOTED = 100

/** Why a text that names no licence is refused, with the licence that is spelt nearest. */
export const licenceRefusal = (text: string): RefusedFor<'licenseUnnamed'> => ({
  name: 'licenseUnnamed',
  values: [text.trim().slice(0, LONGEST_QUOTED), nearestLicence(text) ?? ''],
})
