// How a resource reads in a line or two, at several levels of detail.

import type { ResourceSummary } from '../../../schema/verbs/resources.ts'
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
