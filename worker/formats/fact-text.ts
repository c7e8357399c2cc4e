// Facts as English texts, for formats without codes for them. Undefined where the record states nothing.

import { english } from '../../bot/languages/index.ts'
import { accessText, sizeText, useText } from '../../bot/languages/values.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { countryName } from '../../schema/record/values/countries.ts'
import type { Counts } from '../../schema/record/values/counts.ts'
import { USES } from '../../schema/vocabulary.ts'
import { ANNOTATION_WORDS } from '../../schema/words.ts'

export const describeAccess = ({ access }: Pick<Resource, 'access'>): string | undefined =>
  accessText(english, access)

/** Undefined for a removed resource too: a removal from the registry says nothing about the data. */
export function describeStatus({ status }: Pick<Resource, 'status'>): string | undefined {
  const text = status === 'removed' || status === 'unknown' ? undefined : english.choices.status[status]
  return text && text.charAt(0).toUpperCase() + text.slice(1)
}

export const describeSize = (counts: Counts | null): string | undefined => sizeText(english, counts)

/** "18.7 GB" */
export const describeDownload = ({ downloadBytes }: Pick<Resource, 'downloadBytes'>): string | undefined =>
  downloadBytes === null ? undefined : english.bytes(downloadBytes)

/** The licence as claimed, or else its SPDX identifier. */
export const describeLicense = ({
  license,
  licenseSpdx,
}: Pick<Resource, 'license' | 'licenseSpdx'>): string | undefined => license ?? licenseSpdx ?? undefined

/** "commercial use: no, redistribution: yes; “note”"; of a use without a permission that is known the note alone. */
export const describeUse = ({ use }: Pick<Resource, 'use'>): string | undefined =>
  USES.every((key) => use[key] === 'unknown') ? (use.note ?? undefined) : useText(english, use)

/** "lesion masks, class labels"; "none" where a source says that there are none. */
export const describeAnnotations = ({ annotations }: Pick<Resource, 'annotations'>): string | undefined =>
  listed(annotations.map((annotation) => ANNOTATION_WORDS[annotation]))

/** So many countries are named; of more, their number is. */
const COUNTRIES_NAMED = 12

export const describeCountries = ({ countries }: Pick<Resource, 'countries'>): string | undefined =>
  countries.length > COUNTRIES_NAMED
    ? `${countries.length} countries`
    : listed(countries.map((code) => countryName('en', code)))

const listed = (items: readonly string[]): string | undefined =>
  items.length > 0 ? items.join(', ') : undefined
