// Discord's markdown as a reader sees it: what marks a style is gone, what it says is all there.

import { parse } from 'discord-markdown-parser'
import type { Span, Style } from '../../../bot/cli/colours.ts'
import { TIMESTAMP_STYLES } from '../../discord/protocol/timestamp-styles.ts'

/** What the parser yields; the keys beside `type` depend on it. */
interface Node {
  readonly type: string
  readonly content?: string | readonly Node[] | Node
  readonly target?: string
  readonly lang?: string
  readonly timestamp?: string
  readonly format?: string
  readonly id?: string
  readonly name?: string
  readonly fullName?: string
  readonly navigation?: string
}

export const readable = (markdown: string): Span[] => trimmed(spans(parse(markdown, 'extended'), []))

function spans(content: Node['content'], styles: readonly Style[]): Span[] {
  if (content === undefined) return []
  if (typeof content === 'string') return [{ text: content, styles }]
  return [content].flat().flatMap((node) => spansOf(node, styles))
}

function spansOf(node: Node, styles: readonly Style[]): Span[] {
  const within = (...more: Style[]) => spans(node.content, [...styles, ...more])
  const text = (words: string) => [{ text: words, styles }]
  switch (node.type) {
    case 'heading':
      return [...within('bold'), ...text('\n')]
    case 'subtext':
      return [...within('dim'), ...text('\n')]
    case 'strong':
      return within('bold')
    case 'em':
      return within('italic')
    case 'underline':
      return within('underline')
    case 'strikethrough':
      return [...text('~~'), ...within('strike'), ...text('~~')]
    case 'spoiler':
      return [...text('||'), ...within(), ...text('||')]
    case 'blockQuote':
      return quoted(within())
    case 'br':
      return text('\n')
    case 'link':
    case 'url':
    case 'autolink':
      return linked(within(), node.target ?? '', styles)
    case 'inlineCode':
      return [...text('`'), ...within(), ...text('`')]
    case 'codeBlock':
      return text(`\`\`\`${node.lang ?? ''}\n${node.content ?? ''}\n\`\`\``)
    case 'timestamp':
      return text(dated(Number(node.timestamp), node.format))
    case 'user':
      return text(`@${node.id}`)
    case 'role':
      return text(`@&${node.id}`)
    case 'channel':
      return text(`#${node.id}`)
    case 'emoji':
    case 'twemoji':
      return text(node.type === 'emoji' ? `:${node.name}:` : (node.name ?? ''))
    case 'everyone':
    case 'here':
      return text(`@${node.type}`)
    case 'slashCommand':
      return text(`/${node.fullName ?? node.name}`)
    case 'guildNavigation':
      return text(`<id:${node.navigation}>`)
    default:
      return within()
  }
}

/** `name <address>`, or the address alone where that is its name. */
function linked(name: Span[], target: string, styles: readonly Style[]): Span[] {
  if (name.map(({ text }) => text).join('') === target) return [{ text: target, styles }]
  return [...name, { text: ` <${target}>`, styles }]
}

function quoted(inner: Span[]): Span[] {
  const lines = trimmed(inner).map((span) => ({ ...span, text: span.text.replaceAll('\n', '\n> ') }))
  return [{ text: '> ', styles: [] }, ...lines, { text: '\n', styles: [] }]
}

function trimmed(all: readonly Span[]): Span[] {
  const end = all.findLastIndex(({ text }) => text.trim() !== '')
  return all.slice(0, end + 1).map((span, at) => (at === end ? { ...span, text: span.text.trimEnd() } : span))
}

/** In UTC, since a terminal may be read anywhere; how long ago (R) would need a clock, so it is a date as well. */
function dated(seconds: number, format = 'f'): string {
  const shown = TIMESTAMP_STYLES[format] ?? TIMESTAMP_STYLES.f
  const text = new Intl.DateTimeFormat('en-GB', { ...shown, timeZone: 'UTC' }).format(
    new Date(seconds * 1000),
  )
  return shown?.timeStyle ? `${text} UTC` : text
}
