// Markdown as elements.

import { h } from '../dom.ts'
import { type Piece, pieces } from './markdown.ts'
import { moment } from './moment.ts'

/** Who reads, and whom they know by which name. */
export interface Reader {
  readonly locale: string
  personName(id: string): string | undefined
  channelName(id: string): string | undefined
  /** Types a command into the message box. */
  type(path: string): void
}

export const markdown = (text: string, reader: Reader): HTMLElement =>
  h('div', { class: 'text' }, ...elements(pieces(text), reader))

const elements = (parts: readonly Piece[], reader: Reader): (Node | string)[] =>
  parts.map((part) => element(part, reader))

function element(part: Piece, reader: Reader): Node | string {
  const within = (parts: readonly Piece[]) => elements(parts, reader)
  switch (part.kind) {
    case 'text':
      return part.text
    case 'strong':
    case 'em':
      return h(part.kind, {}, ...within(part.pieces))
    case 'underline':
      return h('u', {}, ...within(part.pieces))
    case 'strikethrough':
      return h('s', {}, ...within(part.pieces))
    case 'spoiler':
      return h('details', { class: 'spoiler' }, h('summary', {}, 'Spoiler'), ...within(part.pieces))
    case 'subtext':
      return h('div', { class: 'subtext' }, ...within(part.pieces))
    case 'blockQuote':
      return h('blockquote', {}, ...within(part.pieces))
    case 'heading':
      // All of one rank beneath the message's own, whatever size they are: a card may begin with any.
      return h('h3', { class: `size-${part.level}` }, ...within(part.pieces))
    case 'list':
      return h(part.isOrdered ? 'ol' : 'ul', {}, ...part.items.map((item) => h('li', {}, ...within(item))))
    case 'link':
      return h('a', { href: part.url, target: '_blank', rel: 'noopener noreferrer' }, ...within(part.pieces))
    case 'code':
      return h('code', {}, part.text)
    case 'codeBlock':
      return h('pre', { tabindex: 0, role: 'group', 'aria-label': 'Code' }, h('code', {}, part.text))
    case 'time':
      return time(part.seconds, part.style, reader.locale)
    case 'user':
      return mention(`@${reader.personName(part.id) ?? 'unknown-user'}`)
    case 'channel':
      return mention(`#${reader.channelName(part.id) ?? 'unknown'}`)
    case 'role':
      return mention(`@${part.id}`)
    case 'command': {
      const button = h('button', { type: 'button', class: 'mention' }, `/${part.path}`)
      button.addEventListener('click', () => reader.type(part.path))
      return button
    }
  }
}

const mention = (name: string) => h('span', { class: 'mention' }, name)

function time(seconds: number, style: string, locale: string): HTMLElement {
  const iso = new Date(seconds * 1000).toISOString()
  return h(
    'time',
    { datetime: iso, title: moment(seconds, 'F', locale), 'data-style': style, 'data-seconds': seconds },
    moment(seconds, style, locale),
  )
}

/** What is told as "2 minutes ago" grows older while it is looked at. */
export function refreshTimes(root: ParentNode, locale: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('time[data-style="R"]'))
    element.textContent = moment(Number(element.dataset.seconds), 'R', locale)
}
