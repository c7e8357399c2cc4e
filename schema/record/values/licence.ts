// What a licence is called in the SPDX list (spdx.org/licenses), where what was claimed is one and nothing else. "MIT,
// images CC BY 4.0" is none: which part has which is for a person to read.

/** As people write them: CC BY-NC-SA 4.0, CC-BY 4.0 International, CC BY 3.0 Unported, CC BY 3.0 CN, CC0 1.0. */
const CREATIVE_COMMONS =
  /^cc[ -](by(?:-nc)?(?:-(?:sa|nd))?)[ -]([1-4]\.0)(?: (?:unported|international|intl\.?))?(?: (at|cn|de|nl|us))?$/i
const CC_ZERO = /^cc[ -]?0(?:[ -]1\.0)?(?: universal)?$/i

/** Of the list, those that data sets and their code come under. */
const IDENTIFIERS = [
  ...['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'Unlicense', 'WTFPL'],
  ...['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later', 'LGPL-3.0-only'],
  ...['AGPL-3.0-only', 'AGPL-3.0-or-later', 'MPL-2.0', 'ODbL-1.0', 'ODC-By-1.0', 'PDDL-1.0'],
  ...['CDLA-Permissive-2.0', 'CDLA-Sharing-1.0', 'C-UDA-1.0', 'O-UDA-1.0'],
]

/** Ported versions have a place of their own in the list only up to 3.0. */
const PORTED = '3.0'

/** The SPDX identifier of a licence as claimed; null where it is none, or more than one. */
export function spdxOf(license: string | null): string | null {
  const claimed = license?.trim() ?? ''
  if (CC_ZERO.test(claimed)) return 'CC0-1.0'
  const [, kind, version, place] = CREATIVE_COMMONS.exec(claimed) ?? []
  if (kind !== undefined) {
    if (place !== undefined && version !== PORTED) return null
    return ['CC', kind.toUpperCase(), version, place?.toUpperCase()].filter(Boolean).join('-')
  }
  return IDENTIFIERS.find((identifier) => identifier.toLowerCase() === claimed.toLowerCase()) ?? null
}

/** One entry of the SPDX list: an expression of several has no address, nor has a licence that only its giver knows. */
const LISTED = /^(?!LicenseRef-|DocumentRef-)[A-Za-z0-9][A-Za-z0-9.-]*$/

/** The address of a licence in the SPDX list. What was claimed in words is never made an address. */
export const licenseLink = ({ licenseSpdx }: { readonly licenseSpdx: string | null }): string | undefined =>
  licenseSpdx !== null && LISTED.test(licenseSpdx) ? `https://spdx.org/licenses/${licenseSpdx}` : undefined

/** What the parts of a Creative Commons licence's name ask for. */
const TERMS = [
  { part: /-BY(-|$)/, term: 'credit' },
  { part: /-NC(-|$)/, term: 'noCommerce' },
  { part: /-SA(-|$)/, term: 'alike' },
  { part: /-ND(-|$)/, term: 'noChanges' },
] as const
export type LicenceTerm = (typeof TERMS)[number]['term']

/** The terms of several licences together, as far as their SPDX names say. */
export function licenceTerms(identifiers: readonly (string | null)[]): LicenceTerm[] {
  const named = identifiers.flatMap((spdx) => (spdx?.startsWith('CC-BY') ? [spdx] : []))
  return TERMS.filter(({ part }) => named.some((spdx) => part.test(spdx))).map(({ term }) => term)
}
