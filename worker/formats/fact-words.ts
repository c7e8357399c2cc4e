// What is known of a resource as a whole, in words, for forms that have no codes for it. What nobody has said has none.

import type { Counts, Resource } from '../../schema/contract.ts'
import { type Access, COUNTED, type ResourceStatus } from '../../schema/vocabulary.ts'

const ACCESS_WORDS: Record<Exclude<Access, 'unknown'>, string> = {
  open: 'open to everyone',
  agreement: 'open to whoever accepts an agreement',
  login: 'after logging in',
  registration: 'after registration',
  application: 'on application, which someone decides on',
  view_only: 'for viewing only',
  build_it_yourself: 'only the means to gather the data are given',
}

/** How one gets at the data. */
export const accessWords = ({ access }: Pick<Resource, 'access'>): string | undefined =>
  access === 'unknown' ? undefined : ACCESS_WORDS[access]

/** A removal is left out: it is the registry's, and says nothing of the data. */
const STATUS_WORDS: Record<Exclude<ResourceStatus, 'unknown' | 'removed'>, string> = {
  active: 'Active',
  moved: 'Moved to another address',
  superseded: 'Superseded',
  frozen: 'Frozen: it will not change any more',
  retired: 'Retired: it has ended',
  gated: 'Gated: it is there for those who are let in',
  unreachable: 'Unreachable: it was reported not to answer',
}

/** What has become of the data. */
export const statusWords = ({ status }: Pick<Resource, 'status'>): string | undefined =>
  status === 'unknown' || status === 'removed' ? undefined : STATUS_WORDS[status]

const COUNT_WORDS: Record<(typeof COUNTED)[number], readonly [one: string, many: string]> = {
  images: ['image', 'images'],
  videos: ['video', 'videos'],
  studies: ['study', 'studies'],
  patients: ['patient', 'patients'],
  covidImages: ['COVID-19 image', 'COVID-19 images'],
  covidStudies: ['COVID-19 study', 'COVID-19 studies'],
  covidPatients: ['COVID-19 patient', 'COVID-19 patients'],
}

/** The numbers, then the words of who counted, and when they were true: a date alone is no size. */
export function sizeWords(counts: Counts | null): string | undefined {
  if (counts === null) return undefined
  const { text, asOf } = counts
  const numbers = COUNTED.flatMap((key) => {
    const count = counts[key]
    return count === undefined ? [] : [`${count} ${COUNT_WORDS[key][count === 1 ? 0 : 1]}`]
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
