import type { Watch } from '../../../schema/verbs/watches.ts'
import type { Messages } from '../../languages/index.ts'
import { button, type Card, card, fullest, row, select, text } from '../kit/message.ts'
import { watchedName, watchScope } from './watch-text.ts'

/** The most options of a menu. */
const MOST_OFFERED = 25

const where = ({ channelId }: Watch) => (channelId === undefined ? '' : `<#${channelId}> · `)

/** What someone will be told of from now on, or was already, with the way back. */
export function watchCard(messages: Messages, { id, watched }: Watch, isNew: boolean): Card {
  const { messages: confirmation, nothingArrives, stop } = messages.watch
  return card([
    text(
      `${confirmation(watchScope(messages, watched, 200), isNew)}${isNew ? `\n-# ${nothingArrives}` : ''}`,
    ),
    row(button(stop, { action: 'unwatch', watch: id })),
  ])
}

/** The watches that are on, under a sentence that says whose, with a menu to end one. */
export function watchesCard(messages: Messages, sentence: string, watches: readonly Watch[]): Card {
  const offered = watches.slice(0, MOST_OFFERED)
  const more = watches.length - offered.length
  return fullest([120, 60], (most) =>
    card([
      text(
        [
          sentence,
          ...offered.map((watch) => `- ${where(watch)}${watchedName(messages, watch.watched, most)}`),
          ...(more > 0 ? [messages.more(more)] : []),
        ].join('\n'),
      ),
      ...(offered.length > 0
        ? [
            row(
              select(
                messages.watch.stopOne,
                { action: 'unwatch', watch: 0 },
                offered.map(({ id, watched, channelId }, i) => ({
                  label: `${i + 1}. ${nameOf(messages, watched)}`,
                  value: String(id),
                  ...(channelId !== undefined && { description: messages.watch.inChannel(channelId) }),
                })),
              ),
            ),
          ]
        : []),
    ]),
  )
}

/** In a menu text stands as it is. */
const nameOf = (messages: Messages, watched: Watch['watched']) =>
  watched.kind === 'resource' ? watched.name : watchedName(messages, watched, 100)
