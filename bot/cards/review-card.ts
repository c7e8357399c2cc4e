import type { APIButtonComponent } from 'discord-api-types/v10'
import type { SubmissionRecord } from '../../schema/submission.ts'
import type { ReviewFacts } from '../../schema/submission-verbs.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, line, linkButton, row, text } from './message.ts'
import {
  evidenceLine,
  KINDS,
  moment,
  proposalLines,
  STATES,
  threadLines,
  titleOf,
} from './submission-text.ts'

/** How long a text may be, and how many entries of each list are shown: from all to what always fits. */
const LEVELS = [
  { most: 500, entries: 6 },
  { most: 160, entries: 3 },
  { most: 60, entries: 2 },
  { most: 35, entries: 1 },
]
type Level = (typeof LEVELS)[number]

/** All that deciding takes, on one card. `note` says what just happened, above everything else. */
export function reviewCard(review: ReviewFacts, note?: string): Card {
  const { submission, resource, before } = review
  const title = `## ${submission.reference} · ${KINDS[submission.kind]} · ${STATES[submission.state]}`
  return fullest(LEVELS, (level) =>
    card([
      ...(note ? [text(`> ${plain(note, 300)}`)] : []),
      text(`${title}\n**${plain(titleOf(submission), 100)}**`),
      text(
        [
          ...proposalLines(submission, before ?? resource, level.most),
          ...reasonLines(submission, level),
        ].join('\n'),
      ),
      ...facts(review, level),
      line,
      text(footLines(review).join('\n')),
      row(...buttons(review)),
    ]),
  )
}

function reasonLines({ reason, evidence }: SubmissionRecord, { most, entries }: Level): string[] {
  return [
    ...(reason ? [`**Why** ${plain(reason, most)}`] : []),
    ...evidence.slice(0, entries).map((piece) => evidenceLine(piece, most)),
    ...(evidence.length > entries ? [`and ${evidence.length - entries} more sources`] : []),
  ]
}

/** What looks alike, what was declined before, what was asked and answered. */
function facts({ submission, alike, declined }: ReviewFacts, level: Level) {
  const lines = [
    ...alike
      .slice(0, level.entries)
      .map(
        ({ name, reason, slug, reference }) =>
          `**Looks like** ${plain(name, level.most)} (${slug ?? reference}): ${plain(reason, 100)}`,
      ),
    ...declined
      .slice(0, level.entries)
      .map(
        ({ reference, decision }) =>
          `**Declined before** ${reference}: ${plain(decision?.reason ?? '', level.most)}`,
      ),
    ...threadLines(submission, level.entries, level.most),
  ]
  return lines.length > 0 ? [line, text(lines.join('\n'))] : []
}

function footLines({ submission, submitter, isOwn, waiting, decidedBy }: ReviewFacts): string[] {
  const { name, discordId, contact, approved, rejected, isBlocked, isUnreachable } = submitter
  const who = discordId
    ? `${plain(name ?? 'Someone', 60)} (<@${discordId}>)`
    : plain(name ?? 'someone unnamed', 60)
  const record = `${approved} approved, ${rejected} not accepted before`
  const { decision } = submission
  return [
    `-# From ${who}${contact ? `, ${plain(contact, 100)}` : ''} · ${record}${isBlocked ? ' · blocked' : ''}${isUnreachable ? ' · takes no messages' : ''} · sent ${moment(submission.createdAt, 'R')}`,
    ...(isOwn ? ['-# This is your own submission.'] : []),
    ...(decision
      ? [
          `**${plain(decidedBy ?? 'A maintainer', 60)}** ${STATES[submission.state]} ${moment(decision.at, 'f')}${decision.reason ? `: ${plain(decision.reason, 300)}` : ''}`,
        ]
      : []),
    `-# ${waitingText(waiting)}`,
  ]
}

const waitingText = (waiting: number): string => {
  if (waiting === 0) return 'Nothing waits any more.'
  return waiting === 1 ? 'One waits in all.' : `${waiting} wait in all.`
}

/** What can be done now; each carries the version that the card shows. */
function buttons({ submission, resource, waiting }: ReviewFacts): APIButtonComponent[] {
  const { reference: key, version, state } = submission
  const url = submission.resource?.url ?? submission.changes?.url ?? resource?.url
  switch (state) {
    case 'pending':
    case 'asked':
      return [
        button('Approve', { action: 'approve', key, version, resource: resource?.version ?? 0 }, 'go'),
        button('Edit', { action: 'edit', key, version }),
        button('Ask', { action: 'ask', key, version }),
        button('Reject', { action: 'reject', key, version }, 'stop'),
        ...(url ? [linkButton('Open', url)] : []),
      ]
    case 'approved':
    case 'rejected':
      return [
        button('Undo', { action: 'undo', key, version }),
        button(`Next (${waiting} waiting)`, { action: 'next', key }),
      ]
    case 'withdrawn':
      return [button(`Next (${waiting} waiting)`, { action: 'next', key })]
  }
}
