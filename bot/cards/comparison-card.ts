import type { Resource } from '../../schema/contract.ts'
import type { Comparison } from '../../schema/registry.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS } from '../../schema/words.ts'
import { licenseText } from './license-text.ts'
import { codeBlock, link, plain } from './markdown.ts'
import { button, type Card, card, row, text } from './message.ts'
import { standingText } from './standing.ts'

/** More of them would say no more. */
const NAMED = 5

/** What who trains a model has to know before all else. */
function overlapText(shared: readonly string[]): string {
  const named = shared.slice(0, NAMED).map((id) => plain(id, 80))
  const more = shared.length - named.length
  return `⚠️ **They overlap:** both have data of ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Don’t train on one and test on the other.`
}

/** "**Licence** A: CC BY 4.0 · B: not known"; of what is known of neither, nothing. */
function bothLine(name: string, a: string | undefined, b: string | undefined): string[] {
  return a === undefined && b === undefined
    ? []
    : [`**${name}** A: ${a ?? 'not known'} · B: ${b ?? 'not known'}`]
}

const accessText = ({ access }: Resource) => (access === 'unknown' ? undefined : ACCESS_WORDS[access])

/** Two resources side by side: a table narrow enough for a phone, then what follows from it. */
export function comparisonCard({ a, b, shared, standing }: Comparison): Card {
  const width = Math.max(...DATA_TYPES.map((type) => type.label.length)) + 2
  const rows = DATA_TYPES.map(
    ({ key, label }) => `${label.padEnd(width)}${a.availability[key].padEnd(9)}${b.availability[key]}`,
  )
  const labels = (admitted: (first: string, second: string) => boolean) =>
    DATA_TYPES.filter(({ key }) => admitted(a.availability[key], b.availability[key]))
      .map((type) => type.label)
      .join(', ')
  const findings = [
    ['Both have', labels((first, second) => first === 'yes' && second === 'yes')],
    ['Only A has', labels((first, second) => first === 'yes' && second === 'no')],
    ['Only B has', labels((first, second) => first === 'no' && second === 'yes')],
    ['Can’t be told', labels((first, second) => first === 'unknown' || second === 'unknown')],
  ].filter(([, found]) => found)
  const headed = (letter: string, resource: Resource) =>
    `**${letter}** ${link(resource.name, resource.url, 300)} · ${plain(resource.organization, 200)}`
  return card([
    text(`## Compared\n${headed('A', a)}\n${headed('B', b)}`),
    text(codeBlock([`${''.padEnd(width)}${'A'.padEnd(9)}B`, ...rows].join('\n'))),
    ...(shared.length > 0 ? [text(overlapText(shared))] : []),
    text(
      [
        ...findings.map(([name, found]) => `**${name}** ${found}`),
        ...bothLine('Licence', licenseText(a), licenseText(b)),
        ...bothLine('Access', accessText(a), accessText(b)),
      ].join('\n'),
    ),
    row(
      button('Details of A', { action: 'show', slug: a.slug }),
      button('Details of B', { action: 'show', slug: b.slug }),
    ),
    text(standingText(standing)),
  ])
}
