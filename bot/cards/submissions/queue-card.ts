import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import type { DeadDelivery } from '../../../schema/verbs/deliveries.ts'
import type { Queue } from '../../../schema/verbs/submissions.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, row, section, select, text } from '../kit/message.ts'
import { moment, titleOf } from './submission-text.ts'

/** A menu to open one of some submissions; nothing where there are none. */
export const submissionMenu = ({ queue, submission }: Messages, records: readonly SubmissionRecord[]) =>
  records.length === 0
    ? []
    : [
        row(
          select(
            queue.openOne,
            { action: 'review', key: 'chosen' },
            records.map((record) => ({
              label: `${record.reference} · ${titleOf(record)}`,
              value: record.reference,
              description: submission.kinds[record.kind],
            })),
          ),
        ),
      ]

/** Submissions that wait for a decision, oldest first, with a menu to open one; then deliveries that failed. */
export function queueCard(
  messages: Messages,
  waiting: readonly SubmissionRecord[],
  totals: Pick<Queue['totals'], 'pending' | 'asked'>,
  dead: readonly DeadDelivery[],
): Card {
  const { queue, submission } = messages
  const lines = waiting.map(
    (record) =>
      `**${record.reference}** ${submission.kinds[record.kind]} · ${plain(titleOf(record), 100)} · ${queue.sent(moment(record.createdAt, 'R'))}`,
  )
  const more = totals.pending - waiting.length
  return card([
    text(
      [
        `## ${queue.title(totals.pending)}`,
        ...lines,
        ...(more > 0 ? [messages.more(more)] : []),
        ...(totals.asked > 0 ? [`-# ${queue.asked(totals.asked)}`] : []),
      ].join('\n'),
    ),
    ...submissionMenu(messages, waiting),
    ...dead.map((delivery) =>
      section(
        `${queue.undelivered(queue.deliveries[delivery.kind], delivery.attempts)}: ${plain(delivery.lastError, 150)}`,
        button(queue.tryAgain, { action: 'retry', delivery: delivery.id }),
      ),
    ),
  ])
}
