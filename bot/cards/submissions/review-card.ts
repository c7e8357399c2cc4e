import type { APIButtonComponent } from 'discord-api-types/v10'
import { likenessText } from '../../../schema/likeness.ts'
import type { Decision, SubmissionRecord } from '../../../schema/record/submission.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import type { ReviewFacts } from '../../../schema/verbs/submissions.ts'
import type { SubmissionState } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { titleOf } from '../../languages/submission-title.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, line, linkButton, row, text } from '../kit/message.ts'
import { type Pages, pageLink } from '../kit/page-link.ts'
import { typedReason } from '../kit/typed-reason.ts'
import { headText, recordParts } from '../resource/record-parts.ts'
import { type ResourceRoom, ROOMS } from '../resource/resource-room.ts'
import { resourceWriter } from '../resource/resource-writer.ts'
import { backgroundLines, evidenceLine, moment, proposalLines, threadLines } from './submission-text.ts'

/** The most UTF-16 units of a text, and the most entries of a list. */
interface Level {
  readonly most: number
  readonly entries: number
  readonly isReasonLost?: boolean
  /** Of the record that a confirmation is about. */
  readonly room?: ResourceRoom
}

const SHORT: Level = { most: 160, entries: 3 }
const BARE: Level = { most: 35, entries: 1 }
/** The last one always fits. */
const BAREST: readonly Level[] = [BARE, { ...BARE, isReasonLost: true }]
const LEVELS: readonly Level[] = [{ most: 500, entries: 6 }, SHORT, { most: 60, entries: 2 }, ...BAREST]
/** Nobody should confirm what they do not see. A record that has no room at all is named, with the way to see it. */
const LEVELS_WITH_RECORD: readonly Level[] = [
  ...[SHORT, BARE].flatMap((level) => ROOMS.map((room) => ({ ...level, room }))),
  ...BAREST,
]

/** A decision that was typed before the submission was seen. */
export interface TypedDecision {
  readonly decision: Decision
  readonly reason?: string | undefined
}

/**
 * Everything that a decision needs, on one card. `note` is the outcome of the last action; a `typed` decision has a button
 * of its own.
 */
export function reviewCard(
  messages: Messages,
  review: ReviewFacts,
  pages?: Pages,
  { note, typed }: { readonly note?: string | undefined; readonly typed?: TypedDecision } = {},
): Card {
  const { submission, resource, before } = review
  const { kinds, states } = messages.submission
  const named = { ...submission, ...(resource && { resourceName: resource.name }) }
  const title = `## ${submission.reference} · ${kinds[submission.kind]} · ${states[submission.state]}`
  return fullest(submission.kind === 'confirmation' ? LEVELS_WITH_RECORD : LEVELS, (level) =>
    card([
      ...(note ? [text(`> ${plain(note, 300)}`)] : []),
      text(`${title}\n**${plain(titleOf(named), 100)}**`),
      text(
        [
          ...proposalLines(messages, submission, before ?? resource, level.most),
          ...reasonLines(messages, submission, level),
          ...backgroundLines(messages, review, level.entries, level.most),
        ].join('\n'),
      ),
      ...recordToConfirm(messages, review, level, pages),
      ...context(messages, review, level),
      line,
      text(footLines(messages, review, pages).join('\n')),
      ...(typed ? typedParts(messages, review, typed, level) : []),
      row(...buttons(messages, review)),
    ]),
  )
}

/** The facts that the card of the resource has. What it contains are names: the lineage of all others is not read. */
function recordToConfirm(
  messages: Messages,
  { submission, resource, before: record = resource }: ReviewFacts,
  { room }: Level,
  pages: Pages,
) {
  if (submission.kind !== 'confirmation' || !record) return []
  if (!room) return [line, text(messages.review.recordTooLong(record.slug))]
  const writer = resourceWriter(messages, record, room)
  const ancestors = [...record.derivedFrom, ...record.origins].map((name) => ({
    kind: 'origin' as const,
    name,
    steps: 1,
  }))
  const lineage = { ancestors, descendants: [], siblings: [] }
  return [line, text(headText(writer, '###')), ...recordParts(writer, { lineage }, pages)]
}

/** What was typed, and its button. A reason that has no room beside the submission has to be given again. */
function typedParts(
  { review }: Messages,
  { submission, resource }: ReviewFacts,
  { decision, reason }: TypedDecision,
  { isReasonLost }: Level,
) {
  const { reference: key, version, state } = submission
  if (state !== 'pending' && state !== 'asked') return []
  const note = text(`**${reason && isReasonLost ? review.reasonTooLong : review.nothingDecided}**`)
  if (!reason || isReasonLost) return [note]
  const decided = { action: 'decide', decision, key, version, resource: resource?.version ?? 0 } as const
  return [
    note,
    typedReason(reason),
    row(button(review.withReason[decision], decided, decision === 'approve' ? 'go' : 'stop')),
  ]
}

function reasonLines(
  messages: Messages,
  { reason, evidence }: SubmissionRecord,
  { most, entries }: Level,
): string[] {
  return [
    ...(reason ? [`**${messages.review.why}** ${plain(reason, most)}`] : []),
    ...evidence.slice(0, entries).map((piece) => evidenceLine(messages, piece, most)),
    ...(evidence.length > entries ? [messages.review.moreSources(evidence.length - entries)] : []),
  ]
}

/** Look-alikes, earlier rejections, questions and answers. */
function context(messages: Messages, { submission, alike, declined }: ReviewFacts, level: Level) {
  const lines = [
    ...alike
      .slice(0, level.entries)
      .map(
        ({ name, signs, slug, reference }) =>
          `${messages.review.looksLike(plain(name, level.most), slug ?? reference ?? '')}: ${plain(likenessText(signs, messages.likeness), 100)}`,
      ),
    ...declined
      .slice(0, level.entries)
      .map(
        ({ reference, decision }) =>
          `${messages.review.declinedBefore(reference)}: ${plain(decision?.reason ?? '', level.most)}`,
      ),
    ...threadLines(messages, submission, level.entries, level.most),
  ]
  return lines.length > 0 ? [line, text(lines.join('\n'))] : []
}

function footLines(messages: Messages, facts: ReviewFacts, pages: Pages): string[] {
  const { submission, submitter, isOwn, waiting, decidedBy } = facts
  const { discordId, contact, approved, rejected, isBlocked, isUnreachable } = submitter
  const { review } = messages
  const name = submitter.machine === undefined ? submitter.name : review.machines[submitter.machine]
  const named = name === undefined ? undefined : plain(name, 60)
  const from = review.submittedBy(named, discordId === undefined ? undefined : `<@${discordId}>`)
  const { decision, state } = submission
  const parts = [
    `${from}${contact ? `, ${plain(contact, 100)}` : ''}`,
    review.before(approved, rejected),
    ...(isBlocked ? [review.blocked] : []),
    ...(isUnreachable ? [review.unreachable] : []),
    review.sent(moment(submission.createdAt, 'R')),
  ]
  return [
    `-# ${parts.join(' · ')}`,
    ...(isOwn ? [`-# ${review.isOwn}`] : []),
    ...(decision ? [decidedLine(messages, decision, state, decidedBy)] : []),
    `-# ${review.waiting(waiting)}${pageLink(' ', pages, `/review/${submission.reference}`, messages.pages.submission)}`,
  ]
}

function decidedLine(
  { review, submission }: Messages,
  { at, reason }: NonNullable<SubmissionRecord['decision']>,
  state: SubmissionState,
  by: string | undefined,
): string {
  const name = by === undefined ? undefined : plain(by, 60)
  const sentence = review.decided(name, submission.states[state], moment(at, 'f'))
  return reason ? `${sentence}: ${plain(reason, 300)}` : sentence
}

/** The actions of the submission's state, with the version that the card shows. */
function buttons(
  { review }: Messages,
  { submission, submitter, resource, waiting }: ReviewFacts,
): APIButtonComponent[] {
  const { reference: key, version, state } = submission
  const url = submission.resource?.url ?? submission.changes?.url ?? resource?.url
  switch (state) {
    case 'pending':
    case 'asked':
      return [
        button(
          review.approve,
          { action: 'approve', key, version, resource: resource?.version ?? 0 },
          submission.kind === 'removal' ? 'stop' : 'go',
        ),
        button(review.edit, { action: 'edit', key, version }),
        ...(submitter.machine === undefined ? [button(review.ask, { action: 'ask', key, version })] : []),
        button(review.reject, { action: 'reject', key, version }, 'stop'),
        ...(url ? [linkButton(review.open(hostOf(url) ?? url), url)] : []),
      ]
    case 'approved':
    case 'rejected':
      return [
        button(review.undo, { action: 'undo', key, version }),
        button(review.next(waiting), { action: 'next', key }),
      ]
    case 'withdrawn':
      return [button(review.next(waiting), { action: 'next', key })]
  }
}
