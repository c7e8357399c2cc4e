import fc from 'fast-check'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { Reference } from '../../../../schema/record/works/reference.ts'
import {
  ACCESS,
  ANNOTATIONS,
  AVAILABILITY,
  DATA_TYPES,
  FILE_FORMATS,
  PERMISSIONS,
  RESOURCE_STATUSES,
} from '../../../../schema/vocabulary.ts'
import { anyText } from './any-text.ts'

/** Any address, fit to stand in one or not. Per cent signs are left out, so that unescaping one gives it back. */
export const anyAddress = anyText.map((path) => `https://data.example/${path.replaceAll('%', '')}`)

const anyReference: fc.Arbitrary<Reference> = fc.record(
  {
    id: fc.constant('reference'),
    type: fc.constantFrom('article', 'article-journal', 'dataset', 'report', 'software', 'webpage'),
    title: anyText,
    author: fc.array(
      fc.oneof(fc.record({ family: anyText, given: anyText }), fc.record({ literal: anyText })),
      { minLength: 1, maxLength: 3 },
    ),
    'container-title': anyText,
    publisher: anyText,
    volume: anyText,
    issue: anyText,
    issued: fc.constantFrom({ 'date-parts': [[2020]] }, { 'date-parts': [[2020, 4, 7]] }),
    DOI: anyText,
    URL: fc.oneof(anyAddress, anyText),
  },
  { requiredKeys: ['id', 'type', 'title'] },
)

/** A resource with any texts in any row of cells, its slug always the same; it need not keep to the contract's lengths. */
export const anyResource: fc.Arbitrary<Resource> = fc.record({
  slug: fc.constant('some-data'),
  name: anyText,
  url: anyAddress,
  organization: anyText,
  availability: fc.record(
    Object.fromEntries(DATA_TYPES.map(({ key }) => [key, fc.constantFrom(...AVAILABILITY)])) as {
      [Key in keyof Resource['availability']]: fc.Arbitrary<Resource['availability'][Key]>
    },
  ),
  license: fc.option(anyText),
  licenseSpdx: fc.constantFrom(null, 'CC-BY-4.0'),
  description: fc.option(anyText),
  use: fc.record({
    commercial: fc.constantFrom(...PERMISSIONS),
    redistribution: fc.constantFrom(...PERMISSIONS),
    modification: fc.constantFrom(...PERMISSIONS),
    note: fc.option(anyText),
  }),
  access: fc.constantFrom(...ACCESS),
  annotations: fc.subarray([...ANNOTATIONS]),
  published: fc.option(fc.integer({ min: 1990, max: 2100 })),
  lastUpdated: fc.constantFrom(null, '2020', '2020-10', '2020-10-07'),
  countries: fc.subarray(['DE', 'ES', 'CN']),
  fileFormats: fc.subarray([...FILE_FORMATS]),
  downloadBytes: fc.option(fc.nat()),
  versions: fc.array(
    fc.record({
      label: anyText,
      date: fc.constantFrom(null, '2020-10'),
      url: fc.option(anyAddress),
      available: fc.constantFrom(...AVAILABILITY),
    }),
    { maxLength: 2 },
  ),
  aliases: fc.array(anyText, { maxLength: 2 }),
  otherUrls: fc.array(anyAddress, { maxLength: 2 }),
  counts: fc.option(fc.record({ images: fc.nat(), text: anyText, asOf: fc.constant('2020-10') })),
  formats: fc.array(anyText, { maxLength: 3 }),
  doi: fc.option(anyText),
  formerUrls: fc.array(anyAddress, { maxLength: 2 }),
  successor: fc.option(anyText),
  cautions: fc.array(anyText, { maxLength: 2 }),
  derivedFrom: fc.constantFrom([], ['other-data']),
  origins: fc.array(anyText, { maxLength: 2 }),
  claims: fc.array(
    fc.record({
      field: fc.constantFrom('license', 'formats'),
      value: anyText,
      source: anyText,
      asOf: fc.constantFrom(null, '2020-10-07'),
      stated: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  references: fc.array(anyReference, { maxLength: 3 }),
  status: fc.constantFrom(...RESOURCE_STATUSES),
  position: fc.nat(),
  version: fc.integer({ min: 1 }),
  updatedAt: fc.constant('2026-01-02T03:04:05.000Z'),
})
