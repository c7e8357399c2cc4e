// What the licences that data sets have allow, by their identifiers in the SPDX list. Read in the licences' own texts:
// creativecommons.org/licenses, opendatacommons.org/licenses, gnu.org/licenses, opensource.org/licenses, cdla.dev.
// That credit is asked for is no condition of use here: nearly all ask for it, and the licence's terms say so.

import type { Permission } from '../../vocabulary.ts'

interface LicenceUse {
  readonly commercial: Permission
  readonly redistribution: Permission
  readonly modification: Permission
  readonly note: string | null
}

const ALLOWED: LicenceUse = { commercial: 'yes', redistribution: 'yes', modification: 'yes', note: null }

const SHARE_ALIKE = 'Changed copies must be under the same licence (share alike).'
const COPYLEFT =
  'Copies must come with their source, and changed copies be under the same licence (copyleft).'

/** Of Creative Commons, by the parts of a name behind `CC-BY`. */
const BY_TERMS: Readonly<Record<string, LicenceUse>> = {
  '': ALLOWED,
  '-NC': { ...ALLOWED, commercial: 'no' },
  '-ND': { ...ALLOWED, modification: 'no' },
  '-NC-ND': { ...ALLOWED, commercial: 'no', modification: 'no' },
  '-SA': { ...ALLOWED, modification: 'conditional', note: SHARE_ALIKE },
  '-NC-SA': { ...ALLOWED, commercial: 'no', modification: 'conditional', note: SHARE_ALIKE },
}
const CREATIVE_COMMONS = Object.entries(BY_TERMS).flatMap(([terms, use]) =>
  ['1.0', '2.0', '2.5', '3.0', '4.0'].map((version) => [`CC-BY${terms}-${version}`, use] as const),
)

const PERMISSIVE = [
  ...[
    'CC0-1.0',
    'CC-PDM-1.0',
    'PDDL-1.0',
    'Unlicense',
    'ODC-By-1.0',
    'CDLA-Permissive-1.0',
    'CDLA-Permissive-2.0',
  ],
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'Zlib', 'BSL-1.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['OGL-UK-1.0', 'OGL-UK-2.0', 'OGL-UK-3.0', 'etalab-2.0', 'DL-DE-BY-2.0', 'DL-DE-ZERO-2.0'],
]

const ALIKE = ['ODbL-1.0', 'CDLA-Sharing-1.0', 'MPL-2.0', 'EPL-2.0', 'EUPL-1.2']

const COPYLEFT_LICENCES = ['GPL-2.0', 'GPL-3.0', 'LGPL-2.1', 'LGPL-3.0', 'AGPL-3.0'].flatMap((name) => [
  `${name}-only`,
  `${name}-or-later`,
])

/** By identifier in lower case. */
export const LICENCE_USES: ReadonlyMap<string, LicenceUse> = new Map(
  [
    ...CREATIVE_COMMONS,
    ...PERMISSIVE.map((name) => [name, ALLOWED] as const),
    ...ALIKE.map((name) => [name, { ...ALLOWED, modification: 'conditional', note: SHARE_ALIKE }] as const),
    ...COPYLEFT_LICENCES.map(
      (name) =>
        [
          name,
          { ...ALLOWED, redistribution: 'conditional', modification: 'conditional', note: COPYLEFT },
        ] as const,
    ),
  ].map(([name, use]) => [name.toLowerCase(), use]),
)

/** What a licence allows; undefined for one that is not in the table. Identifiers are the same in any case (SPDX 3, annex B). */
export const licenceUse = (licenseSpdx: string | null): LicenceUse | undefined =>
  licenseSpdx === null ? undefined : LICENCE_USES.get(licenseSpdx.toLowerCase())
