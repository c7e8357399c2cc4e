import { cslDate } from '../../../schema/record/dates.ts'
import type { CslName, Reference } from '../../../schema/record/reference.ts'

/** A reference as the survey prints it, and as `schema/survey` keeps it. */
export interface PrintedReference {
  number: number
  type: Reference['type']
  title: string
  /** "Family, I." */
  authors?: string[]
  container?: string
  year?: number
  page?: string
  /** Without its prefix: 2003.11597 */
  arXiv?: string
  URL?: string
  /** 2020-04-07 */
  accessed?: string
}

/** A printed reference as a CSL-JSON item; what is not printed is absent from it. */
export function surveyReference(printed: PrintedReference): Reference {
  const { number, type, title, authors, container, year, page, arXiv, URL, accessed } = printed
  // CSL has variables of its own for where a preprint is kept; as a container, arXiv would pass for a journal.
  const journal = container === 'arXiv' && arXiv !== undefined ? undefined : container
  return {
    id: `survey-${number}`,
    type,
    title,
    ...(authors !== undefined && { author: authors.map(authorName) }),
    ...(journal !== undefined && { 'container-title': journal }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(accessed !== undefined && { accessed: cslDate(accessed) }),
    ...(page !== undefined && { page }),
    ...(arXiv !== undefined && { archive: 'arXiv', archive_location: arXiv }),
    ...(URL !== undefined && { URL }),
    'citation-number': number,
  }
}

function authorName(printed: string): CslName {
  const comma = printed.indexOf(',')
  if (comma === -1) return { literal: printed }
  return { family: printed.slice(0, comma).trim(), given: printed.slice(comma + 1).trim() }
}
