// Shapes of texts, with the lengths that every door may rely on.

import * as z from 'zod/mini'

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
  /** A text with references in it, and a file of them. */
  pasted: 65_536,
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
  description: 500,
  alias: 200,
  aliases: 20,
  otherUrls: 20,
  useNote: 300,
  versionLabel: 100,
  versions: 30,
  claims: 100,
  /** Of a list that a source claims; there are that many countries. */
  claimed: 250,
  source: 500,
} as const

/** A text that is not empty, of at most `max` UTF-16 units. */
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** A list of at most `most` entries. */
export const listOf = <Entry extends z.ZodMiniType>(entry: Entry, most: number) =>
  z.array(entry).check(z.maxLength(most))

export const Slug = z
  .string()
  .check(z.maxLength(LENGTHS.slug), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slugUnfit'))
