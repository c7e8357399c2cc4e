// Shapes that cross a boundary, with the lengths that every door may rely on. Types come from the shapes.

import * as z from 'zod/mini'
import { ACCESS, AVAILABILITY, COUNTED, DATA_TYPES, RESOURCE_STATUSES } from '../vocabulary.ts'

/**
 * The longest of each, in UTF-16 units (what JavaScript's `length` says). Chosen so that a slug fits a Discord
 * component id (100) beside its action, and an address fits a link button (512).
 */
export const LENGTHS = {
  slug: 60,
  name: 200,
  organization: 200,
  url: 500,
  referenceTitle: 500,
  referenceContainer: 200,
  authorName: 120,
  authors: 100,
  references: 20,
  query: 500,
  license: 300,
  countsText: 400,
  format: 60,
  formats: 20,
  doi: 200,
  formerUrls: 20,
  successor: 200,
  caution: 300,
  cautions: 10,
  sources: 50,
  origin: 80,
  claims: 100,
  source: 500,
} as const

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

export const Slug = z
  .string()
  .check(
    z.maxLength(LENGTHS.slug),
    z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits, single hyphens'),
  )

/** One value for each of the six data types; a missing one is an error, not an unknown. */
export const AvailabilityRow = z.object(
  Object.fromEntries(DATA_TYPES.map((type) => [type.key, z.enum(AVAILABILITY)])) as {
    [Key in (typeof DATA_TYPES)[number]['key']]: z.ZodMiniEnum<{ yes: 'yes'; no: 'no'; unknown: 'unknown' }>
  },
)
export type AvailabilityRow = z.infer<typeof AvailabilityRow>

/** A CSL date: year, then month and day where they are known. */
export const CslDate = z.object({
  'date-parts': z.array(z.array(z.int()).check(z.minLength(1), z.maxLength(3))).check(z.length(1)),
})

export const CslName = z.union([
  z.object({ family: text(LENGTHS.authorName), given: z.optional(text(LENGTHS.authorName)) }),
  z.object({ literal: text(LENGTHS.authorName) }),
])
export type CslName = z.infer<typeof CslName>

/**
 * A reference as a CSL-JSON item (the citation style language's own data format, csl-data.json 1.0.2):
 * of its variables the ones that the registry uses. A preprint has `archive` and `archive_location`.
 */
export const Reference = z.object({
  id: text(LENGTHS.slug),
  type: z.enum(['article', 'article-journal', 'dataset', 'report', 'software', 'webpage']),
  title: text(LENGTHS.referenceTitle),
  author: z.optional(z.array(CslName).check(z.minLength(1), z.maxLength(LENGTHS.authors))),
  'container-title': z.optional(text(LENGTHS.referenceContainer)),
  publisher: z.optional(text(LENGTHS.organization)),
  issued: z.optional(CslDate),
  accessed: z.optional(CslDate),
  page: z.optional(text(40)),
  volume: z.optional(text(40)),
  issue: z.optional(text(40)),
  version: z.optional(text(40)),
  archive: z.optional(text(40)),
  archive_location: z.optional(text(80)),
  DOI: z.optional(text(200)),
  URL: z.optional(text(LENGTHS.url)),
  /** Its number in the survey's list of references. */
  'citation-number': z.optional(z.int()),
})
export type Reference = z.infer<typeof Reference>

/** A day, or as much of it as is known: 2020-10-07, 2020-10, 2020. */
export const PartialDate = z
  .string()
  .check(
    z.regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'a date, as in 2020-10-07, 2020-10 or 2020',
    ),
  )

const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000))

/** How large it is: numbers where the source has them, its words, and when they were true. */
export const Counts = z.strictObject({
  ...(Object.fromEntries(COUNTED.map((key) => [key, z.optional(count)])) as {
    [Key in (typeof COUNTED)[number]]: z.ZodMiniOptional<typeof count>
  }),
  text: z.optional(text(LENGTHS.countsText)),
  asOf: z.optional(PartialDate),
})
export type Counts = z.infer<typeof Counts>

/** The fields that a claim can be about. */
export const CLAIM_FIELDS = [
  'name',
  'url',
  'organization',
  'license',
  'access',
  'counts',
  'formats',
  'doi',
  'status',
  'successor',
  'cautions',
  'derivedFrom',
  'origins',
  ...DATA_TYPES.map((type) => `availability.${type.key}` as const),
] as const
export type ClaimField = (typeof CLAIM_FIELDS)[number]

/**
 * What a source says of one field. Of a list (formats, cautions, derivedFrom, origins) a claim has one entry or all of
 * them. Claims that disagree are all kept; `stated` says of each whether the record holds it for true.
 */
export const Claim = z.object({
  field: z.enum(CLAIM_FIELDS),
  value: z.union([z.string(), z.array(z.string()), Counts]),
  /** An address, or a repository and file at a commit. */
  source: text(LENGTHS.source),
  /** When the source said so, or was read. */
  asOf: z.nullable(PartialDate),
  stated: z.boolean(),
})
export type Claim = z.infer<typeof Claim>

/** What a researcher asks beside the six data types. Null and `unknown` are that nobody has said. */
const facts = {
  /** As claimed, in its own words. */
  license: z.nullable(text(LENGTHS.license)),
  /** The same as an SPDX expression, where it is one. */
  licenseSpdx: z.nullable(text(LENGTHS.license)),
  access: z.enum(ACCESS),
  counts: z.nullable(Counts),
  formats: z.array(text(LENGTHS.format)).check(z.maxLength(LENGTHS.formats)),
  /** Of the data set, not of a paper about it; bare, as 10.5281/zenodo.1234. */
  doi: z.nullable(text(LENGTHS.doi)),
  formerUrls: z.array(text(LENGTHS.url)).check(z.maxLength(LENGTHS.formerUrls)),
  /** What takes its place: a slug, or the name of what is not listed. */
  successor: z.nullable(text(LENGTHS.successor)),
  /** What to mind: how to split it, consent, what it is not for. */
  cautions: z.array(text(LENGTHS.caution)).check(z.maxLength(LENGTHS.cautions)),
  /** The resources whose data it has in it. */
  derivedFrom: z.array(Slug).check(z.maxLength(LENGTHS.sources)),
  /** Where else its data are from, by name. */
  origins: z.array(text(LENGTHS.origin)).check(z.maxLength(LENGTHS.sources)),
  claims: z.array(Claim).check(z.maxLength(LENGTHS.claims)),
}

/** A resource as the public sees it, and as the change log keeps it: references by value, in the order cited. */
export const Resource = z.object({
  slug: Slug,
  name: text(LENGTHS.name),
  url: text(LENGTHS.url),
  organization: text(LENGTHS.organization),
  availability: AvailabilityRow,
  ...facts,
  references: z.array(Reference).check(z.maxLength(LENGTHS.references)),
  status: z.enum(RESOURCE_STATUSES),
  /** Its place in the table, given once; a release prints in this order. */
  position: z.int(),
  version: z.int().check(z.positive()),
  /** When this version came to be, ISO 8601 in UTC. */
  updatedAt: z.iso.datetime(),
})
export type Resource = z.infer<typeof Resource>
export type Facts = Pick<Resource, keyof typeof facts>

/** What a record says that says nothing beside the survey's table. */
export const NO_FACTS: Facts = {
  license: null,
  licenseSpdx: null,
  access: 'unknown',
  counts: null,
  formats: [],
  doi: null,
  formerUrls: [],
  successor: null,
  cautions: [],
  derivedFrom: [],
  origins: [],
  claims: [],
}
