// What a change did to a resource, in plain words.

import type { Reference } from '../../schema/contract.ts'
import type { ListedChange } from '../../schema/submission-verbs.ts'
import { type ChangeAction, DATA_TYPES } from '../../schema/vocabulary.ts'
import { changedFields, type Field, type FieldChange } from '../domain/changed-fields.ts'
import { apa } from './apa.ts'

/** What happened, each changed field before and after, why, and by which submission: a line each. */
export function changeLines({ action, before, after, reason, submission }: ListedChange): string[] {
  return [
    ...happening(action),
    ...(before ? changedFields(before, after).flatMap(fieldLines) : firstLines(after)),
    ...(reason === undefined ? [] : [`Reason: ${reason}`]),
    ...(submission === undefined ? [] : [`Submission: ${submission}`]),
  ]
}

/** What an action means for whoever looks for the resource, where its fields don't say so. */
function happening(action: ChangeAction): string[] {
  switch (action) {
    case 'removed':
      return ['No longer listed; its record and history stay.']
    case 'restored':
      return ['Listed again.']
    case 'reverted':
      return ['An earlier change was taken back.']
    case 'settled':
      return ['Sources disagreed; a maintainer decided.']
    case 'added':
    case 'corrected':
      return []
    // These are of submissions, which are not told in public.
    case 'submitted':
    case 'edited':
    case 'asked':
    case 'answered':
    case 'approved':
    case 'rejected':
    case 'withdrawn':
    case 'undone':
      return []
  }
}

const firstLines = ({ url, organization, availability, references }: ListedChange['after']): string[] => [
  `Address: ${url}`,
  `Organisation: ${organization}`,
  DATA_TYPES.map(({ key, label }) => `${label}: ${availability[key]}`).join(', '),
  ...references.map((reference) => `Reference: ${apa(reference)}`),
]

function fieldLines(change: FieldChange): string[] {
  if (change.field === 'references') return referenceLines(change.before, change.after)
  return [`${labelOf(change.field)}: ${change.before} → ${change.after}`]
}

function labelOf(field: Exclude<Field, 'references'>): string {
  switch (field) {
    case 'name':
      return 'Name'
    case 'url':
      return 'Address'
    case 'organization':
      return 'Organisation'
    case 'status':
      return 'Status'
    default:
      return DATA_TYPES.find(({ key }) => field === `availability.${key}`)?.label ?? field
  }
}

/** Those that went and those that came: twenty before and twenty after would be read by nobody. */
function referenceLines(before: readonly Reference[], after: readonly Reference[]): string[] {
  const [old, now] = [before.map(apa), after.map(apa)]
  const lines = [
    ...old.filter((text) => !now.includes(text)).map((text) => `Reference dropped: ${text}`),
    ...now.filter((text) => !old.includes(text)).map((text) => `Reference added: ${text}`),
  ]
  return lines.length > 0 ? lines : ['References: the same works, in another order or described otherwise']
}
