import { OVERDUE_DAYS } from '../../schema/delivery-verbs.ts'
import type { SubmissionRecord } from '../../schema/submission.ts'
import { plain } from './markdown.ts'
import { type Card, card, text } from './message.ts'
import { submissionMenu } from './queue-card.ts'
import { KINDS, moment, titleOf } from './submission-text.ts'

/** To the review channel, once a day: what has waited for long, the longest first, and a menu to open one. */
export function digestCard(waiting: readonly SubmissionRecord[], total: number): Card {
  const [longest] = waiting
  const since = longest ? `, the longest since ${moment(longest.createdAt, 'f')}` : ''
  const wait = total === 1 ? 'One waits' : `${total} wait`
  const more = total - waiting.length
  return card([
    text(
      [
        `**${wait} for more than ${OVERDUE_DAYS} days${since}.**`,
        ...waiting.map(
          (record) => `${record.reference} ${KINDS[record.kind]} · ${plain(titleOf(record), 100)}`,
        ),
        ...(more > 0 ? [`and ${more} more`] : []),
        '-# `/covid-review queue` shows all that waits.',
      ].join('\n'),
    ),
    ...submissionMenu(waiting),
  ])
}
