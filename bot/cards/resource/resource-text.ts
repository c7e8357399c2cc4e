// How a resource reads in a line or two, at several levels of detail.

import { isEnded } from '../../../schema/record/caveats.ts'
import type { ResourceSummary } from '../../../schema/verbs/resources.ts'
import { inShort } from '../../../schema/words.ts'
import type { Messages } from '../../languages/index.ts'
import { statusDateText } from '../../languages/values.ts'
import { link, plain } from '../kit/markdown.ts'

/** The most UTF-16 units that a name and an organisation take, and whether the name is linked. */
export interface Detail {
  readonly name: number
  readonly organization: number
  readonly linked: boolean
  /** Whether the status of what has ended comes with its date. */
  readonly dated: boolean
}

/** From what every real row takes to what even the longest fifteen fit in. */
export const DETAILS: readonly Detail[] = [
  { name: 200, organization: 200, linked: true, dated: true },
  { name: 100, organization: 80, linked: true, dated: true },
  { name: 90, organization: 60, linked: false, dated: false },
  { name: 60, organization: 40, linked: false, dated: false },
]

export const nameOf = (resource: Pick<ResourceSummary, 'name' | 'url'>, detail: Detail): string =>
  detail.linked ? link(resource.name, resource.url, detail.name) : plain(resource.name, detail.name)

/** The organisation, and of what has ended that it has: "MIT · ⚠️ superseded, checked 29 November 2023". */
export const organizationOf = (messages: Messages, resource: ResourceSummary, detail: Detail): string => {
  const date = detail.dated ? statusDateText(messages, resource) : ''
  const ended = isEnded(resource) ? ` · ⚠️ ${inShort(messages.choices.status[resource.status])}${date}` : ''
  return `${plain(resource.organization, detail.organization)}${ended}`
}
