import type { ListedChange } from '../../../schema/verbs/resources.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { changedLines } from './change-text.ts'

/** How long a text may be, and how many fields of a change are told: all, as a rule. */
const LEVELS = [
  { most: 120, fields: 30 },
  { most: 50, fields: 10 },
  { most: 20, fields: 4 },
]
type Level = (typeof LEVELS)[number]

/** What a change did, a line a field. */
function lines(
  messages: Messages,
  { before, after, action }: ListedChange,
  { most, fields }: Level,
): string[] {
  if (!before) return [`${messages.history.actions[action]}: ${plain(after.organization, most)}`]
  return changedLines(messages, before, after, most, fields)
}

interface Page {
  readonly items: readonly ListedChange[]
  readonly next?: number
  readonly previous?: number
}

/** The public history of one resource, or of all (`*`): what, when, before and after, which submission. */
export function historyCard(messages: Messages, slug: string, { items, next, previous }: Page): Card {
  const { history } = messages
  const title = slug === '*' ? history.title : history.titleOf(plain(items[0]?.name ?? slug, 150))
  return fullest(LEVELS, (level) =>
    card([
      text(`## ${title}`),
      text(
        items
          .map((change) =>
            [
              `**${plain(change.name, level.most)}** v${change.version} ${history.actions[change.action]} · ${messages.day(change.at)} · #${change.sequence}${change.submission ? ` · ${change.submission}` : ''}`,
              ...(change.version === 1 ? [] : lines(messages, change, level)),
              ...(change.reason ? [`-# ${plain(change.reason, level.most)}`] : []),
            ].join('\n'),
          )
          .join('\n') || history.empty,
      ),
      ...turns(messages, slug, previous, next),
    ]),
  )
}

const turns = (
  { buttons: names }: Messages,
  slug: string,
  previous: number | undefined,
  next: number | undefined,
) => {
  const buttons = [
    ...(previous === undefined
      ? []
      : [button(names.previous, { action: 'history', before: 0, after: previous, slug })]),
    ...(next === undefined ? [] : [button(names.next, { action: 'history', before: next, after: 0, slug })]),
  ]
  return buttons.length > 0 ? [row(...buttons)] : []
}
