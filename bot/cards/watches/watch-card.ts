import type { Watch } from '../../../schema/verbs/watches.ts'
import type { Words } from '../../languages/index.ts'
import { button, type Card, card, fullest, row, select, text } from '../kit/message.ts'
import { toldOf, watchedName } from './watch-text.ts'

/** The most options of a menu. */
const MOST_OFFERED = 25

const where = ({ channelId }: Watch) => (channelId === undefined ? '' : `<#${channelId}> · `)

/** What someone will be told of from now on, or was already, with the way back. */
export function watchCard(words: Words, { id, watched }: Watch, isNew: boolean): Card {
  const { messages, nothingArrives, stop } = words.watch
  return card([
    text(`${messages(toldOf(words, watched, 200), isNew)}${isNew ? `\n-# ${nothingArrives}` : ''}`),
    row(button(stop, { action: 'unwatch', watch: id })),
  ])
}

/** The watches that are on, under a sentence that says whose, with a menu to end one. */
export function watchesCard(words: Words, sentence: string, watches: readonly Watch[]): Card {
  const offered = watches.slice(0, MOST_OFFERED)
  const more = watches.length - offered.length
  return fullest([120, 60], (most) =>
    card([
      text(
        [
          sentence,
          ...offered.map((watch) => `- ${where(watch)}${watchedName(words, watch.watched, most)}`),
          ...(more > 0 ? [words.more(more)] : []),
        ].join('\n'),
      ),
      ...(offered.length > 0
        ? [
            row(
              select(
                words.watch.stopOne,
                { action: 'unwatch', watch: 0 },
                offered.map(({ id, watched, channelId }, i) => ({
                  label: `${i + 1}. ${nameOf(words, watched)}`,
                  value: String(id),
                  ...(channelId !== undefined && { description: words.watch.inChannel(channelId) }),
                })),
              ),
            ),
          ]
        : []),
    ]),
  )
}

/** In a menu text stands as it is. */
const nameOf = (words: Words, watched: Watch['watched']) =>
  watched.kind === 'resource' ? watched.name : watchedName(words, watched, 100)
