// Licences as a filter asks for them.

import type { RefusedFor } from '../../refusals.ts'
import type { Resource } from '../resource.ts'
import { findLicences, type NamedLicences, nearestLicence, PUBLIC_DOMAIN } from './licence-names.ts'
import { licencesIn } from './licences-in-text.ts'

/**
 * By what a record is asked for: its licence of the SPDX list; `public-domain` where its text names that among other
 * things, `other` where the text names something else, `unknown` where none is recorded.
 */
export function licenseKey({ license, licenseSpdx }: Pick<Resource, 'license' | 'licenseSpdx'>): string {
  if (licenseSpdx !== null) return licenseSpdx
  if (license === null) return 'unknown'
  return licencesIn(license).some(({ named }) => named === PUBLIC_DOMAIN) ? PUBLIC_DOMAIN.name : 'other'
}

/** The keys (see `licenseKey`) that a text asks for: `other`, `unknown`, or a licence in any spelling. */
export function findRequestedLicences(text: string): NamedLicences | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'other' || word === 'unknown') return { name: word, identifiers: [word] }
  const named = findLicences(text)
  return named === PUBLIC_DOMAIN ? { ...named, identifiers: [...named.identifiers, named.name] } : named
}

const LONGEST_QUOTED = 100

/** Why a text that names no licence is refused, with the licence that is spelt nearest. */
export const licenceRefusal = (text: string): RefusedFor<'licenseUnnamed'> => ({
  name: 'licenseUnnamed',
  values: [text.trim().slice(0, LONGEST_QUOTED), nearestLicence(text) ?? ''],
})
