import type { DeadDelivery } from '../../schema/delivery-verbs.ts'
import type { SubmissionRecord } from '../../schema/submission.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, row, section, select, text } from './message.ts'
import { KINDS, moment, titleOf } from './submission-text.ts'

/** A menu that opens one of some submissions; of none, no menu. */
export const submissionMenu = (records: readonly SubmissionRecord[]) =>
  records.length === 0
    ? []
    : [
        row(
          select(
            'Open one',
            { action: 'review', key: 'chosen' },
            records.map((record) => ({
              label: `${record.reference} · ${titleOf(record)}`,
              value: record.reference,
              description: KINDS[record.kind],
            })),
          ),
        ),
      ]

/** What waits for a decision, the longest first, and a menu to open one; and what did not reach Discord. */
export function queueCard(
  waiting: readonly SubmissionRecord[],
  total: number,
  asked: number,
  dead: readonly DeadDelivery[],
): Card {
  const lines = waiting.map(
    (record) =>
      `**${record.reference}** ${KINDS[record.kind]} · ${plain(titleOf(record), 100)} · sent ${moment(record.createdAt, 'R')}`,
  )
  const more = total - waiting.length
  return card([
    text(
      [
        `## ${total === 0 ? 'Nothing waits' : `${total} wait for a decision`}`,
        ...lines,
        ...(more > 0 ? [`and ${more} more`] : []),
        `-# ${asked === 1 ? 'One waits' : `${asked} wait`} for an answer from who sent it.`,
      ].join('\n'),
    ),
    ...submissionMenu(waiting),
    ...dead.map((delivery) =>
      section(
        `**Not delivered** (${delivery.kind}, ${delivery.attempts} tries): ${plain(delivery.lastError, 150)}`,
        button('Try again', { action: 'retry', delivery: delivery.id }),
      ),
    ),
  ])
}
