// The paper about a researched resource, as a reference.

import { type CslName, type Reference, referenceAddress } from '../../../schema/record/reference.ts'
import { fold } from '../../../schema/text/fold.ts'
import type { ResearchedPaper, ResearchedRecord } from './researched-record.ts'

/** Where manuscripts and data are kept, which publish no issues. */
const PREPRINTS = 'medRxiv'
const ARCHIVE = 'The Cancer Imaging Archive'

/** The reference, unless it is among those that are cited already. */
export function newPaper(
  { slug, paper }: ResearchedRecord,
  cited: readonly Reference[],
): Reference | undefined {
  if (!paper) return undefined
  const reference = paperReference(`paper-${slug}`, paper)
  const address = referenceAddress(reference)
  const isCited = cited.some(
    (other) =>
      fold(other.title) === fold(reference.title) ||
      (address !== undefined && referenceAddress(other) === address),
  )
  return isCited ? undefined : reference
}

function paperReference(id: string, { title, authors, year, venue, doi, arxiv }: ResearchedPaper): Reference {
  return {
    id,
    type: typeOf(venue, doi, arxiv),
    title: title.replace(/ \(data citation\)$/, ''),
    ...(authors && { author: authors.map(nameOf) }),
    ...placeOf(venue),
    issued: { 'date-parts': [[year]] },
    ...(doi !== undefined && { DOI: doi }),
    // Of a paper that was published since, the manuscript is no other work.
    ...(doi === undefined && arxiv !== undefined && { archive: 'arXiv', archive_location: arxiv }),
  }
}

function typeOf(venue?: string, doi?: string, arxiv?: string): Reference['type'] {
  if (venue === ARCHIVE) return 'dataset'
  return venue === PREPRINTS || (doi === undefined && arxiv !== undefined) ? 'article' : 'article-journal'
}

/** "Radiology 301(1):E361-E370": journal, volume, issue, page. */
const ISSUE = /^(.+?) (\d+)(?:\((\d+)\))?:(\S+)$/
/** "Medical Image Analysis 102046": journal, number of the article. */
const ARTICLE = /^(.+?) (\d{5,})$/

function placeOf(venue: string | undefined) {
  if (venue === undefined) return {}
  if (venue === ARCHIVE || venue === PREPRINTS) return { publisher: venue }
  const [, journal, volume, issue, page] = venue.match(ISSUE) ?? []
  if (journal !== undefined)
    return {
      'container-title': journal,
      ...(volume && { volume }),
      ...(issue && { issue }),
      ...(page && { page }),
    }
  const [, title = venue, number] = venue.match(ARTICLE) ?? []
  return { 'container-title': title, ...(number && { page: number }) }
}

/** A family name begins with its particle, if it has one: "Maria | de la Iglesia Vayá". */
const PARTICLE = / (?=(?:de|della|van|von) )/

function nameOf(written: string): CslName {
  // What a list that was cut short ends with in this registry: formats/authors.ts.
  if (written === 'et al.') return { literal: 'others' }
  const cut = written.search(PARTICLE)
  const at = cut === -1 ? written.lastIndexOf(' ') : cut
  return at === -1 ? { literal: written } : { family: written.slice(at + 1), given: written.slice(0, at) }
}
