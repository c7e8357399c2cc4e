// Facts as English texts, for formats without codes for them. Undefined where the record states nothing.

import { english } from '../../bot/languages/index.ts'
import { accessText, sizeText } from '../../bot/languages/values.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { Counts } from '../../schema/record/values/counts.ts'

export const describeAccess = ({ access }: Pick<Resource, 'access'>): string | undefined =>
  accessText(english, access)

/** Undefined for a removed resource too: a removal from the registry says nothing about the data. */
export function describeStatus({ status }: Pick<Resource, 'status'>): string | undefined {
  const text = status === 'removed' || status === 'unknown' ? undefined : english.choices.status[status]
  return text && text.charAt(0).toUpperCase() + text.slice(1)
}

export const describeSize = (counts: Counts | null): string | undefined => sizeText(english, counts)

/** The licence as claimed, or else its SPDX identifier. */
export const describeLicense = ({
  license,
  licenseSpdx,
}: Pick<Resource, 'license' | 'licenseSpdx'>): string | undefined => license ?? licenseSpdx ?? undefined
