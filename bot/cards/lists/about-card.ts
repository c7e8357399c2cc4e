import type { Overview } from '../../../schema/verbs/registry.ts'
import { AVAILABILITY, DATA_TYPE_KEYS, DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { codeBlock, plain } from '../kit/markdown.ts'
import { type Card, card, line, text } from '../kit/message.ts'
import { type Pages, pageLink } from '../kit/page-link.ts'

/** What this is, what one can type, what it holds and what it must not be used for. */
export function aboutCard(
  messages: Messages,
  { resources, totals, references, survey, standing }: Overview,
  pages?: Pages,
): Card {
  const { about, dataTypes, availability } = messages
  const names = DATA_TYPE_KEYS.map((key) => dataTypes[key].label)
  const values = AVAILABILITY.map((value) => availability[value])
  const [wide, narrow] = [longest(names), longest(values) + 1]
  const cells = (name: string, inEach: readonly string[]) =>
    name.padEnd(wide) + inEach.map((cell) => cell.padStart(narrow)).join('')
  const table = [
    cells('', values),
    ...DATA_TYPE_KEYS.map((key) =>
      cells(
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
        ...Object.entries(about.commands).map(([name, what]) => `\`${name}\`: ${what}`),
      ].join('\n'),
    ),
    text(codeBlock(table.join('\n'))),
    line,
    text([`**${about.caution}**`, about.terms].join('\n')),
    text(`${asOfText(messages, standing)}${pageLink(' · ', pages, '/', messages.pages.table)}`),
  ])
}

const longest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length))
