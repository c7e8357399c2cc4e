import { SOUGHT } from '../../schema/record/field-keys.ts'
import type { Gaps } from '../../schema/verbs/catalogue.ts'
import { DATA_TYPE_KEYS } from '../../schema/vocabulary.ts'
import { asOfText } from '../cards/kit/as-of-text.ts'
import { button, type Card, card, row, select, text } from '../cards/kit/message.ts'
import { described, type Messages } from '../languages/index.ts'
import { type Flow, privateOption } from './flow.ts'
import { reportCard } from './report.ts'

/** Discord's limits on a menu's options and on a row's buttons. */
const MOST_OPTIONS = 25
const MOST_BUTTONS = 5

/** An answer is a correction, with its source as evidence. */
export const helpWanted: Flow = {
  command: 'covid-data',
  isReading: true,
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'help-wanted',
        ...described(({ commands }) => commands['help-wanted'].description),
        options: [privateOption],
      },
      reply: 'public',
      run: async (_call, { registry, messages }) =>
        helpWantedCard(messages, await registry.getGaps(MOST_OPTIONS)),
    },
  ],
  components: {
    gaps: {
      reply: 'ephemeral',
      run: async (_state, [slug = ''], { registry, messages }) =>
        reportCard(messages, (await registry.resolveResource(slug)).resource),
    },
  },
}

/** Unknown facts, with a list for each data type and a menu of the resources with the most gaps. */
export function helpWantedCard(messages: Messages, { resources, totals, unsaid, most, asOf }: Gaps): Card {
  const { gaps, dataTypes } = messages
  const types = DATA_TYPE_KEYS.filter((key) => totals[key].unknown > 0)
  const missing = SOUGHT.flatMap((field) =>
    unsaid[field] > 0 ? [gaps.missingFor(gaps.fields[field], unsaid[field])] : [],
  )
  return card([
    text(
      [
        `## ${gaps.title}`,
        gaps.intro(resources),
        ...types.map((key) => gaps.unknownFor(`**${dataTypes[key].label}**`, totals[key].unknown)),
        ...(missing.length > 0 ? [`**${gaps.notStated}** ${missing.join(' · ')}`] : []),
      ].join('\n'),
    ),
    ...(types.length > 0
      ? [
          row(
            ...types.slice(0, MOST_BUTTONS).map((key) =>
              button(dataTypes[key].label, {
                action: 'list',
                dataTypes: [key],
                shown: 'unknown',
                from: undefined,
                page: 1,
              }),
            ),
          ),
        ]
      : []),
    ...(most.length > 0
      ? [
          row(
            select(
              gaps.answer,
              { action: 'gaps' },
              most.map(({ slug, name, gaps: count }) => ({
                label: name,
                value: slug,
                description: gaps.count(count),
              })),
            ),
          ),
        ]
      : []),
    text(asOfText(messages, asOf)),
  ])
}
