import { LANGUAGES } from '../../../../bot/languages/index.ts'
import type { Claim } from '../../../../schema/record/claims.ts'
import {
  CLAIM_FIELDS,
  type ClaimField,
  dataTypeOf,
  fieldOf,
  type OwnKey,
} from '../../../../schema/record/field-keys.ts'
import type { Lineage, RelatedResource } from '../../../../schema/record/lineage/graph.ts'
import type { Facts, Resource } from '../../../../schema/record/resource.ts'
import { COUNTRIES } from '../../../../schema/record/values/countries.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import { ANNOTATIONS, COUNTED, FILE_FORMATS } from '../../../../schema/vocabulary.ts'

// The longest texts that the contract admits, in signs that cost cards the most.

/** Makes each once: the same long texts are on hundreds of cards, and to write them costs more than to draw those. */
export function remembered<Arguments extends readonly (string | number | boolean)[], Result>(
  make: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const made = new Map<string, { readonly result: Result }>()
  return (...args) => {
    const key = JSON.stringify(args)
    const known = made.get(key) ?? { result: make(...args) }
    made.set(key, known)
    return known.result
  }
}

/** Text of just `length` UTF-16 units (or one less, where a sign takes two), made of one sign. */
export const fill = remembered(
  (sign: string, length: number) =>
    sign
      .repeat(Math.ceil(length / sign.length))
      .slice(0, length)
      .trim() || sign,
)

export const SIGNS = ['W', '*', '漢', 'ﷺ', '😀', '[', '\\', '&', '{', '`', '(', '👩‍👩‍👧', '1. ', 'e\u0301']

/** In English all of them; in another language, which differs in our own words alone, the two that leave least room. */
export const SPOKEN = Object.entries(LANGUAGES).flatMap(([tag, messages]) =>
  (tag === 'en' ? SIGNS : ['ﷺ', '`']).map((sign) => [tag, sign, messages] as const),
)

/** All that the contract lets a record say beside the table. */
export const longestFacts = remembered((sign: string): Facts => {
  const many = (count: number, length: number) =>
    Array.from({ length: count }, (_, i) => `${fill(sign, length - 4)}${String(i).padStart(4, '0')}`)
  const slugs = Array.from(
    { length: LENGTHS.sources },
    (_, i) => `${'s'.repeat(LENGTHS.slug - 4)}${String(i).padStart(4, '0')}`,
  )
  const source = fill(sign, LENGTHS.source)
  return {
    license: fill(sign, LENGTHS.license),
    licenseSpdx: fill('L', LENGTHS.license),
    description: fill(sign, LENGTHS.description),
    use: {
      ...{ commercial: 'conditional', redistribution: 'conditional', modification: 'conditional' },
      note: fill(sign, LENGTHS.useNote),
    },
    access: 'build_it_yourself',
    annotations: [...ANNOTATIONS],
    published: 2026,
    lastUpdated: '2026-11-23',
    countries: [...COUNTRIES],
    fileFormats: [...FILE_FORMATS],
    downloadBytes: 123_456_789_012,
    versions: many(LENGTHS.versions, LENGTHS.versionLabel).map((label) => ({
      ...{ label, date: '2026-11-23', url: 'https://example.org/version', available: 'unknown' },
    })),
    aliases: many(LENGTHS.aliases, LENGTHS.alias),
    otherUrls: many(LENGTHS.otherUrls, LENGTHS.url - 22).map((path) => `https://example.org/${path}?o`),
    counts: {
      ...Object.fromEntries(COUNTED.map((key) => [key, 1_000_000_000])),
      text: fill(sign, LENGTHS.countsText),
      asOf: '2026-11-23',
    },
    formats: many(LENGTHS.formats, LENGTHS.format),
    doi: `10.1234/${'d'.repeat(LENGTHS.doi - 8)}`,
    formerUrls: many(LENGTHS.formerUrls, LENGTHS.url - 20).map((path) => `https://example.org/${path}`),
    successor: fill(sign, LENGTHS.successor),
    cautions: many(LENGTHS.cautions, LENGTHS.caution),
    derivedFrom: slugs,
    origins: many(LENGTHS.sources, LENGTHS.origin),
    claims: Array.from({ length: LENGTHS.claims }, (_, i) => ({
      field: 'license' as const,
      value: `${fill(sign, LENGTHS.license - 4)}${String(i).padStart(4, '0')}`,
      source,
      asOf: '2026-11-23',
      stated: i === 0,
    })),
  }
})

/** A value that a source may claim of the field, as long as it can be. */
function claimedValue(field: ClaimField, i: number, text: string): Claim['value'] {
  const described = dataTypeOf(field) ? undefined : fieldOf(field as OwnKey)
  switch (described?.kind) {
    case 'counts':
      return { images: i, text, asOf: '2026-11-23' }
    case 'number':
      return 1_000_000 + i
    case 'use':
      return {
        ...{ commercial: 'conditional', redistribution: 'conditional', modification: 'conditional' },
        note: text.slice(-LENGTHS.useNote),
      }
    case 'versions':
      return [{ label: text.slice(-LENGTHS.versionLabel), date: '2026-11-23', url: null, available: 'no' }]
    case 'text':
      return described.writing === 'date' ? `20${String(10 + (i % 90))}-11-23` : text
    case 'list':
      return described.writing === 'country' ? (COUNTRIES[i % COUNTRIES.length] ?? 'DE') : text
    default:
      return text
  }
}

/**
 * As many claims as there may be, over all fields, each of another value; of as many sources, or of a few, so that all
 * have footnotes.
 */
export const claimsOfAll = remembered((sign: string, stated: boolean | 'some', sources: number): Claim[] =>
  Array.from({ length: LENGTHS.claims }, (_, i) => {
    const field = CLAIM_FIELDS[i % CLAIM_FIELDS.length] ?? 'license'
    const text = `${fill(sign, LENGTHS.countsText - 4)}${String(i).padStart(4, '0')}`
    const value = claimedValue(field, i, text)
    const source = `https://example.org/${fill(sign, LENGTHS.source - 24)}${String(i % sources).padStart(4, '0')}`
    const isStated = stated === 'some' ? i < 3 * CLAIM_FIELDS.length : stated
    return { field, value, source, asOf: i % 2 === 0 ? '2026-11-23' : null, stated: isStated }
  }),
)

const FROM_ALL: Resource['availability'] = {
  ...{ ct: 'yes', xray: 'yes', mrt: 'yes' },
  ...{ ultrasound: 'yes', metadata: 'yes', caseReview: 'yes' },
}

/** A hundred resources and origins each way, some near and some far. */
export const longestLineage = remembered((sign: string): Lineage => {
  const related = Array.from({ length: 100 }, (_, i): RelatedResource => {
    const steps = i < 50 ? 1 : 2
    if (i % 10 === 9) return { kind: 'origin', name: fill(sign, LENGTHS.origin), steps }
    const { license, licenseSpdx, access } = longestFacts(sign)
    const availability = FROM_ALL
    const slug = `${'s'.repeat(LENGTHS.slug - 4)}${String(i).padStart(4, '0')}`
    const name = fill(sign, LENGTHS.name)
    return {
      kind: 'resource',
      slug,
      name,
      status: 'removed',
      availability,
      license,
      licenseSpdx,
      access,
      steps,
    }
  })
  const siblings = related.flatMap((node) =>
    node.kind === 'resource' ? [{ ...node, overlap: 'may_share_images' as const }] : [],
  )
  return { ancestors: related, descendants: related, siblings }
})

/** As long as an address of a registry will hardly be: a name in the DNS has at most 253 characters (RFC 1035, 2.3.4). */
export const PAGES = `https://${'registry.'.repeat(27)}example`
