// Cards of links in a message, to suggest what is not listed.

import type { Messages } from '../../languages/index.ts'
import { label, plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, markedText, row, select, text } from '../kit/message.ts'

/** What a menu takes. */
const MOST_CHOICES = 25
const COUNTS = Array.from({ length: MOST_CHOICES }, (_, i) => MOST_CHOICES - i)

/** Never cut short: they are read from the card again. */
const linkLines = (links: readonly string[]) =>
  links.map((link, i) => `${i + 1}\\. ${plain(link, 3 * link.length)}`).join('\n')

/** The links, and a button to suggest the one or a menu of the several. */
export const linkParts = ({ links: texts }: Messages, links: readonly string[]) => [
  markedText('links', linkLines(links)),
  links.length === 1
    ? row(button(texts.suggest, { action: 'suggest', link: 0 }, 'go'))
    : row(
        select(
          texts.choose,
          { action: 'link' },
          links.map((link, i) => ({ label: label(link, 100), value: String(i) })),
        ),
      ),
]

/** The links of a message that could be data sets, as many as a card has room for. */
export const linksCard = (messages: Messages, links: readonly string[]): Card =>
  fullest(COUNTS, (count) => {
    const more = links.length - count
    return card([
      text(`## ${messages.links.title(links.length)}`),
      ...linkParts(messages, links.slice(0, count)),
      ...(more > 0 ? [text(`-# ${messages.links.more(more)}`)] : []),
    ])
  })
