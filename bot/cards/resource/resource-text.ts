// How a resource reads in a line or two, at several levels of detail.

import { isEnded } from '../../../schema/record/caveats.ts'
import type { ResourceSummary } from '../../../schema/verbs/resources.ts'
import { inShort } from '../../../schema/words.ts'
import { decisionText } from '../../languages/decision.ts'
import type { Messages } from '../../languages/index.ts'
import { cellsText, statusDateText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { nameLink } from './name-link.ts'

/** The most UTF-16 units that a name and an organisation take, and whether the name is linked. */
export interface Detail {
  readonly name: number
  readonly organization: number
  readonly linked: boolean
  /** Whether the status of what has ended comes with its date. */
  readonly dated: boolean
  /** The length of the line that decides; 0 for none. */
  readonly decision: number
}

/** From what every real row takes to what even the longest fifteen fit in. */
export const DETAILS: readonly Detail[] = [
  { name: 200, organization: 200, linked: true, dated: true, decision: 300 },
  { name: 100, organization: 80, linked: true, dated: true, decision: 200 },
  { name: 90, organization: 60, linked: true, dated: false, decision: 120 },
  { name: 90, organization: 60, linked: true, dated: false, decision: 60 },
  { name: 90, organization: 60, linked: false, dated: false, decision: 60 },
  { name: 60, organization: 40, linked: false, dated: false, decision: 60 },
  { name: 60, organization: 40, linked: false, dated: false, decision: 0 },
]

const nameOf = (resource: Pick<ResourceSummary, 'name' | 'url' | 'status'>, detail: Detail): string =>
  detail.linked ? nameLink(resource, detail.name) : plain(resource.name, detail.name)

/** The organisation, and of what has ended that it has: "MIT · ⚠️ superseded, checked 29 November 2023". */
const organizationOf = (messages: Messages, resource: ResourceSummary, detail: Detail): string => {
  const date = detail.dated ? statusDateText(messages, resource) : ''
  const ended = isEnded(resource) ? ` · ⚠️ ${inShort(messages.choices.status[resource.status])}${date}` : ''
  return `${plain(resource.organization, detail.organization)}${ended}`
}

/** A resource in a list: its name and organisation, what decides whether to use it, the data types that it has. */
export function rowText(messages: Messages, resource: ResourceSummary, detail: Detail): string {
  const has = cellsText(messages, resource.availability, ['yes'])
  return [
    `**${nameOf(resource, detail)}** · ${organizationOf(messages, resource, detail)}`,
    ...(detail.decision > 0 ? [plain(decisionText(messages, resource), detail.decision)] : []),
    ...(has === '' ? [] : [has]),
  ].join('\n')
}
