// The lineage of a resource on a card: the data that it contains, the resources that contain its data, and the terms.

import type { Lineage, RelatedResource } from '../../../schema/record/lineage/graph.ts'
import { nodeName } from '../../../schema/record/lineage/names.ts'
import { byDistance } from '../../../schema/record/lineage/queries.ts'
import type { Messages } from '../../languages/index.ts'
import { limitsText } from '../../languages/lineage.ts'
import { plain } from '../kit/markdown.ts'
import type { ResourceRoom } from './resource-room.ts'
import type { ResourceWriter } from './resource-writer.ts'

/** "**Overlap** It has data of A (CC BY 4.0), B; through them of C and 2 more ¹" and what that means for who uses it. */
export function lineageLines(
  { messages, resource, notes, room, claimed }: ResourceWriter,
  { ancestors, descendants, siblings }: Lineage,
): string[] {
  const { lineage } = messages
  const fields = (['derivedFrom', 'origins'] as const).map(claimed)
  const marks = notes.mark(
    resource.claims.filter(({ field, stated }) => stated && (field === 'derivedFrom' || field === 'origins')),
  )
  const elsewhere = fields.filter(({ otherCount }) => otherCount > 0).map(({ others }) => others(', '))
  const from = namesText(messages, ancestors, room, lineage.fromThem)
  const lines = [
    ...(from === '' ? [] : [lineage.hasDataOf(`${from}${marks}`)]),
    ...(elsewhere.length > 0 ? [lineage.claimedToHaveDataOf(elsewhere.join(', '))] : []),
    ...[limitsText(messages, ancestors)].flatMap((text) => (text === undefined ? [] : [`⚠️ ${text}`])),
    ...(descendants.length > 0 ? [lineage.isIn(namesText(messages, descendants, room, lineage.inThem))] : []),
    ...mayShareLines(messages, siblings, room),
  ]
  return lines.map((line, i) => (i === 0 ? `**${lineage.overlap}** ${line}` : line))
}

/** Those of the same sources that may have the same images. Of other kinds of data nothing is to be said. */
function mayShareLines(messages: Messages, siblings: Lineage['siblings'], room: ResourceRoom): string[] {
  const all = siblings.filter(({ overlap }) => overlap === 'may_share_images')
  const shown = all.slice(0, room.related).map(({ name }) => plain(name, room.relatedName))
  const more = all.length - shown.length
  if (shown.length === 0) return []
  return [messages.lineage.mayShare(`${shown.join(', ')}${more > 0 ? ` ${messages.more(more)}` : ''}`)]
}

/** The nearest first; those that are more than a step away come after a semicolon. */
function namesText(
  messages: Messages,
  all: readonly RelatedResource[],
  room: ResourceRoom,
  farther: (names: string) => string,
): string {
  const shown = all.slice(0, room.related)
  const more = all.length - shown.length
  const { near, far } = byDistance(shown)
  const names = (nodes: readonly RelatedResource[]) =>
    nodes.map((node) => nodeText(messages, node, room)).join(', ')
  const groups = [names(near), far.length > 0 ? farther(names(far)) : '']
  return `${groups.filter(Boolean).join('; ')}${more > 0 ? ` ${messages.more(more)}` : ''}`
}

/** "COVID-CT (CC BY-NC 4.0)" */
function nodeText(
  { lineage }: Messages,
  node: RelatedResource,
  { relatedName, relatedLicense }: ResourceRoom,
): string {
  const name = plain(nodeName(node), relatedName)
  if (node.kind === 'origin') return name
  const notes = [
    ...(node.license === null ? [] : [plain(node.license, relatedLicense)]),
    ...(node.status === 'removed' ? [lineage.removed] : []),
  ]
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name
}
