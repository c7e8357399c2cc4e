import type { ListedChange } from '../../../schema/verbs/resources.ts'
import type { Watch } from '../../../schema/verbs/watches.ts'
import { changeTitle } from '../../languages/differences.ts'
import type { Messages } from '../../languages/index.ts'
import { cellsText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { changedLines } from '../resource/change-text.ts'
import { nameLink } from '../resource/name-link.ts'
import { watchedName } from './watch-text.ts'

/** Discord's limit for a row. */
const MAX_BUTTONS = 5

/** A change of a resource, as it goes out to a channel or a person that watches for it. */
export function announcementCard(
  messages: Messages,
  change: ListedChange,
  watch: Pick<Watch, 'id' | 'watched'>,
): Card {
  const { buttons, announcement, asOf } = messages
  const { slug, before, after, reason } = change
  return fullest([300, 100, 40], (most) => {
    const lines = before ? changedLines(messages, before, after, most) : []
    return card([
      text(
        `## ${changeTitle(messages, change)}: ${changedName(change, 200)}\n${plain(after.organization, 200)}\n${cellsText(messages, after.availability)}`,
      ),
      ...(lines.length > 0 ? [text(lines.join('\n'))] : []),
      ...(reason ? [text(plain(reason, most))] : []),
      row(
        button(buttons.details, { action: 'show', slug }),
        button(buttons.history, { action: 'history', before: 0, after: 0, slug }),
        button(messages.watch.stop, { action: 'unwatch', watch: watch.id }),
      ),
      text(
        `-# ${messages.day(change.at)} · ${announcement.watching(watchedName(messages, watch.watched, 100))} · ${asOf.caution}`,
      ),
    ])
  })
}

/** An announcement can come after the removal of what it announces. */
const changedName = ({ after, isRemoved }: ListedChange, max: number) =>
  nameLink(isRemoved ? { ...after, status: 'removed' } : after, max)

/** Several changes in one message, each with a link to its resource. */
export function changesCard(
  messages: Messages,
  announced: readonly { readonly change: ListedChange; readonly watch: Pick<Watch, 'id' | 'watched'> }[],
): Card {
  const { announcement, asOf } = messages
  const watches = [...new Map(announced.map(({ watch }) => [watch.id, watch])).values()].slice(0, MAX_BUTTONS)
  return fullest([150, 80, 30], (most) =>
    card([
      text(
        [
          `## ${announcement.changes(announced.length)}`,
          ...announced.map(
            ({ change }) =>
              `- ${changeTitle(messages, change)}: ${changedName(change, most)}, ${plain(change.after.organization, most)}`,
          ),
        ].join('\n'),
      ),
      row(
        ...watches.map(({ id, watched }) =>
          button(
            watches.length === 1
              ? messages.watch.stop
              : `${messages.watch.stopOne}: ${watchedName(messages, watched, 40)}`,
            { action: 'unwatch', watch: id },
          ),
        ),
      ),
      text(
        `-# ${announcement.watching(watches.map(({ watched }) => watchedName(messages, watched, 60)).join(', '))} · ${asOf.caution}`,
      ),
    ]),
  )
}
