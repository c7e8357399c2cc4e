import { dataTypeOf } from '../../../schema/record/field-keys.ts'
import type { Comparison } from '../../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { type ComparedRow, comparedRows, isWarning, overlapLines } from '../../languages/comparison.ts'
import type { Messages } from '../../languages/index.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { codeBlock, plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, linkButton, row, text } from '../kit/message.ts'
import type { Pages } from '../kit/page-link.ts'
import { nameLink } from './name-link.ts'

const LETTERS = ['A', 'B', 'C', 'D'] as const
const letterAt = (index: number) => LETTERS[index] ?? '?'

/** How many characters a name and a value take at most, and how many sources are named. */
interface Room {
  readonly name: number
  readonly value: number
  readonly sources: number
}

const ROOMS: readonly Room[] = [
  { name: 200, value: 300, sources: 5 },
  { name: 120, value: 150, sources: 5 },
  { name: 100, value: 80, sources: 3 },
  { name: 80, value: 40, sources: 2 },
  { name: 50, value: 20, sources: 1 },
  { name: 30, value: 8, sources: 0 },
]

/** Two to four resources side by side: a table narrow enough for a phone, then how they overlap and differ. */
export function comparisonCard(messages: Messages, compared: Comparison, pages: Pages): Card {
  const { resources, asOf } = compared
  const { comparison } = messages
  const rows = comparedRows(messages, compared).filter(({ field }) => dataTypeOf(field) === undefined)
  return fullest(ROOMS, (room) =>
    card([
      text(
        [
          `## ${comparison.title}`,
          ...resources.map(
            (resource, i) =>
              `**${letterAt(i)}** ${nameLink(resource, room.name)} · ${plain(resource.organization, room.name)}`,
          ),
        ].join('\n'),
      ),
      text(codeBlock(cellTable(messages, compared))),
      text(overlapText(messages, compared, room)),
      text(rowLines(messages, rows, room).join('\n')),
      row(
        ...resources.map(({ slug }, i) =>
          button(comparison.detailsOf(letterAt(i)), { action: 'show', slug }),
        ),
        ...pageButton(messages, compared, pages),
      ),
      text(asOfText(messages, asOf)),
    ]),
  )
}

/** Discord takes no longer address in a button. */
const LONGEST_ADDRESS = 512

function pageButton({ comparison }: Messages, { resources }: Comparison, pages: Pages) {
  const query = resources.map(({ slug }, i) => `${letterAt(i).toLowerCase()}=${slug}`).join('&')
  const address = `${pages}/compare?${query}`
  return pages === undefined || address.length > LONGEST_ADDRESS
    ? []
    : [linkButton(comparison.onPage, address)]
}

/** The data types. Four columns of words are too wide for a phone, so that an unknown is a question mark there. */
function cellTable({ dataTypes, availability }: Messages, { resources }: Comparison): string {
  const words = resources.length > 2 ? { ...availability, unknown: '?' } : availability
  const widest = (texts: readonly string[]) => Math.max(...texts.map((word) => word.length)) + 2
  const wide = widest(DATA_TYPE_KEYS.map((key) => dataTypes[key].label))
  const column = widest(AVAILABILITY.map((value) => words[value]))
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(wide)}${cells.map((cell) => cell.padEnd(column)).join('')}`.trimEnd()
  return [
    line(
      '',
      resources.map((_, i) => letterAt(i)),
    ),
    ...DATA_TYPE_KEYS.map((key) =>
      line(
        dataTypes[key].label,
        resources.map((resource) => words[resource.availability[key]]),
      ),
    ),
  ].join('\n')
}

/** Whether they overlap, which a person who trains a model has to know before all else. */
function overlapText(messages: Messages, compared: Comparison, { sources }: Room): string {
  const lines = overlapLines(messages, compared, {
    nameOf: (_, i) => letterAt(i),
    sourceName: (name) => plain(name, 80),
    mostSources: sources,
  })
  return [
    ...lines.map(({ overlap, text: line }) => `${isWarning(overlap) ? '⚠️ ' : ''}${line}`),
    ...(lines.some(({ overlap }) => isWarning(overlap)) ? [`**${messages.comparison.warning}**`] : []),
  ].join('\n')
}

/** "**Licence** A: CC BY 4.0 · B: not recorded"; then in one line what is the same, and in one what is not recorded. */
function rowLines(messages: Messages, rows: readonly ComparedRow[], { value }: Room): string[] {
  const { comparison, facts, listed } = messages
  const withResult = (result: ComparedRow['result']) => rows.filter((one) => one.result === result)
  const same = withResult('same').map(({ name, texts: [shared = ''] }) => `${name}: ${plain(shared, value)}`)
  const unrecorded = withResult('unrecorded').map(({ name }) => name)
  return [
    ...withResult('differs').map(({ name, texts }) => {
      const values = texts.map((one, i) => {
        const shown = one === undefined ? comparison.notRecorded : plain(one, value)
        return `${letterAt(i)}: ${shown}`
      })
      return `**${name}** ${values.join(' · ')}`
    }),
    ...(same.length > 0 ? [comparison.same(same.join(' · '))] : []),
    ...(unrecorded.length > 0 ? [`-# ${facts.notRecorded(listed(unrecorded))}`] : []),
  ]
}
