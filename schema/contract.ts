// Shapes that cross a boundary, with the lengths that every door may rely on. Types come from the shapes.

import * as z from 'zod/mini'
import { AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from './vocabulary.ts'

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

/** A resource as the public sees it, and as the change log keeps it: references by value, in the order cited. */
export const Resource = z.object({
  slug: Slug,
  name: text(LENGTHS.name),
  url: text(LENGTHS.url),
  organization: text(LENGTHS.organization),
  availability: AvailabilityRow,
  references: z.array(Reference).check(z.maxLength(LENGTHS.references)),
  status: z.enum(RESOURCE_STATUSES),
  /** Its place in the table, given once; a release prints in this order. */
  position: z.int(),
  version: z.int().check(z.positive()),
  /** When this version came to be, ISO 8601 in UTC. */
  updatedAt: z.iso.datetime(),
})
export type Resource = z.infer<typeof Resource>
