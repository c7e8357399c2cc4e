// A comparison as a text to take along: a line for each field, a column for each resource.

import {
  comparedRows,
  isWarning,
  type OverlapWriting,
  overlapLines,
} from '../../../bot/languages/comparison.ts'
import { english } from '../../../bot/languages/index.ts'
import type { Comparison } from '../../../schema/verbs/resources.ts'
import { pageAddress } from '../catalogue.ts'
import * as csv from './csv.ts'
import * as markdown from './markdown.ts'

/** The address of our pages; empty where it is unknown. */
type Base = string

const headOf = ({ resources }: Comparison) => resources.map(({ name }) => name)
const pagesOf = ({ resources }: Comparison, base: Base) =>
  resources.map(({ slug }) => pageAddress({ base }, slug))

const written = (write: (text: string) => string): OverlapWriting => ({
  nameOf: ({ name }) => write(name),
  sourceName: write,
  mostSources: Number.POSITIVE_INFINITY,
})

/** Every field, in CSV for spreadsheets. What is not recorded is an empty cell. */
export function comparisonCsv(compared: Comparison, base: Base): string {
  const overlaps = overlapLines(
    english,
    compared,
    written((text) => text),
  )
  const lines = [
    ['', ...headOf(compared)],
    ['Page', ...pagesOf(compared, base)],
    [english.fields.url, ...compared.resources.map(({ url }) => url)],
    [english.fields.organization, ...compared.resources.map(({ organization }) => organization)],
    ...comparedRows(english, compared).map(({ name, texts }) => [name, ...texts.map((text) => text ?? '')]),
    ...overlaps.map(({ text }) => [english.lineage.overlap, text]),
  ]
  return `${csv.BYTE_ORDER_MARK}${lines.map((cells) => csv.line(cells.map(csv.harmlessCell))).join('')}`
}

/** A table in GitHub Flavored Markdown: first what differs, then what is the same; below it the overlaps. */
export function comparisonMarkdown(compared: Comparison, base: Base): string {
  const rows = comparedRows(english, compared)
  const shown = (['differs', 'same'] as const).flatMap((result) =>
    rows.filter((one) => one.result === result),
  )
  const unrecorded = rows.filter(({ result }) => result === 'unrecorded').map(({ name }) => name)
  const overlaps = overlapLines(english, compared, written(markdown.plainText))
  const names = compared.resources.map(
    ({ name, slug }) => `[${markdown.plainText(name)}](${pageAddress({ base }, slug)})`,
  )
  return [
    markdown.line(['', ...names]),
    markdown.line(['---', ...names.map(() => '---')]),
    ...shown.map(({ name, texts }) =>
      markdown.line([
        name,
        ...texts.map((text) => markdown.plainText(text ?? english.comparison.notRecorded)),
      ]),
    ),
    '\n',
    ...overlaps.map(({ text }) => `- ${text}\n`),
    ...(overlaps.some(({ overlap }) => isWarning(overlap)) ? [`- ${english.comparison.warning}\n`] : []),
    ...(unrecorded.length > 0 ? [`- ${english.facts.notRecorded(english.listed(unrecorded))}.\n`] : []),
    `\n${markdown.asOfText(compared.asOf)}\n`,
  ].join('')
}
