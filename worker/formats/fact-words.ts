// Facts in English, for formats that have no codes for them. Undefined where the record states nothing.

import { english } from '../../bot/languages/index.ts'
import { accessText, sizeText, statusText } from '../../bot/languages/values.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { Counts } from '../../schema/record/values/counts.ts'

export const accessWords = ({ access }: Pick<Resource, 'access'>): string | undefined =>
  accessText(english, access)

/** A removal is left out: it is the registry's, and says nothing of the data. */
export function statusWords({ status }: Pick<Resource, 'status'>): string | undefined {
  const text = status === 'removed' ? undefined : statusText(english, status)
  return text && text.charAt(0).toUpperCase() + text.slice(1)
}

export const sizeWords = (counts: Counts | null): string | undefined => sizeText(english, counts)

/** The licence as it was claimed, or else by its SPDX name. */
export const licenseWords = ({
  license,
  licenseSpdx,
}: Pick<Resource, 'license' | 'licenseSpdx'>): string | undefined => license ?? licenseSpdx ?? undefined
