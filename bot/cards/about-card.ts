import type { Overview } from '../../schema/registry.ts'
import { AVAILABILITY, DATA_TYPES } from '../../schema/vocabulary.ts'
import { codeBlock, plain } from './markdown.ts'
import { type Card, card, line, text } from './message.ts'
import { dayOf, standingText } from './standing.ts'

const COMMANDS = [
  [
    DATA_TYPES.map((type) => `\`${type.command}\``).join(' '),
    'who has this kind of data, and of whom nobody knows',
  ],
  ['`list`', 'the whole table'],
  ['`search`', 'by name, organisation, reference, address or DOI; misspelt is fine'],
  ['`show`', 'everything about one resource'],
  ['`compare`', 'two of them side by side'],
  ['`cite`', 'references to copy, in BibTeX, RIS, APA-like text or CSL-JSON'],
  ['`submit`', 'suggest a data set that is not listed yet'],
  ['`report`', 'report an error in what is listed'],
  ['`my-submissions`', 'what you have sent in, and how it stands'],
  ['`changes`', 'what changed, latest first'],
  ['`help-wanted`', 'what nobody knows yet, to be answered'],
]

/** What this is, what one can type, what it holds and what it must not be used for. */
export function aboutCard({ resources, totals, references, survey, standing }: Overview): Card {
  const cells = (name: string, ...values: (string | number)[]) =>
    name.padEnd(11) + values.map((value) => String(value).padStart(8)).join('')
  const table = [
    cells('', ...AVAILABILITY),
    ...DATA_TYPES.map(({ key, label }) => cells(label, ...AVAILABILITY.map((value) => totals[key][value]))),
  ]
  return card([
    text(
      [
        '## Public COVID-19 medical imaging data',
        `A registry of ${resources} public resources and which of six kinds of data each of them has. It began as ` +
          `*${plain(survey.title, 300)}* by ${survey.authors.map((author) => plain(author, 80)).join(' and ')} ` +
          `(version ${plain(survey.version, 20)}, ${dayOf(survey.releasedOn)}), with ${references} references.`,
      ].join('\n'),
    ),
    line,
    text(['### Type `/covid-data` and', ...COMMANDS.map(([names, what]) => `${names}: ${what}`)].join('\n')),
    text(codeBlock(table.join('\n'))),
    line,
    text(
      [
        `**${plain(survey.note, 400)}**`,
        'The table’s facts are free for all (CC0 1.0), the code is MIT. Each data set keeps its own licence: read it ' +
          'where the data is.',
      ].join('\n'),
    ),
    text(standingText(standing)),
  ])
}
