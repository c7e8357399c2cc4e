import type { APIComponentInContainer } from 'discord-api-types/v10'
import { type Caveats, caveatsOf, isDoubtful, isUnconfirmed } from '../../../schema/record/caveats.ts'
import { factOf, sourcesOfEntry } from '../../../schema/record/facts.ts'
import { WARNINGS } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { WithLink } from '../../../schema/record/sites/link.ts'
import type { ResolvedResource } from '../../../schema/verbs/resources.ts'
import type { Messages } from '../../languages/index.ts'
import { linkText } from '../../languages/link.ts'
import { readAsNotes } from '../../languages/understood.ts'
import { typeLabels } from '../../languages/values.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { plain, unlinked } from '../kit/markdown.ts'
import { button, type Card, card, fullest, line, linkButton, row, text } from '../kit/message.ts'
import { type Pages, pageLink } from '../kit/page-link.ts'
import { cellLines, factLines } from './facts-text.ts'
import { lineageLines } from './lineage-text.ts'
import { nameLink } from './name-link.ts'
import { referenceText } from './reference-text.ts'
import { ROOMS } from './resource-room.ts'
import { type ResourceWriter, resourceWriter } from './resource-writer.ts'

/**
 * Everything known about one resource, what is asked first at the top: is it there, may I use it, how do I get it, how
 * large is it, what does it share with others. `shared` is a card that all can see: it needs no Share button.
 */
export function resourceCard(
  messages: Messages,
  { resource, lineage, successor, asOf, readAs = [] }: ResolvedResource,
  shared: boolean,
  pages?: Pages,
  now = new Date(),
): Card {
  const { buttons } = messages
  const { slug } = resource
  const caveats = caveatsOf(resource)
  const isRemoved = resource.status === 'removed'
  return fullest(ROOMS, (room) => {
    const writer = resourceWriter(messages, resource, room)
    const parts = [
      text([headText(writer), ...caveatLines(messages, caveats)].join('\n')),
      ...paragraph(factLines(writer, successor, pages)),
      ...paragraph(linkLines(messages, resource)),
      ...paragraph(cellLines(writer)),
      ...paragraph(lineageLines(writer, lineage)),
      ...paragraph(WARNINGS.flatMap((field) => warningLines(writer, field))),
      ...chapter(messages.resource.references, referenceLines(writer)),
      ...chapter(messages.resource.sources, writer.notes.lines(room.source)),
      row(
        button(buttons.cite, { action: 'cite', slug }),
        ...(isRemoved
          ? []
          : [linkButton(isDoubtful(caveats) ? buttons.openDoubtful : buttons.open, resource.url)]),
        button(buttons.history, { action: 'history', before: 0, after: 0, slug }),
        button(buttons.watch, { action: 'watchResource', slug }),
        ...(shared ? [] : [button(buttons.share, { action: 'share', slug })]),
      ),
      ...paragraph(
        isUnconfirmed(resource, now)
          ? [`-# ${messages.resource.unconfirmed(messages.day(resource.updatedAt))}`]
          : [],
      ),
      ...paragraph(readAsNotes(messages, readAs, (word) => plain(word, 24)).map((note) => `-# ${note}`)),
      text(
        `${asOfText(messages, asOf)}${pageLink(' · ', room.paged ? pages : undefined, `/r/${slug}`, messages.pages.resource)}`,
      ),
    ]
    return card(isRemoved ? parts.map((part) => withoutLinks(part, pages)) : parts)
  })
}

function linkLines(messages: Messages, { link }: WithLink<Resource>): string[] {
  const look = link && linkText(messages, link)
  if (!look) return []
  const copy = look.copy === undefined ? '' : ` · [${messages.resource.archivedCopy}](<${look.copy}>)`
  return [`-# ${look.text}${copy}`]
}

const withoutLinks = (part: APIComponentInContainer, pages: Pages): APIComponentInContainer =>
  part.type === 10 ? text(unlinked(part.content, pages)) : part

const paragraph = (lines: readonly string[]) => (lines.length > 0 ? [text(lines.join('\n'))] : [])

const chapter = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [line, text([`### ${title}`, ...lines].join('\n'))] : []

function headText({ resource, notes, room, claimed }: ResourceWriter): string {
  const { name, organization, claims } = resource
  const marks = notes.mark(
    claims.filter(({ field, stated }) => stated && (field === 'name' || field === 'url')),
  )
  const { description } = resource
  return [
    `## ${room.linked ? nameLink(resource, 200) : plain(name, 200)}${marks}`,
    `${plain(organization, 200)}${claimed('organization').marks()}`,
    ...(description === null || room.description === 0
      ? []
      : [`${plain(description, room.description)}${claimed('description').marks()}`]),
  ].join('\n')
}

/** Why it may have no images; that it has ended is the first fact below. */
const caveatLines = (messages: Messages, { isWithoutImages, denied }: Caveats): string[] => [
  ...(isWithoutImages ? [`⚠️ **${messages.resource.withoutImages}**`] : []),
  ...(denied.length > 0
    ? [`⚠️ **${messages.resource.imagesDenied(messages.listed(typeLabels(messages, denied)))}**`]
    : []),
]

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
