// The survey as a catalogue: what every rendering of the whole is given first.

import type { Resource } from '../../../schema/contract.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import { surveyRecords } from '../../../worker/domain/survey.ts'
import type { Catalogue, ExportFormat } from '../../../worker/formats/catalogue.ts'

const { resources, release } = surveyRecords(survey)

export const RESOURCES = resources
export const BASE = 'https://registry.example'

export const CATALOGUE: Catalogue = {
  base: BASE,
  state: { sequence: 14, changedAt: '2020-05-12T00:00:00.000Z', release },
}

/** The same where no address is set. */
export const NOWHERE: Catalogue = { ...CATALOGUE, base: '' }

/** One of the survey's resources. */
export function surveyResource(slug: string): Resource {
  const found = RESOURCES.find((resource) => resource.slug === slug)
  if (!found) throw new Error(`the survey has no ${slug}`)
  return found
}

/** A whole download. */
export function exported(format: ExportFormat, items: readonly Resource[], catalogue = CATALOGUE): string {
  const writer = format(catalogue)
  return [writer.head(), ...items.map((item) => writer.row(item)), writer.tail()].join('')
}
