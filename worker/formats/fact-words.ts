// What is known of a resource as a whole, in words, for forms that have no codes for it. What nobody has said has none.

import type { Counts, Resource } from '../../schema/record/resource.ts'
import { COUNTED } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, COUNT_WORDS, STATUS_WORDS } from '../../schema/words.ts'

/** How one gets at the data. */
export const accessWords = ({ access }: Pick<Resource, 'access'>): string | undefined =>
  access === 'unknown' ? undefined : ACCESS_WORDS[access]

/** What has become of the data. A removal is left out: it is the registry's, and says nothing of the data. */
export const statusWords = ({ status }: Pick<Resource, 'status'>): string | undefined =>
  status === 'unknown' || status === 'removed' ? undefined : capitalised(STATUS_WORDS[status])

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The numbers, then the words of who counted, and when they were true: a date alone is no size. */
export function sizeWords(counts: Counts | null): string | undefined {
  if (counts === null) return undefined
  const { text, asOf } = counts
  const numbers = COUNTED.flatMap((key) => {
    const count = counts[key]
    return count === undefined ? [] : [`${count} ${COUNT_WORDS[key][count === 1 ? 'one' : 'many']}`]
  }).join(', ')
  const size = numbers !== '' && text !== undefined ? `${numbers} (${text})` : numbers || text
  if (!size) return undefined
  return asOf === undefined ? size : `${size}, as of ${asOf}`
}

/** The licence as it was claimed, or else as the SPDX list calls it. */
export const licenseWords = ({
  license,
  licenseSpdx,
}: Pick<Resource, 'license' | 'licenseSpdx'>): string | undefined => license ?? licenseSpdx ?? undefined
