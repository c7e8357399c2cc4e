import type { NamedSubmission, OwnSubmission, SubmissionRecord } from '../../../schema/record/submission.ts'
import type { Messages } from '../../languages/index.ts'
import { titleOf } from '../../languages/submission-title.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, line, row, text } from '../kit/message.ts'
import { moment, proposalLines, stateForSubmitter, threadLines } from './submission-text.ts'

const LEVELS = [
  { most: 400, entries: 4 },
  { most: 100, entries: 2 },
  { most: 60, entries: 2 },
]

/** A submission for its submitter: its state, and what they can do. */
export function submitterCard(messages: Messages, record: NamedSubmission, decidedBy?: string): Card {
  const { submission } = messages
  const { reference, kind, state, decision } = record
  return fullest(LEVELS, ({ most, entries }) =>
    card([
      text(
        `## ${reference}: ${stateForSubmitter(messages, record, most)}\n${submission.kinds[kind]} · **${plain(titleOf(record), 100)}**`,
      ),
      text(proposalLines(messages, record, undefined, most).join('\n')),
      ...(record.thread.length > 0
        ? [line, text(threadLines(messages, record, entries, most).join('\n'))]
        : []),
      ...actions(messages, record),
      ...(state === 'approved' && record.slug
        ? [row(button(submission.seeButton, { action: 'show', slug: record.slug }))]
        : []),
      text(
        decision
          ? `-# ${submission.decidedBy(decidedBy === undefined ? undefined : plain(decidedBy, 60), moment(decision.at, 'f'))}`
          : `-# ${submission.sent(moment(record.createdAt, 'f'))}`,
      ),
    ]),
  )
}

function actions({ submission }: Messages, { reference: key, state }: SubmissionRecord) {
  const withdraw = button(submission.withdraw, { action: 'withdraw', key })
  switch (state) {
    case 'pending':
      return [row(withdraw)]
    case 'asked':
      return [row(button(submission.answerButton, { action: 'answer', key }), withdraw)]
    case 'rejected':
      return [row(button(submission.again, { action: 'again', key }))]
    case 'approved':
    case 'withdrawn':
      return []
  }
}

/** All submissions of a person, latest first, with buttons for those that wait or were rejected. */
export function ownSubmissionsCard(messages: Messages, records: readonly OwnSubmission[]): Card {
  const { kinds, ownTitle, noneOwn, unreachable } = messages.submission
  if (records.length === 0) return card([text(`## ${ownTitle}\n${noneOwn}`)])
  return fullest([100, 40], (most) =>
    card([
      text(
        [`## ${ownTitle}`, ...(records.some((record) => record.isUnreachable) ? [unreachable] : [])].join(
          '\n',
        ),
      ),
      ...records.flatMap((record) => [
        text(
          `**${record.reference}** ${kinds[record.kind]} · ${plain(titleOf(record), most)}\n${stateForSubmitter(messages, record, most)}`,
        ),
        ...actions(messages, record),
      ]),
    ]),
  )
}
