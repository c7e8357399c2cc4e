import type { Watch } from '../../schema/watch-verbs.ts'
import { button, type Card, card, fullest, row, select, text } from './message.ts'
import { toldOf, watchedName } from './watch-text.ts'

/** The most options of a menu. */
const MOST_OFFERED = 25

const where = ({ channelId }: Watch) => (channelId === undefined ? '' : `<#${channelId}> · `)

/** What someone will be told of from now on, or was already, with the way back. */
export function watchCard({ id, watched }: Watch, isNew: boolean): Card {
  return card([
    text(
      `${isNew ? 'You get' : 'This is on already: you get'} a direct message for ${toldOf(watched, 200)}.${
        isNew
          ? '\n-# Nothing arrives? Discord lets a bot write to you only if you share a server with it or have added it.'
          : ''
      }`,
    ),
    row(button('Stop telling me', { action: 'unwatch', watch: id })),
  ])
}

/** The watches that are on, under a sentence that says whose, with a menu to end one. */
export function watchesCard(sentence: string, watches: readonly Watch[]): Card {
  const offered = watches.slice(0, MOST_OFFERED)
  const more = watches.length - offered.length
  return fullest([120, 60], (most) =>
    card([
      text(
        [
          sentence,
          ...offered.map((watch) => `- ${where(watch)}${watchedName(watch.watched, most)}`),
          ...(more > 0 ? [`and ${more} more`] : []),
        ].join('\n'),
      ),
      ...(offered.length > 0
        ? [
            row(
              select(
                'Stop one',
                { action: 'unwatch', watch: 0 },
                offered.map(({ id, watched, channelId }, i) => ({
                  label: `${i + 1}. ${nameOf(watched)}`,
                  value: String(id),
                  ...(channelId !== undefined && { description: `In the channel ${channelId}` }),
                })),
              ),
            ),
          ]
        : []),
    ]),
  )
}

/** In a menu text stands as it is. */
const nameOf = (watched: Watch['watched']) =>
  watched.kind === 'resource' ? watched.name : watchedName(watched, 100)
