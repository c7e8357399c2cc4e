import type { Citation } from '../../../schema/verbs/catalogue.ts'
import { CITATION_STYLES, type CitationStyle } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { codeBlock, plain } from '../kit/markdown.ts'
import { button, type Card, card, fits, fullest, row, select, text } from '../kit/message.ts'

/** The longest entry that a card holds beside its heading and foot, in UTF-16 units. */
export const LONGEST_ENTRY = 3000

/** How much of a page's entries is shown: all; a single entry of extreme length is cut, and says so. */
const LENGTHS_SHOWN = [Number.POSITIVE_INFINITY, LONGEST_ENTRY, LONGEST_ENTRY / 2] as const

const LANGUAGES: Record<CitationStyle, string> = { bibtex: 'bibtex', ris: '', apa: '', csl: 'json' }

/** A resource's references to copy, as many as fit from `skip` on; or how to cite the latest release. */
export function citationCard(
  messages: Messages,
  citation: Citation,
  style: CitationStyle,
  skip: number,
): Card {
  const starts = pageStarts(messages, citation, style)
  // A page that begins elsewhere by now: the one that holds that entry.
  const at = Math.max(
    0,
    starts.findLastIndex((start) => start <= skip),
  )
  const page = {
    start: starts[at] ?? 0,
    end: starts[at + 1] ?? citation.entries.length,
    before: starts[at - 1],
  }
  return fullest(LENGTHS_SHOWN, (longest) => draw(messages, citation, style, page, longest))
}

interface Page {
  readonly start: number
  readonly end: number
  /** Where the page before begins, if there is one. */
  readonly before?: number | undefined
}

/** Where each page begins: every one takes as many entries as a card holds, and at least one. */
function pageStarts(messages: Messages, citation: Citation, style: CitationStyle): number[] {
  const starts = [0]
  for (let end = 1; end < citation.entries.length; end++) {
    const page = { start: starts.at(-1) ?? 0, end: end + 1, before: 0 }
    if (!fits(draw(messages, citation, style, page, Number.POSITIVE_INFINITY))) starts.push(end)
  }
  return starts
}

function draw(
  messages: Messages,
  { subject, entries, asOf }: Citation,
  style: CitationStyle,
  page: Page,
  longest: number,
): Card {
  const { start, end, before } = page
  const block = entries
    .slice(start, end)
    .map((entry) => entry.text.replaceAll('\r\n', '\n').trimEnd())
    .join('\n\n')
  const which = entries.length > 1 ? ` · ${messages.citation.range(start + 1, end, entries.length)}` : ''
  return card([
    text(`## ${messages.citation.title(plain(subject.name, 200))}${which}`),
    text(codeBlock(block.length > longest ? `${block.slice(0, longest)}…` : block, LANGUAGES[style])),
    ...(block.length > longest ? [text(`-# ${messages.citation.cut}`)] : []),
    ...('slug' in subject
      ? controls(messages, subject.slug, style, before, end < entries.length ? end : undefined)
      : []),
    text(asOfText(messages, asOf)),
  ])
}

function controls(
  { buttons, citation, citationStyles }: Messages,
  slug: string,
  chosen: CitationStyle,
  before: number | undefined,
  after: number | undefined,
) {
  const turn = (name: string, skip: number | undefined) =>
    skip === undefined ? [] : [button(name, { action: 'cited', style: chosen, skip, slug })]
  const turns = [...turn(buttons.previous, before), ...turn(buttons.next, after)]
  const styles = CITATION_STYLES.map(({ key }) => ({
    label: citationStyles[key],
    value: key,
    default: key === chosen,
  }))
  return [
    row(select(citation.anotherStyle, { action: 'style', slug }, styles)),
    ...(turns.length > 0 ? [row(...turns)] : []),
  ]
}
