import { factOf } from '../../../schema/record/facts.ts'
import { saysNothing } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Comparison } from '../../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { accessText, statusText, useText, valueText } from '../../languages/values.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { codeBlock, link, plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { licenceText } from './facts-text.ts'

/** More of them would say no more. */
const NAMED = 5

/** Whether they overlap, which a person who trains a model has to know before all else; nothing without a common source. */
function overlapText(messages: Messages, { shared, overlap }: Comparison): string | undefined {
  const { comparison } = messages
  const named = shared.slice(0, NAMED).map((id) => plain(id, 80))
  const more = shared.length - named.length
  const names = `${named.join(', ')}${more > 0 ? ` ${messages.more(more)}` : ''}`
  switch (overlap) {
    case 'contains':
      return `⚠️ ${comparison.contains(names)}`
    case 'may_share_images':
      return `⚠️ ${comparison.mayShareImages(names)}`
    case 'same_source':
      return comparison.sameSource(names)
    case 'none':
      return undefined
  }
}

const FACTS = ['counts', 'annotations'] as const

const useLine = (messages: Messages, { use }: Resource, most: number): string | undefined =>
  saysNothing(use) ? undefined : useText(messages, use, (note) => plain(note, most))

/** A fact in a short line. */
function factText(
  messages: Messages,
  resource: Resource,
  field: (typeof FACTS)[number],
  most: number,
): string | undefined {
  const { isStated, stated } = factOf(resource, field)
  return isStated && stated !== null ? plain(valueText(messages, field, stated), most) : undefined
}

/** "**Licence** A: CC BY 4.0 · B: not recorded"; of what is known of neither, nothing. */
function bothLine(
  { comparison }: Messages,
  name: string,
  a: string | undefined,
  b: string | undefined,
): string[] {
  return a === undefined && b === undefined
    ? []
    : [`**${name}** A: ${a ?? comparison.notRecorded} · B: ${b ?? comparison.notRecorded}`]
}

const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) + 2

/** Two resources side by side: a table narrow enough for a phone, then what follows from it. */
export function comparisonCard(messages: Messages, compared: Comparison): Card {
  const { a, b, asOf } = compared
  const overlap = overlapText(messages, compared)
  const { comparison, dataTypes, availability } = messages
  const wide = widest(DATA_TYPE_KEYS.map((key) => dataTypes[key].label))
  const wideA = widest(AVAILABILITY.map((value) => availability[value]))
  const cells = (name: string, ofA: string, ofB: string) => `${name.padEnd(wide)}${ofA.padEnd(wideA)}${ofB}`
  const rows = DATA_TYPE_KEYS.map((key) =>
    cells(dataTypes[key].label, availability[a.availability[key]], availability[b.availability[key]]),
  )
  const labels = (admitted: (first: string, second: string) => boolean) =>
    DATA_TYPE_KEYS.filter((key) => admitted(a.availability[key], b.availability[key]))
      .map((key) => dataTypes[key].label)
      .join(', ')
  const findings = [
    [comparison.both, labels((first, second) => first === 'yes' && second === 'yes')],
    [comparison.onlyA, labels((first, second) => first === 'yes' && second === 'no')],
    [comparison.onlyB, labels((first, second) => first === 'no' && second === 'yes')],
    [comparison.open, labels((first, second) => first === 'unknown' || second === 'unknown')],
  ].filter(([, found]) => found)
  const headed = (letter: string, resource: Resource) =>
    `**${letter}** ${link(resource.name, resource.url, 200)} · ${plain(resource.organization, 100)}`
  return fullest([200, 100, 50, 20], (most) =>
    card([
      text(`## ${comparison.title}\n${headed('A', a)}\n${headed('B', b)}`),
      text(codeBlock([cells('', 'A', 'B'), ...rows].join('\n'))),
      ...(overlap === undefined ? [] : [text(overlap)]),
      text(
        [
          ...findings.map(([name, found]) => `**${name}** ${found}`),
          ...bothLine(messages, messages.fields.status, statusText(messages, a), statusText(messages, b)),
          ...bothLine(
            messages,
            messages.fields.license,
            licenceText(messages, a, { license: 2 * most, spdx: 0 }),
            licenceText(messages, b, { license: 2 * most, spdx: 0 }),
          ),
          ...bothLine(messages, messages.fields.use, useLine(messages, a, most), useLine(messages, b, most)),
          ...bothLine(
            messages,
            messages.fields.access,
            accessText(messages, a.access),
            accessText(messages, b.access),
          ),
          ...FACTS.flatMap((field) =>
            bothLine(
              messages,
              messages.fields[field],
              factText(messages, a, field, most),
              factText(messages, b, field, most),
            ),
          ),
        ].join('\n'),
      ),
      row(
        button(comparison.detailsOf('A'), { action: 'show', slug: a.slug }),
        button(comparison.detailsOf('B'), { action: 'show', slug: b.slug }),
      ),
      text(asOfText(messages, asOf)),
    ]),
  )
}
