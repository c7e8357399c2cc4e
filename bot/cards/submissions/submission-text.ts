// A submission in words: its state, its proposal, its evidence and its questions.

import type { Claim, Evidence } from '../../../schema/record/claims.ts'
import { fieldBackground } from '../../../schema/record/field-background.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { NamedSubmission, SubmissionRecord } from '../../../schema/record/submission.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import type { QueueRow, ReviewFacts } from '../../../schema/verbs/submissions.ts'
import { decisionText } from '../../languages/decision.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { titleOf } from '../../languages/submission-title.ts'
import { cellsText, valueText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { type ChangeText, correctionTexts, proposedFacts } from '../resource/change-text.ts'

/** The state of a submission, in words for its submitter. */
export function stateForSubmitter(
  { submission: { statesForSubmitter: states } }: Messages,
  { state, kind, decision }: SubmissionRecord,
  most: number,
): string {
  if (state === 'approved' && kind === 'addition') return states.listed
  const why = state === 'rejected' && decision?.reason
  return why ? `${states.rejected}: ${plain(why, most)}` : states[state]
}

export const namedRow = ({ submission, resource }: QueueRow): NamedSubmission => ({
  ...submission,
  ...(resource && { resourceName: resource.name }),
})

const CHANGES_IN_SHORT = 2

/**
 * " · zenodo.org" of an addition, " · ~~old~~ → **new**" of a correction, of a confirmation what one decides by and the
 * data types; empty of a removal.
 */
export function proposalInShort(
  messages: Messages,
  { submission: { kind, resource, changes }, resource: current }: QueueRow,
  most: number,
): string {
  if (kind === 'confirmation' && current) {
    const decides = plain(decisionText(messages, current), 2 * most)
    return [decides, cellsText(messages, current.availability, ['yes'])].filter(Boolean).map(behind).join('')
  }
  const parts = resource
    ? [plain(hostOf(resource.url) ?? resource.url, most)]
    : correctionTexts(messages, current, changes ?? {}, Math.floor(most / 2))
        .slice(0, CHANGES_IN_SHORT)
        .map((change) => change.text)
  return parts.map(behind).join('')
}

const behind = (part: string) => ` · ${part}`

/** The proposal, one line for each fact, each value of at most `most` UTF-16 units. Of a correction only the changes. */
export function proposalLines(
  messages: Messages,
  record: NamedSubmission,
  current: Resource | undefined,
  most: number,
): string[] {
  const { resource, changes, kind } = record
  const { fields, submission } = messages
  if (resource) {
    const { name, slug, url, organization, availability, notes } = resource
    return [
      `**${fields.name}** ${plain(name, most)}`,
      ...(slug === undefined ? [] : [`**${submission.slug}** ${slug}`]),
      `**${fields.url}** ${plain(url, most)}`,
      `**${fields.organization}** ${plain(organization, most)}`,
      cellsText(messages, availability),
      ...proposedFacts(messages, resource, most).map(bold),
      ...(notes ? [`**${fields.notes}** ${plain(notes, most)}`] : []),
    ]
  }
  const named = plain(current?.name ?? titleOf(record), most)
  if (kind === 'removal') return [submission.removal(named)]
  if (kind === 'confirmation') return [submission.confirmation(named)]
  return [
    ...correctionTexts(messages, current, changes ?? {}, most).map(bold),
    ...(changes?.notes ? [`**${fields.notes}** ${plain(changes.notes, most)}`] : []),
  ]
}

const bold = ({ name, text }: ChangeText) => `**${name}** ${text}`

/** "**Source** of Licence (MIT): README, October 2020", with the source's value where it is not the proposed one. */
export function evidenceLine(
  messages: Messages,
  { field, value, source, asOf }: Evidence,
  most: number,
): string {
  const claimed = value === undefined ? '' : ` (${plain(valueText(messages, field, value), most)})`
  return `${messages.submission.sourceOf(fieldName(messages, field))}${claimed}: ${plain(source, most)}${asOf ? `, ${messages.day(asOf)}` : ''}`
}

/** "**On record** CT: sources differ, yes (README, May 2020), rejected before (S-7Q4K2)": a line for each field. */
export function backgroundLines(
  messages: Messages,
  { submission, resource, before = resource, earlier }: ReviewFacts,
  entries: number,
  most: number,
): string[] {
  if (submission.kind !== 'correction' || !before) return []
  const { background, submission: texts } = messages
  const claimText = ({ field, value, source, asOf }: Claim) =>
    `${plain(valueText(messages, field, value), most)} (${plain(source, most)}${asOf ? `, ${messages.day(asOf)}` : ''})`
  return fieldBackground(submission, before, earlier)
    .flatMap(({ field, claims, isDisputed, decided }) => {
      const facts = [
        ...(isDisputed ? [background.disputed] : []),
        ...claims.slice(0, entries).map(claimText),
        ...decided
          .slice(0, 1)
          .map(({ state, reference }) => background.decided(texts.states[state], reference)),
      ]
      return facts.length > 0 ? [background.onRecord(fieldName(messages, field), facts.join(', '))] : []
    })
    .slice(0, entries)
}

/** The latest questions and answers. */
export const threadLines = (
  { submission: { question, answer } }: Messages,
  { thread }: SubmissionRecord,
  entries: number,
  most: number,
): string[] =>
  thread
    .slice(-entries)
    .map(({ by, text }) => `**${by === 'maintainer' ? question : answer}** ${plain(text, most)}`)

/** A moment in Discord's markdown, in each reader's time zone: `R` how long ago, `f` day and time. */
export const moment = (iso: string, style: 'R' | 'f'): string =>
  `<t:${Math.floor(new Date(iso).getTime() / 1000)}:${style}>`
