// A data set that a site lists, before it is known whether the registry wants it.

import type { CandidateSource } from '../../../schema/record/sites/candidate.ts'
import type { Found } from '../../../schema/record/submission.ts'
import { canonicalAddress } from '../../../schema/record/values/addresses/address.ts'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { fold } from '../../../schema/text/fold.ts'
import { merged } from '../look-up/merge.ts'
import type { SiteRecord } from '../look-up/site-record.ts'

export interface FoundDataSet {
  readonly source: CandidateSource
  /** As it would be listed. */
  readonly url: string
  /** Who publishes it: Zenodo, Hugging Face. */
  readonly publisher: string
  readonly name: string
  /** The canonical addresses of it and of its other versions. */
  readonly addresses: readonly string[]
  readonly found: Found
  /** It belongs to another data set. */
  readonly isPart: boolean
  /** When the site changed it last, ISO 8601. */
  readonly changedAt: string
}

interface Listed extends Pick<FoundDataSet, 'source' | 'url' | 'publisher' | 'isPart' | 'changedAt'> {
  readonly record: SiteRecord
  /** Title, description and keywords. */
  readonly texts: readonly (string | undefined)[]
  /** DOIs and addresses of other versions. */
  readonly otherNames: readonly string[]
}

/** A data set with hourly versions has thousands. */
export const MOST_ADDRESSES = 40

/** Each once; a text that is no address is left out. */
export const canonicalForms = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => canonicalAddress(name) ?? [])),
]

const COVID = /covid|sars[- ]?cov[- ]?2|2019[- ]?ncov|ncov[- ]?2019|(?:novel|new) coronavirus/

/** Whether a text speaks of COVID-19 or its virus. */
export const speaksOfCovid = (text: string | undefined): boolean =>
  COVID.test(fold((text ?? '').slice(0, 20_000)))

/** Undefined for a paper, and for what does not speak of COVID-19 and one of the data types. `today`: 2026-11-29. */
export function foundDataSet(listed: Listed, today: string): FoundDataSet | undefined {
  const { record, texts, otherNames, url, ...data } = listed
  if (record.isPaper || !texts.some(speaksOfCovid)) return undefined
  const checked = checkWebAddress(url)
  if ('problem' in checked) return undefined
  const { address: _, ...found } = merged(checked.url, [record], today)
  const { name, availability = {} } = found.fields
  if (name === undefined || Object.keys(availability).length === 0) return undefined
  return {
    ...data,
    ...{ url: checked.url, name, found },
    addresses: canonicalForms([url, ...otherNames]).slice(0, MOST_ADDRESSES),
  }
}
