import fc from 'fast-check'
import type { Reference, Resource } from '../../../schema/contract.ts'
import { AVAILABILITY, DATA_TYPE_KEYS, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { brokenText } from './arbitraries.ts'

/** Any text that the contract lets in: every character but half ones. */
export const anyText = fc.oneof(
  brokenText,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '"""',
    "'''",
    '\\',
    '\\u0041',
    '</script><script>',
    '<b>',
    'مستشفى',
    '\u202Eabc\u202C',
    '👩🏽‍⚕️',
  ),
)

/** Any address, fit to stand in one or not. Per cent signs are left out, so that unescaping one gives it back. */
export const anyAddress = anyText.map((path) => `https://data.example/${path.replaceAll('%', '')}`)

const anyReference: fc.Arbitrary<Reference> = fc.record(
  {
    id: fc.constant('reference'),
    type: fc.constantFrom('article', 'article-journal', 'dataset', 'report', 'software', 'webpage'),
    title: anyText,
    author: fc.array(
      fc.oneof(fc.record({ family: anyText, given: anyText }), fc.record({ literal: anyText })),
      {
        minLength: 1,
        maxLength: 3,
      },
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

/** Any resource; its slug is always the same. */
export const anyResource: fc.Arbitrary<Resource> = fc.record({
  slug: fc.constant('some-data'),
  name: anyText,
  url: anyAddress,
  organization: anyText,
  availability: fc.record(
    Object.fromEntries(DATA_TYPE_KEYS.map((key) => [key, fc.constantFrom(...AVAILABILITY)])) as Record<
      (typeof DATA_TYPE_KEYS)[number],
      fc.Arbitrary<(typeof AVAILABILITY)[number]>
    >,
  ),
  references: fc.array(anyReference, { maxLength: 3 }),
  status: fc.constantFrom(...RESOURCE_STATUSES),
  position: fc.constant(1),
  version: fc.integer({ min: 1, max: 1000 }),
  updatedAt: fc.constant('2026-01-02T03:04:05.000Z'),
})
