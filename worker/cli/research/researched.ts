// A researched record as what to propose: an addition, or the correction of what is listed.

import type { DesiredRecord } from '../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { ProposedResource } from '../../../schema/record/submission.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { correctedOrganization, disagreements, from, organizationOf } from './researched-disputes.ts'
import { researchedFacts } from './researched-facts.ts'
import type { ResearchedRecord } from './researched-record.ts'
import { sourcesFor, sourcesForCell, THE_SURVEY } from './researched-sources.ts'
import { LETTERS } from './researched-words.ts'

/** What it says of a resource that is not listed. */
export function researchedAddition(record: ResearchedRecord): DesiredRecord<ProposedResource> {
  const yes = DATA_TYPES.map(({ key }) => ({ key, sources: sourcesForCell(record, key) })).filter(
    ({ key, sources }) => LETTERS[record.availability[key]] === 'yes' && sources.length > 0,
  )
  const organization = organizationOf(record)
  const facts = researchedFacts(record)
  return {
    fields: {
      ...facts.fields,
      slug: record.slug,
      name: record.name,
      url: record.url,
      organization: organization.name,
      availability: Object.fromEntries(yes.map(({ key }) => [key, 'yes' as const])),
      ...(record.previousUrls && { formerUrls: record.previousUrls }),
    },
    evidence: [
      ...from('url', sourcesFor(record, 'url')),
      ...from('organization', organization.sources),
      ...yes.flatMap(({ key, sources }) => from(`availability.${key}`, sources)),
      ...facts.evidence,
    ],
  }
}

/** What it says of one that is listed. Former addresses that it does not know stay. */
export function researchedCorrection(record: ResearchedRecord, listed: Resource): DesiredRecord {
  const { fields, evidence } =
    record.surveyRow === null ? researchedAddition(record) : ofTheSurvey(record, listed)
  const former = [...new Set([...listed.formerUrls, ...(record.previousUrls ?? [])])]
  // The address that is left becomes a former one by the correction itself.
  const formerUrls = former.filter((url) => url !== listed.url)
  return { fields: { ...fields, formerUrls }, evidence }
}

/**
 * A row of the survey keeps its cells, its name and, unless the research says that it is wrong, its organisation; a
 * source that speaks against a cell is a claim beside it.
 */
function ofTheSurvey(record: ResearchedRecord, listed: Resource): DesiredRecord {
  const facts = researchedFacts(record)
  const hasMoved = record.url !== listed.url || record.previousUrls !== undefined
  const organization = correctedOrganization(record)
  return {
    fields: {
      ...(hasMoved && { url: record.url }),
      ...(organization && { organization: organization.is }),
      ...facts.fields,
    },
    evidence: [
      ...from('url', hasMoved ? sourcesFor(record, 'url') : []),
      ...from('organization', organization ? [THE_SURVEY] : [], organization?.was),
      ...from('organization', organization ? sourcesFor(record, 'organization') : []),
      ...disagreements(record),
      ...facts.evidence,
    ],
  }
}
