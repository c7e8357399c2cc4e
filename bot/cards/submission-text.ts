// How a submission reads: its state in plain words, what it proposes, what it changes.

import type { Resource } from '../../schema/contract.ts'
import type { Evidence, SubmissionRecord } from '../../schema/submission.ts'
import type { SubmissionKind, SubmissionState } from '../../schema/vocabulary.ts'
import { english } from '../languages/index.ts'
import { type Difference, differences, presentFacts } from './change-text.ts'
import { fieldName, valueText } from './fact-words.ts'
import { plain } from './markdown.ts'
import { cellsText } from './resource-text.ts'

export const KINDS: Record<SubmissionKind, string> = {
  addition: 'Addition',
  correction: 'Correction',
  removal: 'Removal',
}

/** As a maintainer reads it. */
export const STATES: Record<SubmissionState, string> = {
  pending: 'waits for a maintainer',
  asked: 'waits for an answer',
  approved: 'approved',
  rejected: 'not accepted',
  withdrawn: 'withdrawn',
}

/** As who sent it reads it. */
export function stateForSubmitter({ state, kind, decision }: SubmissionRecord, most: number): string {
  switch (state) {
    case 'pending':
      return 'Waiting for a maintainer'
    case 'asked':
      return 'Question for you'
    case 'approved':
      return kind === 'addition' ? 'Listed' : 'Accepted'
    case 'rejected':
      return decision?.reason ? `Not accepted: ${plain(decision.reason, most)}` : 'Not accepted'
    case 'withdrawn':
      return 'Withdrawn'
  }
}

/** What it is about, in a few words. */
export const titleOf = ({ resource, changes, slug }: SubmissionRecord): string =>
  resource?.name ?? changes?.name ?? slug ?? ''

/** What it proposes, a line a fact, each of at most `most` units. Of a correction only what changes. */
export function proposalLines(
  record: SubmissionRecord,
  current: Resource | undefined,
  most: number,
): string[] {
  const { resource, changes, kind } = record
  if (resource) {
    const { name, slug, url, organization, availability, notes } = resource
    return [
      `**Name** ${plain(name, most)}`,
      ...(slug === undefined ? [] : [`**Slug** ${slug}`]),
      `**Address** ${plain(url, most)}`,
      `**Organisation** ${plain(organization, most)}`,
      cellsText(english, availability),
      ...presentFacts(english, resource, most).map(bold),
      ...(notes ? [`**Notes** ${plain(notes, most)}`] : []),
    ]
  }
  if (kind === 'removal') return [`Take ${plain(current?.name ?? record.slug ?? '', most)} off the list.`]
  return [
    ...differences(english, current, changes ?? {}, most).map(bold),
    ...(changes?.notes ? [`**Notes** ${plain(changes.notes, most)}`] : []),
  ]
}

const bold = ({ name, text }: Difference) => `**${name}** ${text}`

/** "**Source** of Licence (MIT): README, 2020-10": where a fact was read, and what it says there if not as proposed. */
export function evidenceLine({ field, value, source, asOf }: Evidence, most: number): string {
  const said = value === undefined ? '' : ` (${plain(valueText(english, field, value), most)})`
  return `**Source** of ${fieldName(english, field)}${said}: ${plain(source, most)}${asOf ? `, ${asOf}` : ''}`
}

/** Questions and answers, the latest of them. */
export const threadLines = ({ thread }: SubmissionRecord, entries: number, most: number): string[] =>
  thread
    .slice(-entries)
    .map(({ by, text }) => `**${by === 'maintainer' ? 'Question' : 'Answer'}** ${plain(text, most)}`)

/** A moment as each reader's own clock has it: `R` how long ago, `f` day and time. */
export const moment = (iso: string, style: 'R' | 'f'): string =>
  `<t:${Math.floor(new Date(iso).getTime() / 1000)}:${style}>`
