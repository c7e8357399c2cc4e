// What a record states, as a resource's card and the card that asks whether it is still right draw it.

import { factOf, sourcesOfEntry } from '../../../schema/record/facts.ts'
import { WARNINGS } from '../../../schema/record/field-keys.ts'
import type { Lineage } from '../../../schema/record/lineage/graph.ts'
import type { Link } from '../../../schema/record/sites/link.ts'
import type { ResolvedResource } from '../../../schema/verbs/resources.ts'
import type { Messages } from '../../languages/index.ts'
import { linkText } from '../../languages/link.ts'
import { plain } from '../kit/markdown.ts'
import { line, text } from '../kit/message.ts'
import type { Pages } from '../kit/page-link.ts'
import { cellLines, factLines } from './facts-text.ts'
import { lineageLines } from './lineage-text.ts'
import { nameLink } from './name-link.ts'
import { referenceText } from './reference-text.ts'
import type { ResourceWriter } from './resource-writer.ts'

/** What is known beside the record. */
interface Beside {
  readonly lineage: Lineage
  readonly successor?: ResolvedResource['successor']
  readonly link?: Link | undefined
}

/** What is asked first at the top; the footnotes that all of it refers to at the end. */
export const recordParts = (writer: ResourceWriter, { lineage, successor, link }: Beside, pages: Pages) => [
  ...paragraph(factLines(writer, successor, pages)),
  ...paragraph(linkLines(writer.messages, link)),
  ...paragraph(cellLines(writer)),
  ...paragraph(lineageLines(writer, lineage)),
  ...paragraph(WARNINGS.flatMap((field) => warningLines(writer, field))),
  ...chapter(writer.messages.resource.references, referenceLines(writer)),
  ...chapter(writer.messages.resource.sources, writer.notes.lines(writer.room.source)),
]

/** Its name, organisation and description. */
export function headText({ resource, notes, room, claimed }: ResourceWriter, heading: '##' | '###'): string {
  const { name, organization, claims } = resource
  const marks = notes.mark(
    claims.filter(({ field, stated }) => stated && (field === 'name' || field === 'url')),
  )
  const { description } = resource
  return [
    `${heading} ${room.linked ? nameLink(resource, 200) : plain(name, 200)}${marks}`,
    `${plain(organization, 200)}${claimed('organization').marks()}`,
    ...(description === null || room.description === 0
      ? []
      : [`${plain(description, room.description)}${claimed('description').marks()}`]),
  ].join('\n')
}

function linkLines(messages: Messages, link: Link | undefined): string[] {
  const look = link && linkText(messages, link)
  if (!look) return []
  const copy = look.copy === undefined ? '' : ` · [${messages.resource.archivedCopy}](<${look.copy}>)`
  return [`-# ${look.text}${copy}`]
}

export const paragraph = (lines: readonly string[]) => (lines.length > 0 ? [text(lines.join('\n'))] : [])

const chapter = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [line, text([`### ${title}`, ...lines].join('\n'))] : []

/** The warnings of a field, each with its sources, then those that only other sources give. */
function warningLines(
  { messages, resource, notes, room, claimed }: ResourceWriter,
  field: (typeof WARNINGS)[number],
): string[] {
  const warnings = resource[field]
  const fact = factOf(resource, field)
  const shown = warnings.slice(0, room.warnings)
  const more = warnings.length - shown.length
  const { otherCount, others } = claimed(field)
  return [
    ...shown.map(
      (warning) => `⚠️ ${plain(warning, room.warning)}${notes.mark(sourcesOfEntry(fact, warning))}`,
    ),
    ...(more > 0 ? [messages.resource.moreToMind(more)] : []),
    ...(otherCount > 0 ? [messages.resource.elsewhere(others(', '))] : []),
  ]
}

function referenceLines({ messages, resource: { references }, room }: ResourceWriter): string[] {
  const shown = references
    .slice(0, room.references)
    .map((reference) => referenceText(messages, reference, room.title))
  const more = references.length - shown.length
  if (shown.length === 0 && more > 0) return [messages.resource.allReferences(more)]
  return [...shown, ...(more > 0 ? [messages.resource.moreReferences(more)] : [])]
}
