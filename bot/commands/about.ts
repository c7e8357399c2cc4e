import type { Overview } from '../../schema/verbs/catalogue.ts'
import { AVAILABILITY, DATA_TYPE_KEYS, DATA_TYPES } from '../../schema/vocabulary.ts'
import { asOfText } from '../cards/kit/as-of-text.ts'
import { codeBlock, plain } from '../cards/kit/markdown.ts'
import { type Card, card, line, text } from '../cards/kit/message.ts'
import { type Pages, pageLink } from '../cards/kit/page-link.ts'
import { described, type Messages } from '../languages/index.ts'
import { type Flow, privateOption, type Subcommand } from './flow.ts'

const subcommand = (name: 'about' | 'help'): Subcommand => ({
  declaration: {
    type: 1,
    name,
    ...described(({ commands }) => commands[name].description),
    options: [privateOption],
  },
  reply: 'public',
  run: async (_call, { registry, messages, pages }) =>
    aboutCard(messages, await registry.getOverview(), pages),
})

/** `help` is `about`: the introduction and the list of commands fit on one card. */
export const about: Flow = {
  command: 'covid-data',
  isReading: true,
  subcommands: [subcommand('about'), subcommand('help')],
}

/** The registry in short: its commands, its counts, its licence and the caution. */
export function aboutCard(
  messages: Messages,
  { resources, totals, references, survey, asOf }: Overview,
  pages?: Pages,
): Card {
  const { about, dataTypes, availability } = messages
  const names = DATA_TYPE_KEYS.map((key) => dataTypes[key].label)
  const values = AVAILABILITY.map((value) => availability[value])
  const [nameWidth, valueWidth] = [longestOf(names), longestOf(values) + 1]
  const tableRow = (name: string, cells: readonly string[]) =>
    name.padEnd(nameWidth) + cells.map((cell) => cell.padStart(valueWidth)).join('')
  const table = [
    tableRow('', values),
    ...DATA_TYPE_KEYS.map((key) =>
      tableRow(
        dataTypes[key].label,
        AVAILABILITY.map((value) => messages.number(totals[key][value])),
      ),
    ),
  ]
  return card([
    text(
      [
        `## ${about.title}`,
        about.intro({
          resources,
          survey: `*${plain(survey.title, 300)}*`,
          authors: messages.listed(survey.authors.map((author) => plain(author, 80))),
          version: plain(survey.version, 20),
          day: messages.day(survey.releasedOn),
          references,
        }),
      ].join('\n'),
    ),
    line,
    text(
      [
        `### ${about.type}`,
        `${DATA_TYPES.map((type) => `\`${type.command}\``).join(' ')}: ${about.kind}`,
        ...Object.entries(about.commands).map(([name, description]) => `\`${name}\`: ${description}`),
      ].join('\n'),
    ),
    text(codeBlock(table.join('\n'))),
    line,
    text([`**${about.caution}**`, about.terms].join('\n')),
    text(
      `${asOfText(messages, asOf)}${pageLink(' · ', pages, '/', messages.pages.table)}${pageLink(' · ', pages, '/privacy', messages.pages.privacy)}`,
    ),
  ])
}

const longestOf = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length))
