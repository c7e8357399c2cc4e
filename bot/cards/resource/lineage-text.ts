// Which data are in a resource, and in which its own are: what it shares with others, and whose terms it is under.

import type { Kin, Kinship } from '../../../schema/record/lineage.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Words } from '../../languages/index.ts'
import type { Footnotes } from '../kit/footnotes.ts'
import { plain } from '../kit/markdown.ts'
import { type Room, said } from './claims-text.ts'
import { askedBy } from './license-text.ts'

export interface KinRoom extends Room {
  /** How many are named each way. */
  readonly kin: number
  readonly kinName: number
  readonly kinLicense: number
}

/** "**Overlap** It has data of A (CC BY 4.0), B; through them of C and 2 more ¹" and what that means for who uses it. */
export function kinshipLines(
  words: Words,
  resource: Resource,
  { ancestors, descendants }: Kinship,
  notes: Footnotes,
  room: KinRoom,
): string[] {
  const { kinship } = words
  const fields = (['derivedFrom', 'origins'] as const).map((field) =>
    said(words, resource, field, notes, room, resource[field]),
  )
  const marks = notes.mark(
    resource.claims.filter(({ field, stated }) => stated && (field === 'derivedFrom' || field === 'origins')),
  )
  const elsewhere = fields.filter(({ otherCount }) => otherCount > 0).map(({ others }) => others(', '))
  const from = kinText(words, ancestors, room, kinship.fromThem)
  const lines = [
    ...(from === '' ? [] : [kinship.hasDataOf(`${from}${marks}`)]),
    ...(elsewhere.length > 0 ? [kinship.saidToHaveDataOf(elsewhere.join(', '))] : []),
    ...[limitsText(words, ancestors)].flatMap((text) => (text === undefined ? [] : [`⚠️ ${text}`])),
    ...(descendants.length > 0 ? [kinship.isIn(kinText(words, descendants, room, kinship.inThem))] : []),
  ]
  return lines.map((line, i) => (i === 0 ? `**${kinship.overlap}** ${line}` : line))
}

/** The nearest first; those that are more than a step away come after a semicolon. */
function kinText(
  words: Words,
  all: readonly Kin[],
  room: KinRoom,
  farther: (names: string) => string,
): string {
  const shown = all.slice(0, room.kin)
  const more = all.length - shown.length
  const { near, far } = byDistance(shown)
  const names = (kin: readonly Kin[]) => kin.map((one) => kinName(words, one, room)).join(', ')
  const groups = [names(near), far.length > 0 ? farther(names(far)) : '']
  return `${groups.filter(Boolean).join('; ')}${more > 0 ? ` ${words.more(more)}` : ''}`
}

/** "COVID-CT (CC BY-NC 4.0)" */
function kinName({ kinship }: Words, kin: Kin, { kinName: longest, kinLicense }: KinRoom): string {
  const name = plain(kin.name, longest)
  if (kin.kind === 'origin') return name
  const notes = [
    ...(kin.license === null ? [] : [plain(kin.license, kinLicense)]),
    ...(kin.status === 'removed' ? [kinship.removed] : []),
  ]
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name
}

/** Those that are a step away, and those that are more. */
export const byDistance = (kin: readonly Kin[]): { readonly near: Kin[]; readonly far: Kin[] } => ({
  near: kin.filter(({ steps }) => steps === 1),
  far: kin.filter(({ steps }) => steps > 1),
})

/** Who takes over data takes over their terms. Of how many they are not known is said too: silence is no permission. */
export function limitsText(words: Words, ancestors: readonly Kin[]): string | undefined {
  const licensed = ancestors.flatMap((kin) => (kin.kind === 'resource' && kin.license !== null ? [kin] : []))
  if (licensed.length === 0) return undefined
  const asked = askedBy(
    words,
    licensed.map(({ licenseSpdx }) => licenseSpdx),
  )
  return words.kinship.limits(licensed.length, asked.join(', '), ancestors.length - licensed.length)
}

/** How a resource of the lineage is called, where one is named by its slug. */
export const nameAmong =
  ({ ancestors, descendants }: Kinship) =>
  (slug: string): string =>
    [...ancestors, ...descendants].find((kin) => kin.kind === 'resource' && kin.slug === slug)?.name ?? slug
