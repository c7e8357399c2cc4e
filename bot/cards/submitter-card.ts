import type { OwnSubmission, SubmissionRecord } from '../../schema/submission.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, line, row, text } from './message.ts'
import { KINDS, moment, proposalLines, stateForSubmitter, threadLines, titleOf } from './submission-text.ts'

const LEVELS = [
  { most: 400, entries: 4 },
  { most: 100, entries: 2 },
  { most: 60, entries: 2 },
]

/** A submission as who sent it reads it: how it stands, and what they can do. */
export function submitterCard(record: SubmissionRecord, decidedBy?: string): Card {
  const { reference, kind, state, decision } = record
  return fullest(LEVELS, ({ most, entries }) =>
    card([
      text(
        `## ${reference}: ${stateForSubmitter(record, most)}\n${KINDS[kind]} · **${plain(titleOf(record), 100)}**`,
      ),
      text(proposalLines(record, undefined, most).join('\n')),
      ...(record.thread.length > 0 ? [line, text(threadLines(record, entries, most).join('\n'))] : []),
      ...(state === 'asked' || state === 'pending' ? [row(...actions(record))] : []),
      ...(state === 'approved' && record.slug
        ? [row(button('See it', { action: 'show', slug: record.slug }))]
        : []),
      text(
        decision
          ? `-# Decided by ${plain(decidedBy ?? 'a maintainer', 60)} ${moment(decision.at, 'f')}`
          : `-# Sent ${moment(record.createdAt, 'f')} · \`/covid-data my-submissions\` shows how it stands`,
      ),
    ]),
  )
}

const actions = ({ reference: key, state }: SubmissionRecord) => [
  ...(state === 'asked' ? [button('Answer', { action: 'answer', key })] : []),
  button('Withdraw', { action: 'withdraw', key }),
]

const UNREACHABLE = 'Your direct messages are closed to me, so news of these is found here alone.'

/** One's own submissions, latest first, with what can be done about each that waits. */
export function ownSubmissionsCard(records: readonly OwnSubmission[]): Card {
  if (records.length === 0)
    return card([
      text(
        '## My submissions\nYou have sent nothing in yet. `/covid-data submit` suggests a data set, `/covid-data report` an error.',
      ),
    ])
  return fullest([100, 40], (most) =>
    card([
      text(
        ['## My submissions', ...(records.some((record) => record.isUnreachable) ? [UNREACHABLE] : [])].join(
          '\n',
        ),
      ),
      ...records.flatMap((record) => [
        text(
          `**${record.reference}** ${KINDS[record.kind]} · ${plain(titleOf(record), most)}\n${stateForSubmitter(record, most)}`,
        ),
        ...(record.state === 'asked' || record.state === 'pending' ? [row(...actions(record))] : []),
      ]),
    ]),
  )
}
