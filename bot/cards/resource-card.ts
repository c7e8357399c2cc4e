import type { Resource } from '../../schema/contract.ts'
import type { ResourceAnswer } from '../../schema/registry.ts'
import { said } from './claims-text.ts'
import { cellLines, factLines } from './facts-text.ts'
import { type Footnotes, footnotes } from './footnotes.ts'
import { kinshipLines, nameAmong } from './kinship-text.ts'
import { link, plain } from './markdown.ts'
import { button, type Card, card, fullest, line, linkButton, row, text } from './message.ts'
import { referenceText } from './reference-text.ts'
import { type ResourceRoom, ROOMS } from './resource-room.ts'
import { standingText } from './standing.ts'

/**
 * Everything known about one resource, what is asked first at the top: is it there, may I use it, how do I get it, how
 * large is it, what does it share with others. `shared` is a card that all can see: it needs no Share button.
 */
export function resourceCard({ resource, kinship, standing }: ResourceAnswer, shared: boolean): Card {
  const { slug, claims } = resource
  return fullest(ROOMS, (room) => {
    // Numbered as they are drawn, which is in the order in which they are read.
    const notes = footnotes(claims, room.sources)
    return card([
      text(headText(resource, notes, room)),
      ...paragraph(factLines(resource, nameAmong(kinship), notes, room)),
      ...paragraph(cellLines(resource, notes, room)),
      ...paragraph(kinshipLines(resource, kinship, notes, room)),
      ...paragraph(cautionLines(resource, notes, room)),
      ...chapter('References', referenceLines(resource, room)),
      ...chapter('Sources', notes.lines(room.source)),
      row(
        button('Cite', { action: 'cite', slug }),
        linkButton('Open', resource.url),
        button('History', { action: 'history', before: 0, after: 0, slug }),
        button('Watch', { action: 'watchResource', slug }),
        ...(shared ? [] : [button('Share', { action: 'share', slug })]),
      ),
      text(standingText(standing)),
    ])
  })
}

const paragraph = (lines: readonly string[]) => (lines.length > 0 ? [text(lines.join('\n'))] : [])

const chapter = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [line, text([`### ${title}`, ...lines].join('\n'))] : []

function headText(resource: Resource, notes: Footnotes, room: ResourceRoom): string {
  const { name, url, organization, claims } = resource
  const marks = notes.mark(
    claims.filter(({ field, stated }) => stated && (field === 'name' || field === 'url')),
  )
  return [
    `## ${room.linked ? link(name, url, 200) : plain(name, 200)}${marks}`,
    `${plain(organization, 200)}${said(resource, 'organization', notes, room).marks()}`,
  ].join('\n')
}

/** What to mind. */
function cautionLines(resource: Resource, notes: Footnotes, room: ResourceRoom): string[] {
  const { cautions, claims } = resource
  const shown = cautions.slice(0, room.cautions)
  const more = cautions.length - shown.length
  const { otherCount, others } = said(resource, 'cautions', notes, room, cautions)
  const restsOn = (caution: string) =>
    claims.filter(
      ({ field, value }) =>
        field === 'cautions' && (Array.isArray(value) ? value.includes(caution) : value === caution),
    )
  return [
    ...shown.map((caution) => `⚠️ ${plain(caution, room.caution)}${notes.mark(restsOn(caution))}`),
    ...(more > 0 ? [`and ${more} more to mind`] : []),
    ...(otherCount > 0 ? [`Elsewhere: ${others(', ')}`] : []),
  ]
}

function referenceLines({ references }: Resource, room: ResourceRoom): string[] {
  const shown = references.slice(0, room.references).map((reference) => referenceText(reference, room.title))
  const more = references.length - shown.length
  if (shown.length === 0 && more > 0) return [`${more} of them, under Cite`]
  return [...shown, ...(more > 0 ? [`and ${more} more, under Cite`] : [])]
}
