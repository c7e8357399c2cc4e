import { AvailabilityRow } from '../../../schema/record/availability.ts'
import { Reference } from '../../../schema/record/reference.ts'
import type { StoredRecord } from '../../../schema/record/stored-record.ts'
import { type PrintedReference, surveyReference } from './survey-references.ts'

/** The survey as it was printed: `schema/survey/2.0.json`. */
export interface PrintedSurvey {
  readonly survey: {
    readonly title: string
    readonly authors: readonly {
      readonly family: string
      readonly given: string
      readonly affiliation: string
    }[]
    readonly version: string
    readonly lastUpdate: string
    readonly keywords: readonly string[]
    readonly note: string
  }
  readonly resources: readonly {
    readonly position: number
    readonly slug: string
    readonly name: string
    readonly url: string
    readonly organization: string
    readonly availability: object
    readonly references: readonly number[]
  }[]
  /** `type` is one of the reference's types; JSON says only that it is text. */
  readonly references: readonly (Omit<PrintedReference, 'type'> & { readonly type: string })[]
}

/** The printed survey as the registry's first records: each resource at version 1, from the day of the survey. */
export function surveyRecords({ survey, resources, references }: PrintedSurvey) {
  const items = references.map((printed) => Reference.parse(surveyReference(printed as PrintedReference)))
  return {
    references: items,
    resources: resources.map(
      (row): StoredRecord => ({
        slug: row.slug,
        name: row.name,
        url: row.url,
        organization: row.organization,
        availability: AvailabilityRow.parse(row.availability),
        references: row.references.flatMap((number) =>
          items.filter((item) => item['citation-number'] === number),
        ),
        status: 'unknown',
        position: row.position,
        version: 1,
        updatedAt: `${survey.lastUpdate}T00:00:00.000Z`,
      }),
    ),
    release: {
      version: survey.version,
      title: survey.title,
      authors: survey.authors,
      keywords: survey.keywords,
      note: survey.note,
      releasedOn: survey.lastUpdate,
    },
  }
}
