import type { Resource } from '../../../schema/record/resource.ts'
import type { ResourceAnswer } from '../../../schema/verbs/registry.ts'
import type { Words } from '../../languages/index.ts'
import { standingText } from '../kit/as-of-text.ts'
import { type Footnotes, footnotes } from '../kit/footnotes.ts'
import { link, plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, line, linkButton, row, text } from '../kit/message.ts'
import { type Pages, pageLink } from '../kit/page-link.ts'
import { said } from './claims-text.ts'
import { cellLines, factLines } from './facts-text.ts'
import { kinshipLines, nameAmong } from './lineage-text.ts'
import { referenceText } from './reference-text.ts'
import { type ResourceRoom, ROOMS } from './resource-room.ts'

/**
 * Everything known about one resource, what is asked first at the top: is it there, may I use it, how do I get it, how
 * large is it, what does it share with others. `shared` is a card that all can see: it needs no Share button.
 */
export function resourceCard(
  words: Words,
  { resource, kinship, standing }: ResourceAnswer,
  shared: boolean,
  pages?: Pages,
): Card {
  const { buttons } = words
  const { slug, claims } = resource
  return fullest(ROOMS, (room) => {
    // Numbered as they are drawn, which is in the order in which they are read.
    const notes = footnotes(words, claims, room.sources)
    return card([
      text(headText(words, resource, notes, room)),
      ...paragraph(factLines(words, resource, nameAmong(kinship), notes, room)),
      ...paragraph(cellLines(words, resource, notes, room)),
      ...paragraph(kinshipLines(words, resource, kinship, notes, room)),
      ...paragraph(cautionLines(words, resource, notes, room)),
      ...chapter(words.resource.references, referenceLines(words, resource, room)),
      ...chapter(words.resource.sources, notes.lines(room.source)),
      row(
        button(buttons.cite, { action: 'cite', slug }),
        linkButton(buttons.open, resource.url),
        button(buttons.history, { action: 'history', before: 0, after: 0, slug }),
        button(buttons.watch, { action: 'watchResource', slug }),
        ...(shared ? [] : [button(buttons.share, { action: 'share', slug })]),
      ),
      text(
        `${standingText(words, standing)}${pageLink(' · ', room.paged ? pages : undefined, `/r/${slug}`, words.pages.resource)}`,
      ),
    ])
  })
}

const paragraph = (lines: readonly string[]) => (lines.length > 0 ? [text(lines.join('\n'))] : [])

const chapter = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [line, text([`### ${title}`, ...lines].join('\n'))] : []

function headText(words: Words, resource: Resource, notes: Footnotes, room: ResourceRoom): string {
  const { name, url, organization, claims } = resource
  const marks = notes.mark(
    claims.filter(({ field, stated }) => stated && (field === 'name' || field === 'url')),
  )
  return [
    `## ${room.linked ? link(name, url, 200) : plain(name, 200)}${marks}`,
    `${plain(organization, 200)}${said(words, resource, 'organization', notes, room).marks()}`,
  ].join('\n')
}

/** What to mind. */
function cautionLines(words: Words, resource: Resource, notes: Footnotes, room: ResourceRoom): string[] {
  const { cautions, claims } = resource
  const shown = cautions.slice(0, room.cautions)
  const more = cautions.length - shown.length
  const { otherCount, others } = said(words, resource, 'cautions', notes, room, cautions)
  const restsOn = (caution: string) =>
    claims.filter(
      ({ field, value }) =>
        field === 'cautions' && (Array.isArray(value) ? value.includes(caution) : value === caution),
    )
  return [
    ...shown.map((caution) => `⚠️ ${plain(caution, room.caution)}${notes.mark(restsOn(caution))}`),
    ...(more > 0 ? [words.resource.moreToMind(more)] : []),
    ...(otherCount > 0 ? [words.resource.elsewhere(others(', '))] : []),
  ]
}

function referenceLines(words: Words, { references }: Resource, room: ResourceRoom): string[] {
  const shown = references
    .slice(0, room.references)
    .map((reference) => referenceText(words, reference, room.title))
  const more = references.length - shown.length
  if (shown.length === 0 && more > 0) return [words.resource.allReferences(more)]
  return [...shown, ...(more > 0 ? [words.resource.moreReferences(more)] : [])]
}
