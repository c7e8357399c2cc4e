// References as CSL-JSON has them.

import * as z from 'zod/mini'
import { canonicalAddress } from '../values/addresses/address.ts'
import { CslDate } from '../values/dates.ts'
import { LENGTHS, text } from '../values/text.ts'

export const CslName = z.union([
  z.object({ family: text(LENGTHS.authorName), given: z.optional(text(LENGTHS.authorName)) }),
  z.object({ literal: text(LENGTHS.authorName) }),
])
export type CslName = z.infer<typeof CslName>

const REFERENCE_TYPES = [
  ...(['article', 'article-journal', 'book', 'chapter', 'dataset'] as const),
  ...(['paper-conference', 'report', 'software', 'thesis', 'webpage'] as const),
] as const

/**
 * A reference as a CSL-JSON item (the citation style language's own data format, csl-data.json 1.0.2):
 * of its variables the ones that the registry uses. A preprint has `archive` and `archive_location`.
 */
export const Reference = z.object({
  id: text(LENGTHS.slug),
  type: z.enum(REFERENCE_TYPES),
  /** Of one that is known by its identifier alone there is none. */
  title: z.optional(text(LENGTHS.referenceTitle)),
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

/** What a reference is found by when someone pastes it: its DOI, arXiv number or address, in canonical form. */
export function referenceAddress(reference: Reference): string | undefined {
  const { DOI, URL, archive, archive_location } = reference
  if (archive?.toLowerCase() === 'arxiv' && archive_location)
    return canonicalAddress(`arXiv:${archive_location}`)
  const address = DOI ? `doi:${DOI}` : URL
  return address && canonicalAddress(address)
}

/** Its title; of one without a title its identifier or address, as in "arXiv:2004.14133". */
export function referenceTitle({ title, DOI, URL, archive, archive_location, id }: Reference): string {
  if (title !== undefined) return title
  if (archive !== undefined && archive_location !== undefined) return `${archive}:${archive_location}`
  if (DOI !== undefined) return `doi:${DOI}`
  return (
    /^https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)/.exec(URL ?? '')?.[1]?.replace(/^/, 'PMID:') ?? URL ?? id
  )
}
