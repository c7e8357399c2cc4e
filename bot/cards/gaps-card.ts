import type { FactField, Gaps, Overview } from '../../schema/registry.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { button, type Card, card, row, select, text } from './message.ts'
import { standingText } from './standing.ts'

const FIELD_NAMES: Record<FactField, string> = {
  license: 'licence',
  access: 'how to get it',
  counts: 'how much there is',
  formats: 'file formats',
  doi: 'DOI',
  status: 'whether it is still there',
}

/** What nobody knows yet, and ways to say it: a list a data type, and the resources of which least is known. */
export function gapsCard({ resources, unsaid, most, standing }: Gaps, totals: Overview['totals']): Card {
  const types = DATA_TYPES.filter(({ key }) => totals[key].unknown > 0)
  const missing = Object.entries(FIELD_NAMES).flatMap(([field, name]) => {
    const count = unsaid[field as FactField]
    return count > 0 ? [`${name}: of ${count}`] : []
  })
  return card([
    text(
      [
        '## What nobody knows yet',
        `Of ${resources} listed resources. Read a README, look at a data set, and answer: it takes two minutes.`,
        ...types.map(({ key, label }) => `**${label}** unknown of ${totals[key].unknown}`),
        ...(missing.length > 0 ? [`**Nobody has said** ${missing.join(' · ')}`] : []),
      ].join('\n'),
    ),
    ...(types.length > 0
      ? [
          row(
            ...types.slice(0, 5).map(({ key, label }) =>
              button(label, {
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
              'Answer for one of these',
              { action: 'gaps' },
              most.map(({ slug, name, gaps }) => ({
                label: name,
                value: slug,
                description: `${gaps} unknown`,
              })),
            ),
          ),
        ]
      : []),
    text(standingText(standing)),
  ])
}
