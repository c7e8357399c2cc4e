import type { ListedChange } from '../../schema/submission-verbs.ts'
import type { Watch } from '../../schema/watch-verbs.ts'
import { english } from '../languages/index.ts'
import { changedLines, happening } from './change-text.ts'
import { link, plain } from './markdown.ts'
import { button, type Card, card, fullest, row, text } from './message.ts'
import { cellsText } from './resource-text.ts'
import { watchedName } from './watch-text.ts'

/** A change of a resource, as it goes out to a channel or a person that watches for it. */
export function announcementCard(change: ListedChange, watch: Pick<Watch, 'id' | 'watched'>): Card {
  const { slug, before, after, reason } = change
  return fullest([300, 100, 40], (most) => {
    const lines = before ? changedLines(english, before, after, most) : []
    return card([
      text(
        `## ${happening(english, change)}: ${link(after.name, after.url, 200)}\n${plain(after.organization, 200)}\n${cellsText(english, after.availability)}`,
      ),
      ...(lines.length > 0 ? [text(lines.join('\n'))] : []),
      ...(reason ? [text(plain(reason, most))] : []),
      row(
        button('Details', { action: 'show', slug }),
        button('History', { action: 'history', before: 0, after: 0, slug }),
        button('Stop telling me', { action: 'unwatch', watch: watch.id }),
      ),
      text(
        `-# ${english.day(change.at)} · watching ${watchedName(watch.watched, 100)} · no diagnostic claims`,
      ),
    ])
  })
}
