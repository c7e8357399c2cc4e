import type { NamedSubmission } from '../../../schema/record/submission.ts'
import type { DeadDelivery } from '../../../schema/verbs/deliveries.ts'
import type { Queue, QueueRow } from '../../../schema/verbs/submissions.ts'
import { writeChosen } from '../../custom-id.ts'
import type { Messages } from '../../languages/index.ts'
import { flagText } from '../../languages/review-flag.ts'
import { submissionTitle } from '../../languages/submission-title.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, section, select, text } from '../kit/message.ts'
import { moment, namedRow, proposalInShort } from './submission-text.ts'

/** A menu to open one of some submissions; nothing where there are none. */
export const submissionMenu = (messages: Messages, submissions: readonly NamedSubmission[]) =>
  submissions.length === 0
    ? []
    : [
        row(
          select(
            messages.queue.openOne,
            { action: 'review', key: 'chosen' },
            submissions.map((one) => ({ ...optionOf(messages, one), value: one.reference })),
          ),
        ),
      ]

const optionOf = (messages: Messages, one: NamedSubmission) => ({
  label: `${one.reference} · ${submissionTitle(messages, one)}`,
  description: messages.submission.kinds[one.kind],
})

/** A menu to choose several to approve, each with the version that the card shows. */
const approvalMenu = (messages: Messages, rows: readonly QueueRow[]) =>
  rows.length < 2
    ? []
    : [
        row({
          ...select(
            messages.bulk.choose,
            { action: 'choose' },
            rows.map((one) => ({ ...optionOf(messages, namedRow(one)), value: writeChosen(one.submission) })),
          ),
          min_values: 1,
          max_values: rows.length,
        }),
      ]

const LEVELS = [100, 50, 20]

/** Submissions that wait for a decision, oldest first, with menus to open or approve them; then deliveries that failed. */
export function queueCard(
  messages: Messages,
  waiting: readonly QueueRow[],
  totals: Pick<Queue['totals'], 'pending' | 'asked'>,
  dead: readonly DeadDelivery[],
): Card {
  const { queue, submission } = messages
  const more = totals.pending - waiting.length
  const lines = (one: QueueRow, most: number) => {
    const { reference, kind, createdAt } = one.submission
    const title = plain(submissionTitle(messages, namedRow(one)), most)
    const flags = one.flags.map((flag) => flagText(messages, flag)).join('; ')
    return [
      `**${reference}** ${submission.kinds[kind]} · ${title} · ${queue.sent(moment(createdAt, 'R'))}${proposalInShort(messages, one, most)}`,
      ...(flags === '' ? [] : [`-# ⚠ ${plain(flags, most)}`]),
    ]
  }
  return fullest(LEVELS, (most) =>
    card([
      text(
        [
          `## ${queue.title(totals.pending)}`,
          ...waiting.flatMap((one) => lines(one, most)),
          ...(more > 0 ? [messages.more(more)] : []),
          ...(totals.asked > 0 ? [`-# ${queue.asked(totals.asked)}`] : []),
        ].join('\n'),
      ),
      ...submissionMenu(messages, waiting.map(namedRow)),
      ...approvalMenu(messages, waiting),
      ...dead.map((delivery) =>
        section(
          `${queue.undelivered(queue.deliveries[delivery.kind], delivery.attempts)}: ${plain(delivery.lastError, 150)}`,
          button(queue.tryAgain, { action: 'retry', delivery: delivery.id }),
        ),
      ),
    ]),
  )
}
