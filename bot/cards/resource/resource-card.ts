import type { APIComponentInContainer } from 'discord-api-types/v10'
import { type Caveats, caveatsOf, isDoubtful, isUnconfirmed } from '../../../schema/record/caveats.ts'
import type { ResolvedResource } from '../../../schema/verbs/resources.ts'
import type { Messages } from '../../languages/index.ts'
import { readAsNotes } from '../../languages/understood.ts'
import { typeLabels } from '../../languages/values.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { plain, unlinked } from '../kit/markdown.ts'
import { button, type Card, card, fullest, linkButton, row, text } from '../kit/message.ts'
import { type Pages, pageLink } from '../kit/page-link.ts'
import { headText, paragraph, recordParts } from './record-parts.ts'
import { ROOMS } from './resource-room.ts'
import { resourceWriter } from './resource-writer.ts'

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
      text([headText(writer, '##'), ...caveatLines(messages, caveats)].join('\n')),
      ...recordParts(writer, { lineage, successor, link: resource.link }, pages),
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

const withoutLinks = (part: APIComponentInContainer, pages: Pages): APIComponentInContainer =>
  part.type === 10 ? text(unlinked(part.content, pages)) : part

/** Why it may have no images; that it has ended is the first fact below. */
const caveatLines = (messages: Messages, { isWithoutImages, denied }: Caveats): string[] => [
  ...(isWithoutImages ? [`⚠️ **${messages.resource.withoutImages}**`] : []),
  ...(denied.length > 0
    ? [`⚠️ **${messages.resource.imagesDenied(messages.listed(typeLabels(messages, denied)))}**`]
    : []),
]
