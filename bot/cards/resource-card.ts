import type { Reference, Resource } from '../../schema/contract.ts'
import type { Standing } from '../../schema/registry.ts'
import { link, plain } from './markdown.ts'
import { button, type Card, card, fullest, line, linkButton, row, text } from './message.ts'
import { labelsWith } from './resource-text.ts'
import { dayOf, standingText } from './standing.ts'

/** Where a reference can be read, if it says so. */
function referenceUrl({ DOI, URL, archive, archive_location }: Reference): string | undefined {
  if (DOI) return `https://doi.org/${DOI}`
  if (archive === 'arXiv' && archive_location) return `https://arxiv.org/abs/${archive_location}`
  return URL
}

/** "read 7 April 2020", where the whole date is known. */
function readText({ accessed }: Reference): string | undefined {
  const [year, month, day] = accessed?.['date-parts'][0] ?? []
  return year && month && day
    ? `read ${dayOf(new Date(Date.UTC(year, month - 1, day)).toISOString())}`
    : undefined
}

/** "[17] Cohen and others 2020: COVID-19 Image Data Collection, arXiv 2003.11597", with at most `most` units of title. */
function referenceText(reference: Reference, most: number): string {
  const [first, ...others] = reference.author ?? []
  const name = first && plain('family' in first ? first.family : first.literal, 40)
  const who = [name, others.length > 0 && 'and others', reference.issued?.['date-parts'][0]?.[0]].filter(
    Boolean,
  )
  const url = referenceUrl(reference)
  const title =
    url && url.length <= Math.max(most, 100) ? link(reference.title, url, most) : plain(reference.title, most)
  const where = [reference['container-title'] ?? reference.archive, reference.archive_location]
    .flatMap((part) => (part ? [plain(part, 40)] : []))
    .join(' ')
  const number = reference['citation-number']
  const head = `${number ? `\\[${number}\\] ` : ''}${who.length > 0 ? `${who.join(' ')}: ` : ''}`
  return `${head}${[title, where, readText(reference)].filter(Boolean).join(', ')}`
}

/** How many references, and how long their titles: from all of the longest to a few short ones. */
const LEVELS = [
  { references: 20, title: 300, name: 200 },
  { references: 20, title: 100, name: 200 },
  { references: 6, title: 60, name: 200 },
]

/** Everything known about one resource. `shared` is a card that all can see: it needs no Share button. */
export function resourceCard(resource: Resource, standing: Standing, shared: boolean): Card {
  const { slug, references, availability } = resource
  const cells = [
    { name: 'Has', labels: labelsWith(availability, 'yes') },
    { name: 'Lacks', labels: labelsWith(availability, 'no') },
    { name: 'Unknown', labels: labelsWith(availability, 'unknown') },
  ]
  return fullest(LEVELS, (level) => {
    const shown = references.slice(0, level.references)
    const more = references.length - shown.length
    return card([
      text(`## ${link(resource.name, resource.url, level.name)}\n${plain(resource.organization, 200)}`),
      ...(resource.status === 'removed'
        ? [text('**Removed from the list.** The record is kept; History says why.')]
        : []),
      text(
        cells
          .filter(({ labels }) => labels.length > 0)
          .map(({ name, labels }) => `**${name}** ${labels.join(', ')}`)
          .join('\n'),
      ),
      ...(shown.length > 0
        ? [
            line,
            text(
              [
                '### References',
                ...shown.map((reference) => referenceText(reference, level.title)),
                ...(more > 0 ? [`and ${more} more, under Cite`] : []),
              ].join('\n'),
            ),
          ]
        : []),
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
