// Which data are in a resource, and in which its own are: what it shares with others, and whose terms it is under.

import type { Resource } from '../../schema/contract.ts'
import type { Kin, Kinship } from '../../schema/lineage.ts'
import { type Room, said } from './claims-text.ts'
import type { Footnotes } from './footnotes.ts'
import { askedBy } from './license-text.ts'
import { plain } from './markdown.ts'

export interface KinRoom extends Room {
  /** How many are named each way. */
  readonly kin: number
  readonly kinName: number
  readonly kinLicense: number
}

/** "**Overlap** It has data of A (CC BY 4.0), B; through them of C and 2 more ¹" and what that means for who uses it. */
export function kinshipLines(
  resource: Resource,
  { ancestors, descendants }: Kinship,
  notes: Footnotes,
  room: KinRoom,
): string[] {
  const fields = (['derivedFrom', 'origins'] as const).map((field) =>
    said(resource, field, notes, room, resource[field]),
  )
  const marks = notes.mark(
    resource.claims.filter(({ field, stated }) => stated && (field === 'derivedFrom' || field === 'origins')),
  )
  const elsewhere = fields.filter(({ otherCount }) => otherCount > 0).map(({ others }) => others(', '))
  const from = kinText(ancestors, room, 'through them of ')
  const lines = [
    ...(from === '' ? [] : [`It has data of ${from}${marks}`]),
    ...(elsewhere.length > 0 ? [`Elsewhere it is said to have data of ${elsewhere.join(', ')}`] : []),
    ...[limitsText(ancestors)].flatMap((text) => (text === undefined ? [] : [`⚠️ ${text}`])),
    ...(descendants.length > 0
      ? [`Its data are also in ${kinText(descendants, room, 'through them in ')}`]
      : []),
  ]
  return lines.map((line, i) => (i === 0 ? `**Overlap** ${line}` : line))
}

/** The nearest first; those that are more than a step away come after a semicolon. */
function kinText(all: readonly Kin[], room: KinRoom, farther: string): string {
  const shown = all.slice(0, room.kin)
  const more = all.length - shown.length
  const { near, far } = byDistance(shown)
  const names = (kin: readonly Kin[]) => kin.map((one) => kinName(one, room)).join(', ')
  const groups = [names(near), far.length > 0 ? `${farther}${names(far)}` : '']
  return `${groups.filter(Boolean).join('; ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** "COVID-CT (CC BY-NC 4.0)" */
function kinName(kin: Kin, { kinName: longest, kinLicense }: KinRoom): string {
  const name = plain(kin.name, longest)
  if (kin.kind === 'origin') return name
  const notes = [
    ...(kin.license === null ? [] : [plain(kin.license, kinLicense)]),
    ...(kin.status === 'removed' ? ['no longer listed'] : []),
  ]
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name
}

/** Those that are a step away, and those that are more. */
export const byDistance = (kin: readonly Kin[]): { readonly near: Kin[]; readonly far: Kin[] } => ({
  near: kin.filter(({ steps }) => steps === 1),
  far: kin.filter(({ steps }) => steps > 1),
})

/** Who takes over data takes over their terms. Of how many they are not known is said too: silence is no permission. */
export function limitsText(ancestors: readonly Kin[]): string | undefined {
  const licensed = ancestors.flatMap((kin) => (kin.kind === 'resource' && kin.license !== null ? [kin] : []))
  if (licensed.length === 0) return undefined
  const asked = askedBy(licensed.map(({ licenseSpdx }) => licenseSpdx))
  const unknown = ancestors.length - licensed.length
  const limits = `The limits of ${licensed.length === 1 ? 'that licence' : 'those licences'} come along`
  return `${limits}${asked.length > 0 ? `: ${asked.join(', ')}` : ''}.${unknown > 0 ? ` Of ${unknown} no licence is known.` : ''}`
}

/** How a resource of the lineage is called, where one is named by its slug. */
export const nameAmong =
  ({ ancestors, descendants }: Kinship) =>
  (slug: string): string =>
    [...ancestors, ...descendants].find((kin) => kin.kind === 'resource' && kin.slug === slug)?.name ?? slug
