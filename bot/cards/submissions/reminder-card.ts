import type { NamedSubmission } from '../../../schema/record/submission.ts'
import { OVERDUE_DAYS } from '../../../schema/verbs/deliveries.ts'
import type { Messages } from '../../languages/index.ts'
import { submissionTitle } from '../../languages/submission-title.ts'
import { plain } from '../kit/markdown.ts'
import { type Card, card, text } from '../kit/message.ts'
import { submissionMenu } from './queue-card.ts'
import { moment } from './submission-text.ts'

/** The daily reminder in the review channel: overdue submissions, oldest first, with a menu to open one. */
export function reminderCard(messages: Messages, waiting: readonly NamedSubmission[], total: number): Card {
  const { reminder, submission } = messages
  const [longest] = waiting
  const since = longest && moment(longest.createdAt, 'f')
  const more = total - waiting.length
  return card([
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
  ])
}
