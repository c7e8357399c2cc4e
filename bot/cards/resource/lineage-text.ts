// Which data are in a resource, and in which its own are: what it shares with others, and whose terms it is under.

import { licenceTerms } from '../../../schema/record/licence.ts'
import type { Lineage, RelatedResource } from '../../../schema/record/lineage.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Messages } from '../../languages/index.ts'
import { termsText } from '../../languages/values.ts'
import type { Footnotes } from '../kit/footnotes.ts'
import { plain } from '../kit/markdown.ts'
import { type Room, sourcedText } from './claims-text.ts'

export interface LineageRoom extends Room {
  /** How many are named each way. */
  readonly kin: number
  readonly kinName: number
  readonly kinLicense: number
}

/** "**Overlap** It has data of A (CC BY 4.0), B; through them of C and 2 more ¹" and what that means for who uses it. */
export function lineageLines(
  messages: Messages,
  resource: Resource,
  { ancestors, descendants }: Lineage,
  notes: Footnotes,
  room: LineageRoom,
): string[] {
  const { lineage } = messages
  const fields = (['derivedFrom', 'origins'] as const).map((field) =>
    sourcedText(messages, resource, field, notes, room, resource[field]),
  )
  const marks = notes.mark(
    resource.claims.filter(({ field, stated }) => stated && (field === 'derivedFrom' || field === 'origins')),
  )
  const elsewhere = fields.filter(({ otherCount }) => otherCount > 0).map(({ others }) => others(', '))
  const from = kinText(messages, ancestors, room, lineage.fromThem)
  const lines = [
    ...(from === '' ? [] : [lineage.hasDataOf(`${from}${marks}`)]),
    ...(elsewhere.length > 0 ? [lineage.claimedToHaveDataOf(elsewhere.join(', '))] : []),
    ...[limitsText(messages, ancestors)].flatMap((text) => (text === undefined ? [] : [`⚠️ ${text}`])),
    ...(descendants.length > 0 ? [lineage.isIn(kinText(messages, descendants, room, lineage.inThem))] : []),
  ]
  return lines.map((line, i) => (i === 0 ? `**${lineage.overlap}** ${line}` : line))
}

/** The nearest first; those that are more than a step away come after a semicolon. */
function kinText(
  messages: Messages,
  all: readonly RelatedResource[],
  room: LineageRoom,
  farther: (names: string) => string,
): string {
  const shown = all.slice(0, room.kin)
  const more = all.length - shown.length
  const { near, far } = byDistance(shown)
  const names = (kin: readonly RelatedResource[]) => kin.map((one) => kinName(messages, one, room)).join(', ')
  const groups = [names(near), far.length > 0 ? farther(names(far)) : '']
  return `${groups.filter(Boolean).join('; ')}${more > 0 ? ` ${messages.more(more)}` : ''}`
}

/** "COVID-CT (CC BY-NC 4.0)" */
function kinName(
  { lineage }: Messages,
  kin: RelatedResource,
  { kinName: longest, kinLicense }: LineageRoom,
): string {
  const name = plain(kin.name, longest)
  if (kin.kind === 'origin') return name
  const notes = [
    ...(kin.license === null ? [] : [plain(kin.license, kinLicense)]),
    ...(kin.status === 'removed' ? [lineage.removed] : []),
  ]
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name
}

/** Those that are a step away, and those that are more. */
export const byDistance = (
  kin: readonly RelatedResource[],
): { readonly near: RelatedResource[]; readonly far: RelatedResource[] } => ({
  near: kin.filter(({ steps }) => steps === 1),
  far: kin.filter(({ steps }) => steps > 1),
})

/** Who takes over data takes over their terms. Of how many they are not known is said too: silence is no permission. */
export function limitsText(messages: Messages, ancestors: readonly RelatedResource[]): string | undefined {
  const licensed = ancestors.flatMap((kin) => (kin.kind === 'resource' && kin.license !== null ? [kin] : []))
  if (licensed.length === 0) return undefined
  const terms = licenceTerms(licensed.map(({ licenseSpdx }) => licenseSpdx))
  return messages.lineage.limits(
    licensed.length,
    termsText(messages, terms),
    ancestors.length - licensed.length,
  )
}

/** How a resource of the lineage is called, where one is named by its slug. */
export const nameAmong =
  ({ ancestors, descendants }: Lineage) =>
  (slug: string): string =>
    [...ancestors, ...descendants].find((kin) => kin.kind === 'resource' && kin.slug === slug)?.name ?? slug
