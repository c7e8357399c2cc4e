import type { ListedChange } from '../../schema/submission-verbs.ts'
import { changedLines } from './change-text.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, row, text } from './message.ts'
import { dayOf } from './standing.ts'

/** How long a text may be, and how many fields of a change are told: all, as a rule. */
const LEVELS = [
  { most: 120, fields: 30 },
  { most: 50, fields: 10 },
  { most: 20, fields: 4 },
]
type Level = (typeof LEVELS)[number]

/** What a change did, a line a field. */
function lines({ before, after, action }: ListedChange, { most, fields }: Level): string[] {
  if (!before) return [`${action}: ${plain(after.organization, most)}`]
  return changedLines(before, after, most, fields)
}

interface Page {
  readonly items: readonly ListedChange[]
  readonly next?: number
  readonly previous?: number
}

/** The public history of one resource, or of all (`*`): what, when, before and after, which submission. */
export function historyCard(slug: string, { items, next, previous }: Page): Card {
  const title = slug === '*' ? 'Changes' : `Changes of ${plain(items[0]?.name ?? slug, 150)}`
  return fullest(LEVELS, (level) =>
    card([
      text(`## ${title}`),
      text(
        items
          .map((change) =>
            [
              `**${plain(change.name, level.most)}** v${change.version} ${change.action} · ${dayOf(change.at)} · #${change.sequence}${change.submission ? ` · ${change.submission}` : ''}`,
              ...(change.version === 1 ? [] : lines(change, level)),
              ...(change.reason ? [`-# ${plain(change.reason, level.most)}`] : []),
            ].join('\n'),
          )
          .join('\n') || 'Nothing changed.',
      ),
      ...turns(slug, previous, next),
    ]),
  )
}

const turns = (slug: string, previous: number | undefined, next: number | undefined) => {
  const buttons = [
    ...(previous === undefined
      ? []
      : [button('Previous', { action: 'history', before: 0, after: previous, slug })]),
    ...(next === undefined ? [] : [button('Next', { action: 'history', before: next, after: 0, slug })]),
  ]
  return buttons.length > 0 ? [row(...buttons)] : []
}
