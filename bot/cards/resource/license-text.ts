// A licence in words: what was claimed, what SPDX calls it, and what its letters ask.

import type { Resource } from '../../../schema/record/resource.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'

/** What the parts of a Creative Commons licence's name stand for. */
const ASKED: readonly (readonly [RegExp, keyof Messages['licenses']])[] = [
  [/-BY(-|$)/, 'credit'],
  [/-NC(-|$)/, 'noCommerce'],
  [/-SA(-|$)/, 'alike'],
  [/-ND(-|$)/, 'noChanges'],
]

/** What licences ask of who uses the data, all of them together, as far as their names say. */
export function licenseTerms({ licenses: asks }: Messages, licenses: readonly (string | null)[]): string[] {
  const named = licenses.filter((spdx) => spdx?.startsWith('CC-BY'))
  return ASKED.filter(([part]) => named.some((spdx) => part.test(spdx ?? ''))).map(([, asked]) => asks[asked])
}

/** "CC BY-NC 4.0 (CC-BY-NC-4.0): credit, no commercial use"; without a length for it SPDX's name is left out. */
export function licenseText(
  messages: Messages,
  { license, licenseSpdx }: Pick<Resource, 'license' | 'licenseSpdx'>,
  spdxLength = 0,
): string | undefined {
  if (license === null) return undefined
  const differs =
    spdxLength > 0 && licenseSpdx !== null && licenseSpdx.toLowerCase() !== license.toLowerCase()
  const asked = licenseTerms(messages, [licenseSpdx])
  return [
    plain(license, 400),
    differs ? ` (${plain(licenseSpdx, spdxLength)})` : '',
    asked.length > 0 ? `: ${asked.join(', ')}` : '',
  ].join('')
}
