import { NO_FACTS, type Resource } from '../../../../schema/record/resource.ts'

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
