// How a submission reads: its state in plain words, what it proposes, what it changes.

import type { Resource } from '../../../schema/record/resource.ts'
import type { Evidence, SubmissionRecord } from '../../../schema/record/submission.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'
import { type Difference, differences, presentFacts } from '../resource/change-text.ts'
import { valueText } from '../resource/fact-words.ts'
import { cellsText } from '../resource/resource-text.ts'

/** How it stands, as who sent it reads it. */
export function stateForSubmitter(
  { submission: { stands } }: Messages,
  { state, kind, decision }: SubmissionRecord,
  most: number,
): string {
  if (state === 'approved' && kind === 'addition') return stands.listed
  const why = state === 'rejected' && decision?.reason
  return why ? `${stands.rejected}: ${plain(why, most)}` : stands[state]
}

/** What it is about, in a few words. */
export const titleOf = ({ resource, changes, slug }: SubmissionRecord): string =>
  resource?.name ?? changes?.name ?? slug ?? ''

/** What it proposes, a line a fact, each of at most `most` units. Of a correction only what changes. */
export function proposalLines(
  messages: Messages,
  record: SubmissionRecord,
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
      ...presentFacts(messages, resource, most).map(bold),
      ...(notes ? [`**${fields.notes}** ${plain(notes, most)}`] : []),
    ]
  }
  if (kind === 'removal') return [submission.removal(plain(current?.name ?? record.slug ?? '', most))]
  return [
    ...differences(messages, current, changes ?? {}, most).map(bold),
    ...(changes?.notes ? [`**${fields.notes}** ${plain(changes.notes, most)}`] : []),
  ]
}

const bold = ({ name, text }: Difference) => `**${name}** ${text}`

/** "**Source** of Licence (MIT): README, October 2020": where a fact was read, and what it says there if not as proposed. */
export function evidenceLine(
  messages: Messages,
  { field, value, source, asOf }: Evidence,
  most: number,
): string {
  const said = value === undefined ? '' : ` (${plain(valueText(messages, field, value), most)})`
  return `${messages.submission.sourceOf(fieldName(messages, field))}${said}: ${plain(source, most)}${asOf ? `, ${messages.day(asOf)}` : ''}`
}

/** Questions and answers, the latest of them. */
export const threadLines = (
  { submission: { question, answer } }: Messages,
  { thread }: SubmissionRecord,
  entries: number,
  most: number,
): string[] =>
  thread
    .slice(-entries)
    .map(({ by, text }) => `**${by === 'maintainer' ? question : answer}** ${plain(text, most)}`)

/** A moment as each reader's own clock has it: `R` how long ago, `f` day and time. */
export const moment = (iso: string, style: 'R' | 'f'): string =>
  `<t:${Math.floor(new Date(iso).getTime() / 1000)}:${style}>`
