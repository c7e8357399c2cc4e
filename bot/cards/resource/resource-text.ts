// How a resource reads in a line or two, at several levels of detail.

import type { AvailabilityRow } from '../../../schema/record/resource.ts'
import type { ResourceSummary } from '../../../schema/verbs/resources.ts'
import { type Availability, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { link, plain } from '../kit/markdown.ts'

/** The most UTF-16 units that a name and an organisation take, and whether the name is linked. */
export interface Detail {
  readonly name: number
  readonly organization: number
  readonly linked: boolean
}

/** From what every real row takes to what even the longest fifteen fit in. */
export const DETAILS: readonly Detail[] = [
  { name: 200, organization: 200, linked: true },
  { name: 100, organization: 80, linked: true },
  { name: 90, organization: 60, linked: false },
  { name: 60, organization: 40, linked: false },
]

export const nameOf = (resource: Pick<ResourceSummary, 'name' | 'url'>, detail: Detail): string =>
  detail.linked ? link(resource.name, resource.url, detail.name) : plain(resource.name, detail.name)

export const organizationOf = (resource: Pick<ResourceSummary, 'organization'>, detail: Detail): string =>
  plain(resource.organization, detail.organization)

const ORDER = ['yes', 'no', 'unknown'] as const satisfies readonly Availability[]

/** The labels of the data types with a value, in the order of the table. */
export const labelsWith = ({ dataTypes }: Messages, row: AvailabilityRow, value: Availability): string[] =>
  DATA_TYPE_KEYS.filter((key) => row[key] === value).map((key) => dataTypes[key].label)

/** "has Ultrasound, Metadata · lacks CT · unknown MRT" */
export function cellsText(
  messages: Messages,
  row: AvailabilityRow,
  order: readonly Availability[] = ORDER,
): string {
  return order
    .map((value) => ({ value, labels: labelsWith(messages, row, value) }))
    .filter(({ labels }) => labels.length > 0)
    .map(({ value, labels }) => messages.cells[value](labels.join(', ')))
    .join(' · ')
}
