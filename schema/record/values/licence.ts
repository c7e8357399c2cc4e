// What a licence is called in the SPDX list, where what was claimed is one and nothing else.

import { findLicences } from './licence-names.ts'

/** The SPDX identifier of a licence as claimed; null where it is none, or more than one. */
export function spdxOf(license: string | null): string | null {
  const [first, ...others] = (license === null ? undefined : findLicences(license))?.identifiers ?? []
  // GPL-3.0 without a word on later versions was the name of what is now GPL-3.0-only.
  const isAlone = others.length === 0 || (first?.endsWith('-only') === true && others.length === 1)
  return first !== undefined && isAlone ? first : null
}

/** One entry of the SPDX list: an expression of several has no address, nor has a licence that only its giver knows. */
const LISTED = /^(?!LicenseRef-|DocumentRef-)[A-Za-z0-9][A-Za-z0-9.-]*$/

/** The address of a licence in the SPDX list. What was claimed in words is never made an address. */
export const licenseLink = ({ licenseSpdx }: { readonly licenseSpdx: string | null }): string | undefined =>
  licenseSpdx !== null && LISTED.test(licenseSpdx) ? `https://spdx.org/licenses/${licenseSpdx}` : undefined
