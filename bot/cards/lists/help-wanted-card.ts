import { FACT_FIELDS, type Gaps, type Overview } from '../../../schema/verbs/registry.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { button, type Card, card, row, select, text } from '../kit/message.ts'

/** What nobody knows yet, and ways to say it: a list a data type, and the resources of which least is known. */
export function helpWantedCard(
  messages: Messages,
  { resources, unsaid, most, standing }: Gaps,
  totals: Overview['totals'],
): Card {
  const { gaps, dataTypes } = messages
  const types = DATA_TYPE_KEYS.filter((key) => totals[key].unknown > 0)
  const missing = FACT_FIELDS.flatMap((field) =>
    unsaid[field] > 0 ? [gaps.unsaidOf(gaps.fields[field], unsaid[field])] : [],
  )
  return card([
    text(
      [
        `## ${gaps.title}`,
        gaps.intro(resources),
        ...types.map((key) => gaps.unknownOf(`**${dataTypes[key].label}**`, totals[key].unknown)),
        ...(missing.length > 0 ? [`**${gaps.nobodySaid}** ${missing.join(' · ')}`] : []),
      ].join('\n'),
    ),
    ...(types.length > 0
      ? [
          row(
            ...types.slice(0, 5).map((key) =>
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
    text(asOfText(messages, standing)),
  ])
}
