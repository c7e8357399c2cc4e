import type { ListedChange } from '../../schema/submission-verbs.ts'
import { changedLines } from './change-text.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, row, text } from './message.ts'
import { dayOf } from './standing.ts'

/** What a change did, a line a field. */
function lines({ before, after, action }: ListedChange, most: number): string[] {
  if (!before) return [`${action}: ${plain(after.organization, most)}`]
  return [
    ...changedLines(before, after, most),
    ...(before.status === after.status ? [] : [`Status ~~${before.status}~~ → **${after.status}**`]),
  ]
}

interface Page {
  readonly items: readonly ListedChange[]
  readonly next?: number
  readonly previous?: number
}

/** The public history of one resource, or of all (`*`): what, when, before and after, which submission. */
export function historyCard(slug: string, { items, next, previous }: Page): Card {
  const title = slug === '*' ? 'Changes' : `Changes of ${plain(items[0]?.name ?? slug, 150)}`
  return fullest([120, 50, 20], (most) =>
    card([
      text(`## ${title}`),
      text(
        items
          .map((change) =>
            [
              `**${plain(change.name, most)}** v${change.version} ${change.action} · ${dayOf(change.at)} · #${change.sequence}${change.submission ? ` · ${change.submission}` : ''}`,
              ...(change.version === 1 ? [] : lines(change, most)),
              ...(change.reason ? [`-# ${plain(change.reason, most)}`] : []),
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
