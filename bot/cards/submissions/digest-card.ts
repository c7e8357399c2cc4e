import type { NamedSubmission } from '../../../schema/record/submission.ts'
import { type Delivery, OVERDUE_DAYS } from '../../../schema/verbs/deliveries.ts'
import type { Messages } from '../../languages/index.ts'
import { submissionTitle } from '../../languages/submission-title.ts'
import { plain } from '../kit/markdown.ts'
import { type Card, card, text } from '../kit/message.ts'
import { proposalParts } from './proposal-card.ts'
import { submissionMenu } from './queue-card.ts'
import { moment } from './submission-text.ts'

/** For the review channel: what another maintainer has to confirm; overdue submissions, oldest first, with a menu to open one. */
export function digestCard(
  messages: Messages,
  {
    waiting,
    total,
    proposals,
  }: Pick<Extract<Delivery, { kind: 'digest' }>, 'waiting' | 'total' | 'proposals'>,
): Card {
  return card([
    ...proposalParts(messages, proposals),
    ...(total > 0 ? overdueParts(messages, waiting, total) : []),
  ])
}

function overdueParts(messages: Messages, waiting: readonly NamedSubmission[], total: number) {
  const { reminder, submission } = messages
  const [longest] = waiting
  const since = longest && moment(longest.createdAt, 'f')
  const more = total - waiting.length
  return [
    text(
      [
        `**${reminder.title(total, OVERDUE_DAYS, since)}**`,
        ...waiting.map(
          (record) =>
            `${record.reference} ${submission.kinds[record.kind]} · ${plain(submissionTitle(messages, record), 100)}`,
        ),
        ...(more > 0 ? [messages.more(more)] : []),
        `-# ${reminder.all}`,
      ].join('\n'),
    ),
    ...submissionMenu(messages, waiting),
  ]
}
