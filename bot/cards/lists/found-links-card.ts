import type { Resource } from '../../../schema/record/resource.ts'
import type { Messages } from '../../languages/index.ts'
import { cellsText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { type Card, card, fullest, line, row, select, text } from '../kit/message.ts'
import { linkParts } from '../submissions/links-card.ts'

/** What a message links to: what is listed, to open, and what is not, to suggest. */
export interface FoundLinks {
  readonly listed: readonly Resource[]
  readonly unlisted: readonly string[]
  /** How many more links the message has. */
  readonly more: number
}

export const foundLinksCard = (messages: Messages, { listed, unlisted, more }: FoundLinks): Card =>
  fullest([200, 80, 40], (most) =>
    card([
      ...(listed.length > 0
        ? [
            text(
              [
                `## ${messages.links.listed(listed.length)}`,
                ...listed.map(
                  ({ name, organization, availability }) =>
                    `**${plain(name, most)}** · ${plain(organization, most)}\n${cellsText(messages, availability)}`,
                ),
              ].join('\n'),
            ),
            row(
              select(
                messages.list.open(listed.length),
                { action: 'open' },
                listed.map(({ name, slug, organization }) => ({
                  label: name,
                  value: slug,
                  description: organization,
                })),
              ),
            ),
          ]
        : []),
      ...(listed.length > 0 && unlisted.length > 0 ? [line] : []),
      ...(unlisted.length > 0
        ? [text(`## ${messages.links.unlisted(unlisted.length)}`), ...linkParts(messages, unlisted)]
        : []),
      ...(more > 0 ? [text(`-# ${messages.links.more(more)}`)] : []),
    ]),
  )
