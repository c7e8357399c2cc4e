import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComponentState,
  decodeCustomId,
  encodeCustomId,
  fitsCustomId,
  ROW_CHOICES,
} from '../../../bot/custom-id.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { CITATION_STYLES, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'

// What was once posted works for ever: these never change.
const EVERY_FORM: readonly [string, ComponentState][] = [
  ['list::both::1', { action: 'list', dataTypes: [], shown: 'both', from: undefined, page: 1 }],
  [
    'list:ct+metadata:yes:0.14.f:2',
    {
      action: 'list',
      dataTypes: ['ct', 'metadata'],
      shown: 'yes',
      from: { group: 0, position: 14, back: false },
      page: 2,
    },
  ],
  [
    'list:mrt:unknown:1.3.b:1',
    {
      action: 'list',
      dataTypes: ['mrt'],
      shown: 'unknown',
      from: { group: 1, position: 3, back: true },
      page: 1,
    },
  ],
  ['search:8:lung: ultrasound', { action: 'search', skip: 8, query: 'lung: ultrasound' }],
  ['show:eurorad', { action: 'show', slug: 'eurorad' }],
  ['open', { action: 'open' }],
  ['cite:eurorad', { action: 'cite', slug: 'eurorad' }],
  ['cited:ris:4:eurorad', { action: 'cited', style: 'ris', skip: 4, slug: 'eurorad' }],
  ['style:eurorad', { action: 'style', slug: 'eurorad' }],
  ['share:eurorad', { action: 'share', slug: 'eurorad' }],
  ['watchType:caseReview', { action: 'watchType', type: 'caseReview' }],
  ['watchResource:eurorad', { action: 'watchResource', slug: 'eurorad' }],
  ['unwatch:12', { action: 'unwatch', watch: 12 }],
  [
    'filtered:ct:both:open:CC-BY-4.0:0.14.f:2',
    {
      action: 'filtered',
      dataTypes: ['ct'],
      shown: 'both',
      access: 'open',
      license: 'CC-BY-4.0',
      from: { group: 0, position: 14, back: false },
      page: 2,
    },
  ],
  [
    'narrowed:ct:yes:0.0.1.CC-BY-4.0:0.14.f:2',
    {
      action: 'narrowed',
      dataTypes: ['ct'],
      shown: 'yes',
      terms: { access: 'open', use: 'commercial', annotations: 'lesion_masks', license: 'CC-BY-4.0' },
      from: { group: 0, position: 14, back: false },
      page: 2,
    },
  ],
  [
    'watchTerms:ct+metadata:-.2.-.',
    {
      action: 'watchTerms',
      dataTypes: ['ct', 'metadata'],
      terms: { access: undefined, use: 'modification', annotations: undefined, license: undefined },
    },
  ],
  [
    'sought:8:-.-.9.unknown:lung: ultrasound',
    {
      action: 'sought',
      skip: 8,
      terms: { access: undefined, use: undefined, annotations: 'none', license: 'unknown' },
      query: 'lung: ultrasound',
    },
  ],
  ['gaps', { action: 'gaps' }],
  ['again:S-7Q4K2', { action: 'again', key: 'S-7Q4K2' }],
  ['claims:3:eurorad', { action: 'claims', slug: 'eurorad', version: 3 }],
  [
    'decide:reject:S-7Q4K2:3:12',
    { action: 'decide', decision: 'reject', key: 'S-7Q4K2', version: 3, resource: 12 },
  ],
  ['revert:120:3', { action: 'revert', change: 120, version: 3 }],
  ['confirm:7', { action: 'confirm', proposal: 7 }],
  ['settle:0:3:eurorad', { action: 'settle', claim: 0, version: 3, slug: 'eurorad' }],
]

const count = fc.integer({ min: 0, max: 999_999_999 })
const slug = fc.stringMatching(new RegExp(`^[a-z0-9]{1,${LENGTHS.slug}}$`))
const anyState: fc.Arbitrary<ComponentState> = fc.oneof(
  fc.record({
    action: fc.constant('list' as const),
    dataTypes: fc.subarray(DATA_TYPE_KEYS, { maxLength: 2 }),
    shown: fc.constantFrom(...ROW_CHOICES),
    from: fc.record({ group: fc.integer({ min: 0, max: 9 }), position: count, back: fc.boolean() }),
    page: count,
  }),
  fc.record({
    action: fc.constant('search' as const),
    skip: count,
    query: fc.string({ minLength: 1, maxLength: 80 }),
  }),
  fc.record({
    action: fc.constant('cited' as const),
    style: fc.constantFrom(...CITATION_STYLES.map((style) => style.key)),
    skip: fc.integer({ min: 0, max: LENGTHS.references }),
    slug,
  }),
  fc.record({
    action: fc.constantFrom(
      'show' as const,
      'cite' as const,
      'style' as const,
      'share' as const,
      'watchResource' as const,
    ),
    slug,
  }),
)

describe('a component id', () => {
  it.each(EVERY_FORM)('%s says what its button does', (id, state) => {
    expect(encodeCustomId(state)).toBe(id)
    expect(decodeCustomId(id)).toEqual(state)
  })

  it('holds any state, in at most 100 characters', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(encodeCustomId(state).length).toBeLessThanOrEqual(100)
        expect(decodeCustomId(encodeCustomId(state))).toEqual(state)
      }),
    )
  })

  it('does not hold a query that is too long, and says so beforehand', () => {
    const state: ComponentState = { action: 'search', skip: 8, query: 'x'.repeat(100) }
    expect(fitsCustomId(state)).toBe(false)
    expect(() => encodeCustomId(state)).toThrow('109 characters')
  })

  it.each([
    '',
    'dance',
    'list',
    'list:ct:both::',
    'list:ct:both:1.2:1',
    'list:ct:most::1',
    'list:ct+zzz:both::1',
    'list:ct:both::1:2',
    'search',
    'search:x:y',
    'show:',
    'open:eurorad',
    'cited:poem:0:eurorad',
    'cited:ris:-1:eurorad',
    'watchType:mri',
    'unwatch:me',
  ])('%j is none of ours', (id) => {
    expect(decodeCustomId(id)).toBeUndefined()
  })
})
