import { NO_FACTS, type Resource } from '../../../../schema/record/resource.ts'
import type { AsOf } from '../../../../schema/verbs/as-of.ts'

/** The registry as it began: with a release, and nothing since. */
export const AS_OF: AsOf & Required<Pick<AsOf, 'release'>> = {
  sequence: 14,
  changedAt: '2020-05-12T00:00:00.000Z',
  release: {
    version: '2.0',
    title: 'A survey',
    authors: [],
    keywords: [],
    note: '',
    releasedOn: '2020-05-12',
    throughSequence: 14,
  },
}

/** A resource of which nothing is known beside the table. */
export const madeUpResource = (given: Partial<Resource> = {}): Resource => ({
  slug: 'a-data-set',
  name: 'A data set',
  url: 'https://data.example/1',
  organization: 'An organisation',
  availability: { ct: 'yes', xray: 'no', mrt: 'no', ultrasound: 'no', metadata: 'no', caseReview: 'no' },
  ...NO_FACTS,
  references: [],
  status: 'unknown',
  position: 1,
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...given,
})
