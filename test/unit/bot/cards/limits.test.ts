import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Card, messageData } from '../../../../bot/cards/kit/message.ts'
import { notice } from '../../../../bot/cards/kit/notice.ts'
import {
  dataTypeCard,
  ROWS_BY_TYPE,
  ROWS_OF_TABLE,
  tableCard,
} from '../../../../bot/cards/lists/list-card.ts'
import { searchCard } from '../../../../bot/cards/lists/search-card.ts'
import { citationCard, LONGEST_ENTRY } from '../../../../bot/cards/resource/citation-card.ts'
import { claimsCard } from '../../../../bot/cards/resource/claims-card.ts'
import { comparisonCard } from '../../../../bot/cards/resource/comparison-card.ts'
import { resourceCard } from '../../../../bot/cards/resource/resource-card.ts'
import { aboutCard } from '../../../../bot/commands/about.ts'
import { helpWantedCard } from '../../../../bot/commands/help-wanted.ts'
import { DECLARATIONS } from '../../../../bot/commands/index.ts'
import { english } from '../../../../bot/languages/index.ts'
import { SOUGHT, type SoughtKey } from '../../../../schema/record/field-keys.ts'
import type { LineageGraph } from '../../../../schema/record/lineage/graph.ts'
import { Resource } from '../../../../schema/record/resource.ts'
import { ALL_CODES, cellsRow } from '../../../../schema/record/values/cells.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import type { Reference } from '../../../../schema/record/works/reference.ts'
import type { AsOf } from '../../../../schema/verbs/as-of.ts'
import type { Citation } from '../../../../schema/verbs/catalogue.ts'
import {
  MOST_COMPARED,
  NOTHING_UNDERSTOOD,
  type PageStart,
  type ResourcePage,
  SEARCH_REACH,
} from '../../../../schema/verbs/resources.ts'
import { CITATION_STYLES, DATA_TYPE_KEYS } from '../../../../schema/vocabulary.ts'
import { CITATION_FORMATS } from '../../../../worker/formats/references/citations.ts'
import { problemsOfCommands, problemsOfResponse } from '../../../discord/rules/judge.ts'
import { claimsOfAll, fill, longestFacts, longestLineage, PAGES, remembered, SPOKEN } from './longest.ts'
import { AS_OF } from './made-up-resource.ts'

const asOf: AsOf = {
  ...AS_OF,
  sequence: 15,
  changedAt: '2026-11-23T00:00:00.000Z',
}

const longestReference = (sign: string, i: number): Reference => ({
  id: `reference-${i}`,
  type: 'article-journal',
  title: fill(sign, LENGTHS.referenceTitle),
  author: Array.from({ length: LENGTHS.authors }, () => ({
    family: fill(sign, LENGTHS.authorName),
    given: fill(sign, LENGTHS.authorName),
  })),
  'container-title': fill(sign, LENGTHS.referenceContainer),
  publisher: fill(sign, LENGTHS.organization),
  issued: { 'date-parts': [[2020, 12, 31]] },
  accessed: { 'date-parts': [[2020, 12, 31]] },
  page: fill(sign, 40),
  volume: fill(sign, 40),
  issue: fill(sign, 40),
  archive: 'arXiv',
  archive_location: fill(sign, 80),
  DOI: fill(sign, 200),
  URL: `https://example.org/${fill(sign, LENGTHS.url - 20)}`,
  'citation-number': 999_999,
})

const slugOf = (i: number) => `${'s'.repeat(LENGTHS.slug - 4)}${String(i).padStart(4, '0')}`
const cellsOf = (i: number) => cellsRow((i * 100) % ALL_CODES)

const longest = remembered(
  (sign: string): Resource => ({
    slug: slugOf(0),
    name: fill(sign, LENGTHS.name),
    url: `https://example.org/${fill(sign, LENGTHS.url - 20).replaceAll(' ', '-')}`,
    organization: fill(sign, LENGTHS.organization),
    availability: cellsOf(0),
    ...longestFacts(sign),
    references: Array.from({ length: LENGTHS.references }, (_, at) => longestReference(sign, at)),
    status: 'superseded',
    position: 999_999_999,
    version: 999_999_999,
    updatedAt: '2026-11-23T00:00:00.000Z',
  }),
)

const missingCounts = Object.fromEntries(SOUGHT.map((field) => [field, 999_999_999])) as Record<
  SoughtKey,
  number
>

const start = (back: boolean): PageStart => ({ place: [1, 1, 999_999_999], back })

const page = (items: readonly Resource[], given: Partial<ResourcePage> = {}): ResourcePage => ({
  items,
  found: items.length,
  totals: [999_999_999, 999_999_999],
  previous: start(true),
  next: start(false),
  understood: NOTHING_UNDERSTOOD,
  complete: true,
  releases: [],
  asOf,
  ...given,
})

const YES = Object.fromEntries(DATA_TYPE_KEYS.map((key) => [key, 'yes'])) as Resource['availability']

/** The last ones are those of which something is unknown. */
const listed = (resources: readonly Resource[], uncertain: number) =>
  page(
    resources.map((resource, i) => ({
      ...resource,
      availability: {
        ...YES,
        ...(i < resources.length - uncertain ? {} : { caseReview: 'unknown' as const }),
      },
    })),
  )

const rows = (sign: string, count: number) => {
  const resource = longest(sign)
  return Array.from({ length: count }, (_, i) => ({ ...resource, slug: slugOf(i), availability: cellsOf(i) }))
}

/** Those that cards say the most of. */
const LONGEST_STATUSES = ['removed', 'superseded', 'unknown'] as const

const refusals = (card: Card) => [
  ...problemsOfResponse({ type: 4, data: messageData(card, true) }, 2),
  ...problemsOfResponse({ type: 7, data: messageData(card) }, 3),
]

const cited = (resource: Resource, style: (typeof CITATION_STYLES)[number]['key']): Citation => ({
  subject: { slug: resource.slug, name: resource.name },
  entries: resource.references.map((reference) => {
    const few = { ...reference, author: [...(reference.author ?? []).slice(0, 10), { literal: 'others' }] }
    const text = CITATION_FORMATS[style](reference)
    return { reference, text: text.length > LONGEST_ENTRY ? CITATION_FORMATS[style](few) : text }
  }),
  asOf,
})

const LONGEST_TERMS = {
  access: 'build_it_yourself',
  license: 'L'.repeat(30),
  use: 'redistribution',
  annotations: 'severity_scores',
} as const

describe.each(
  SPOKEN,
)('in %s, with the longest data the contract admits, of %j, Discord takes', (_tag, sign, messages) => {
  it('data that the contract admits', () => {
    const given = longest(sign)
    expect(Resource.safeParse({ ...given, url: given.url }).error?.issues ?? []).toEqual([])
  })

  it.each(
    Array.from({ length: ROWS_BY_TYPE + 1 }, (_, uncertain) => uncertain),
  )('a list by type with %i unknown', (uncertain) => {
    const state = { dataTypes: ['metadata', 'caseReview'] as const, shown: 'both' as const, terms: {} }
    const one = { ...state, dataTypes: ['caseReview'] as const }
    const onTerms = { ...one, shown: 'yes' as const, terms: LONGEST_TERMS }
    for (const shown of [state, one, onTerms])
      expect(
        refusals(dataTypeCard(messages, shown, 999_999_999, listed(rows(sign, ROWS_BY_TYPE), uncertain))),
      ).toEqual([])
  })

  it('the table', () => {
    const state = { dataTypes: [], shown: 'both', terms: {} } as const
    expect(refusals(tableCard(messages, state, 999_999_999, page(rows(sign, ROWS_OF_TABLE))))).toEqual([])
  })

  it('a page of search results', () => {
    const words = Array.from({ length: 5 }, () => fill(sign, 40))
    const readAs = words.map((word) => ({ typed: word, meant: word }))
    const understood = { ...NOTHING_UNDERSTOOD, dataTypes: DATA_TYPE_KEYS, words, leftAside: words, readAs }
    const result = page(rows(sign, SEARCH_REACH), { understood, complete: false })
    expect(refusals(searchCard(messages, { text: fill(sign, LENGTHS.query), terms: {} }, 8, result))).toEqual(
      [],
    )
    expect(refusals(searchCard(messages, { text: fill(sign, 40), terms: LONGEST_TERMS }, 8, result))).toEqual(
      [],
    )
  })

  it.each(LONGEST_STATUSES)('a resource that is %s, whatever is claimed of it', (status) => {
    const resource = { ...longest(sign), status }
    const claimed = [
      claimsOfAll(sign, false, LENGTHS.claims),
      claimsOfAll(sign, true, LENGTHS.claims),
      claimsOfAll(sign, 'some', LENGTHS.claims),
      claimsOfAll(sign, 'some', 3),
    ]
    for (const claims of [resource.claims, ...claimed]) {
      const answer = { resource: { ...resource, claims }, lineage: longestLineage(sign), asOf }
      expect(refusals(resourceCard(messages, answer, false, PAGES))).toEqual([])
    }
    const unstated = { ...resource, license: null, counts: null, doi: null, access: 'unknown' as const }
    const answer = {
      resource: { ...unstated, claims: claimsOfAll(sign, false, LENGTHS.claims) },
      lineage: longestLineage(sign),
      asOf,
    }
    expect(refusals(resourceCard(messages, answer, false, PAGES))).toEqual([])
  })

  it('a resource whose licence is whole, however long all the rest', () => {
    const resource = { ...longest(sign), license: 'L'.repeat(LENGTHS.license) }
    const card = resourceCard(messages, { resource, lineage: longestLineage(sign), asOf }, false, PAGES)
    expect(JSON.stringify(card)).toContain(`**${messages.fields.license}** ${resource.license} `)
  })

  it.each([2, MOST_COMPARED])('a comparison of %i', (count) => {
    const resources = rows(sign, count)
    const sources = Array.from({ length: 100 }, (_, i) => `${fill(sign, 76)}${i}`)
    const lineage: LineageGraph = {
      nodes: [
        ...resources.map((resource) => ({ kind: 'resource' as const, ...resource })),
        ...sources.map((name) => ({ kind: 'origin' as const, name })),
      ],
      edges: sources.flatMap((from) => resources.map(({ slug }) => ({ from, to: slug }))),
    }
    expect(refusals(comparisonCard(messages, { resources, lineage, asOf }, PAGES))).toEqual([])
  })

  it.each(
    CITATION_STYLES.map((style) => style.key),
  )('the first page of citations as %s, and one amid, and the last', (style) => {
    const citation = cited(longest(sign), style)
    for (const skip of [0, 1, citation.entries.length - 1]) {
      expect(refusals(citationCard(messages, citation, style, skip))).toEqual([])
    }
  })

  it('what this is', () => {
    const most = { yes: 999_999_999, no: 999_999_999, unknown: 999_999_999 }
    const overview = {
      resources: 999_999_999,
      totals: { ct: most, xray: most, mrt: most, ultrasound: most, metadata: most, caseReview: most },
      unsaid: missingCounts,
      references: 999_999_999,
      survey: {
        title: fill(sign, LENGTHS.referenceTitle),
        authors: [fill(sign, LENGTHS.authorName), fill(sign, LENGTHS.authorName)],
        version: fill(sign, 40),
        releasedOn: '2020-05-12',
      },
      citations: { latest: longestReference(sign, 0), survey: longestReference(sign, 1) },
      asOf,
    }
    expect(refusals(aboutCard(messages, overview, PAGES))).toEqual([])
    const most25 = Array.from({ length: 25 }, (_, i) => ({
      slug: slugOf(i),
      name: fill(sign, LENGTHS.name),
      version: 999_999_999,
      gaps: 12,
    }))
    const { totals } = overview
    const gaps = { resources: 999_999_999, totals, unsaid: missingCounts, most: most25, asOf }
    expect(refusals(helpWantedCard(messages, gaps))).toEqual([])
  })

  it('what sources say otherwise', () => {
    const claims = longestFacts(sign).claims.map((claim) => ({ ...claim, stated: false }))
    expect(refusals(claimsCard(english, { ...longest(sign), claims }))).toEqual([])
  })

  it('a sentence', () => {
    expect(refusals(notice(fill('W', 1500)))).toEqual([])
  })
})

describe('with any data of a common length', () => {
  it('a list shows every name whole and linked', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '漢', 'ü'),
      minLength: 5,
      maxLength: 40,
    })
    const long = longest('W')
    fc.assert(
      fc.property(fc.array(letters, { minLength: ROWS_OF_TABLE, maxLength: ROWS_OF_TABLE }), (names) => {
        const resources = names.map((name, i) => ({
          ...long,
          slug: slugOf(i),
          availability: cellsOf(i),
          name: `${i}${name}`.trim(),
          organization: 'An organisation',
          url: `https://example.org/${i}`,
        }))
        const drawn = JSON.stringify(
          tableCard(english, { dataTypes: [], shown: 'both', terms: {} }, 1, page(resources)),
        )
        for (const { name, url } of resources)
          expect(drawn).toContain(`[${name.replace(/\s+/g, ' ')}](${url})`)
      }),
      // Each draws a whole list.
      { numRuns: 50 },
    )
  })
})

describe('the list of commands', () => {
  it('is one that Discord takes', () => {
    expect(problemsOfCommands(DECLARATIONS)).toEqual([])
  })
})
