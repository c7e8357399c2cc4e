import type { Watch } from '../../../schema/verbs/watches.ts'
import type { Messages } from '../../languages/index.ts'
import { button, type Card, card, fullest, row, select, text } from '../kit/message.ts'
import { watchedName, watchScope } from './watch-text.ts'

/** Discord's limit for a menu. */
const MOST_OPTIONS = 25

const where = ({ channelId }: Watch) => (channelId === undefined ? '' : `<#${channelId}> · `)

/** Confirms a new or an existing watch of a person, with a button to end it. */
export function watchCard(messages: Messages, { id, watched }: Watch, isNew: boolean): Card {
  const { messages: confirmation, nothingArrives, stop } = messages.watch
  return card([
    text(
      `${confirmation(watchScope(messages, watched, 200), isNew)}${isNew ? `\n-# ${nothingArrives}` : ''}`,
    ),
    row(button(stop, { action: 'unwatch', watch: id })),
  ])
}

/** Watches under a sentence that introduces them, with a menu to end one. */
export function watchesCard(messages: Messages, sentence: string, watches: readonly Watch[]): Card {
  const listed = watches.slice(0, MOST_OPTIONS)
  const more = watches.length - listed.length
  return fullest([120, 60], (most) =>
    card([
      text(
        [
          sentence,
          ...listed.map((watch) => `- ${where(watch)}${watchedName(messages, watch.watched, most)}`),
          ...(more > 0 ? [messages.more(more)] : []),
        ].join('\n'),
      ),
      ...(listed.length > 0
        ? [
            row(
              select(
                messages.watch.stopOne,
                { action: 'unwatch', watch: 0 },
                listed.map(({ id, watched, channelId }, i) => ({
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

/** For a menu, which shows text without markdown. */
const nameOf = (messages: Messages, watched: Watch['watched']) =>
  watched.kind === 'resource' ? watched.name : watchedName(messages, watched, 100)
