// Discord's markdown as a tree of what is to be shown. Knows no document, so that it can be tried without one.

import { parse } from 'discord-markdown-parser'

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Style; readonly pieces: readonly Piece[] }
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'link'; readonly url: string; readonly pieces: readonly Piece[] }
  | { readonly kind: 'code' | 'codeBlock'; readonly text: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'user' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'command'; readonly path: string }

type Style = 'strong' | 'em' | 'underline' | 'strikethrough' | 'spoiler' | 'subtext' | 'blockQuote'

/** What the parser yields; the keys beside `type` depend on it. */
interface Node {
  readonly type: string
  readonly content?: string | readonly Node[] | Node
  readonly level?: number
  readonly target?: string
  readonly timestamp?: string
  readonly format?: string
  readonly id?: string
  readonly name?: string
  readonly fullName?: string
}

/** The parser knows no lists, so they are found beforehand, outside of code. */
export function pieces(markdown: string): Piece[] {
  const parts: Piece[] = []
  for (const block of blocks(markdown))
    if (typeof block === 'string') parts.push(...of(parse(block, 'extended')))
    else parts.push({ ...block, items: block.items.map((item) => of(parse(item, 'extended'))) })
  return joined(parts)
}

interface List {
  readonly kind: 'list'
  readonly isOrdered: boolean
  readonly items: string[]
}

function blocks(markdown: string): (string | List)[] {
  const found: (string | List)[] = []
  let isCode = false
  for (const line of markdown.split('\n')) {
    const last = found.at(-1)
    const [, mark = '', item = ''] = (!isCode && /^\s*([-*]|\d+\.) +(.*)$/.exec(line)) || []
    if ((line.match(/```/g)?.length ?? 0) % 2 === 1) isCode = !isCode
    if (mark) {
      const isOrdered = mark.endsWith('.')
      if (typeof last === 'object' && last.isOrdered === isOrdered) last.items.push(item)
      else found.push({ kind: 'list', isOrdered, items: [item] })
    } else if (typeof last === 'string') found[found.length - 1] = `${last}\n${line}`
    else found.push(line)
  }
  return found
}

function of(content: Node['content']): Piece[] {
  if (content === undefined) return []
  if (typeof content === 'string') return [{ kind: 'text', text: content }]
  return [content].flat().flatMap(pieceOf)
}

function pieceOf(node: Node): Piece[] {
  const text = (words: string): Piece[] => [{ kind: 'text', text: words }]
  const within = of(node.content)
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.level ?? 1, pieces: within }]
    case 'strong':
    case 'em':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'subtext':
    case 'blockQuote':
      return [{ kind: node.type, pieces: within }]
    case 'br':
    case 'newline':
      return text('\n')
    case 'link':
    case 'url':
    case 'autolink':
      return linked(node.target ?? '', within)
    case 'inlineCode':
      return [{ kind: 'code', text: String(node.content) }]
    case 'codeBlock':
      return [{ kind: 'codeBlock', text: String(node.content) }]
    case 'timestamp':
      return [{ kind: 'time', seconds: Number(node.timestamp), style: node.format ?? 'f' }]
    case 'user':
    case 'channel':
    case 'role':
      return [{ kind: node.type, id: node.id ?? '' }]
    case 'slashCommand':
      return [{ kind: 'command', path: node.fullName ?? '' }]
    case 'everyone':
    case 'here':
      return text(`@${node.type}`)
    case 'emoji':
      return text(`:${node.name}:`)
    case 'twemoji':
      return text(node.name ?? '')
    default:
      return within
  }
}

/** Only where a browser may be led; anything else is what it says. */
const linked = (url: string, within: Piece[]): Piece[] =>
  /^https?:\/\//i.test(url) && URL.canParse(url) ? [{ kind: 'link', url, pieces: within }] : within

/** Neighbouring texts as one; a line break beside a block is the block's own. */
function joined(parts: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.kind !== 'text') all.push(part)
    else if (last?.kind === 'text') all[all.length - 1] = { kind: 'text', text: last.text + part.text }
    else if (!last || !isBlock(last)) all.push(part)
    else if (part.text.replace(/^\n/, '')) all.push({ kind: 'text', text: part.text.replace(/^\n/, '') })
  }
  return all
}

const isBlock = ({ kind }: Piece) => ['heading', 'list', 'codeBlock', 'subtext', 'blockQuote'].includes(kind)
