// The survey's resources as records, and whole downloads of them.

import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import type { Catalogue, ExportFormat } from '../../../worker/formats/catalogue.ts'
import { SURVEY } from '../../support/release-files.ts'

/** The survey's list of references. */
export const { references: REFERENCES = [] } = SURVEY
export const RESOURCES = SURVEY.items.map(completeRecord)
export const RELEASE = { ...SURVEY.release, resources: RESOURCES.length }

/** The first row of the table. */
export const [FIRST = missing('first row')] = RESOURCES

/** Table 1 as printed: name, six cells, organisation. */
export const TABLE = RESOURCES.map(({ name, availability, organization }) => [
  name,
  ...Object.values(availability),
  organization,
])

export const BASE = 'https://registry.example'

/** The registry as it was when it held the survey and nothing else. */
export const CATALOGUE: Catalogue = {
  base: BASE,
  asOf: {
    sequence: RESOURCES.length,
    changedAt: '2020-05-12T00:00:00.000Z',
    release: { ...SURVEY.release, throughSequence: RESOURCES.length },
  },
}

/** The same where no address is set. */
export const NOWHERE: Catalogue = { ...CATALOGUE, base: '' }

/** One of the survey's resources. */
export function surveyResource(slug: string): Resource {
  return RESOURCES.find((resource) => resource.slug === slug) ?? missing(slug)
}

/** A download of these resources. */
export function written(
  format: ExportFormat,
  rows: readonly Resource[] = RESOURCES,
  catalogue = CATALOGUE,
): string {
  const writer = format(catalogue)
  return [writer.head(), ...rows.map((resource) => writer.row(resource)), writer.tail()].join('')
}

function missing(what: string): never {
  throw new Error(`The survey has no ${what}.`)
}
