// Cards of decisions on several submissions at once: the question before, and the outcome.

import type { NamedSubmission } from '../../../schema/record/submission.ts'
import type { Chosen, LeftOut, Outcome } from '../../../schema/verbs/selection.ts'
import type { QueueRow } from '../../../schema/verbs/submissions.ts'
import { type ComponentState, fitsCustomId } from '../../custom-id.ts'
import { type Messages, refusedText } from '../../languages/index.ts'
import { leftOutText } from '../../languages/review-flag.ts'
import { submissionTitle } from '../../languages/submission-title.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { namedRow, proposalInShort } from './submission-text.ts'

const LEVELS = [120, 60, 20]

const chosenRow = ({ submission: { reference, version } }: QueueRow): Chosen => ({ reference, version })

/** "Approve 12?": what will be approved, and what is left out and why. */
export function questionCard(
  messages: Messages,
  { together, leftOut }: { readonly together: readonly QueueRow[]; readonly leftOut: readonly LeftOut[] },
): Card {
  const { bulk } = messages
  const rows = together.slice(0, mostThatFit(together.map(chosenRow)))
  const isRemoval = rows.some(({ submission }) => submission.kind === 'removal')
  const [question, approve] = isRemoval
    ? [bulk.removalQuestion, bulk.approveRemovals]
    : [bulk.question, bulk.approve]
  return fullest(LEVELS, (most) =>
    card([
      text(
        [
          `## ${rows.length > 0 ? question(rows.length) : bulk.none}`,
          ...rows.map(
            (one) => `${titleLine(messages, namedRow(one), most)}${proposalInShort(messages, one, most)}`,
          ),
        ].join('\n'),
      ),
      ...(leftOut.length > 0
        ? [
            text(
              [
                `### ${bulk.leftOutTitle(leftOut.length)}`,
                ...leftOut.map((one) => {
                  const title =
                    'row' in one ? titleLine(messages, namedRow(one.row), most) : `**${one.reference}**`
                  return `${title}: ${plain(leftOutText(messages, one), 2 * most)}`
                }),
              ].join('\n'),
            ),
          ]
        : []),
      row(
        ...(rows.length > 0
          ? [
              button(
                approve(rows.length),
                { action: 'approveMany', chosen: rows.map(chosenRow), done: [] },
                isRemoval ? 'stop' : 'go',
              ),
            ]
          : []),
        button(bulk.cancel, { action: 'queue' }),
      ),
    ]),
  )
}

/** How many of the chosen a button has room for; the others stay in the queue. */
const mostThatFit = (chosen: readonly Chosen[]): number =>
  chosen.findLastIndex((_, i) =>
    fitsCustomId({ action: 'approveMany', chosen: chosen.slice(0, i + 1), done: [] }),
  ) + 1

const titleLine = (messages: Messages, submission: NamedSubmission, most: number): string =>
  `**${submission.reference}** ${plain(submissionTitle(messages, submission), most)}`

/** `before` are those approved by earlier clicks. */
export function approvedCard(
  messages: Messages,
  outcomes: readonly Outcome<Chosen>[],
  remaining: readonly Chosen[],
  before: readonly Chosen[],
): Card {
  const { bulk } = messages
  const done = [...before, ...changedBy(outcomes)]
  return outcomeCard(messages, outcomes, {
    title: bulk.approved(done.length),
    failed: bulk.notApproved,
    buttons: [
      ...(remaining.length > 0
        ? [button(bulk.goOn(remaining.length), { action: 'approveMany', chosen: remaining, done }, 'go')]
        : []),
      ...(done.length > 0 ? [button(bulk.undoAll(done.length), { action: 'undoMany', chosen: done })] : []),
    ],
  })
}

export function undoneCard(
  messages: Messages,
  outcomes: readonly Outcome<Chosen>[],
  remaining: readonly Chosen[],
): Card {
  const { bulk } = messages
  const rest: ComponentState = { action: 'undoMany', chosen: remaining }
  return outcomeCard(messages, outcomes, {
    title: bulk.undone(changedBy(outcomes).length),
    failed: bulk.notUndone,
    buttons: remaining.length > 0 ? [button(bulk.undoRest(remaining.length), rest)] : [],
  })
}

/** The submissions that an action changed, with the versions that they have since. */
const changedBy = (outcomes: readonly Outcome<Chosen>[]): Chosen[] =>
  outcomes.flatMap((outcome) =>
    'record' in outcome ? [{ reference: outcome.record.reference, version: outcome.record.version }] : [],
  )

function outcomeCard(
  messages: Messages,
  outcomes: readonly Outcome<Chosen>[],
  {
    title,
    failed,
    buttons,
  }: {
    readonly title: string
    readonly failed: (count: number) => string
    readonly buttons: readonly ReturnType<typeof button>[]
  },
): Card {
  const { bulk } = messages
  return fullest(LEVELS, (most) => {
    const done = outcomes.flatMap((outcome) =>
      'record' in outcome ? [titleLine(messages, outcome.record, most)] : [],
    )
    const refused = outcomes.flatMap((outcome) =>
      'error' in outcome
        ? [`**${outcome.one.reference}** ${plain(refusedText(messages, outcome.error), 2 * most)}`]
        : [],
    )
    return card([
      text([`## ${title}`, ...done].join('\n')),
      ...(refused.length > 0 ? [text([`### ${failed(refused.length)}`, ...refused].join('\n'))] : []),
      row(...buttons, button(bulk.queue, { action: 'queue' })),
    ])
  })
}
