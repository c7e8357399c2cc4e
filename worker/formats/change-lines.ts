// What a change did to a resource, in plain words.

import { NO_FACTS } from '../../schema/contract.ts'
import type { ListedChange } from '../../schema/submission-verbs.ts'
import { type ChangeAction, DATA_TYPES } from '../../schema/vocabulary.ts'
import { changedFields, type Field, type FieldChange } from '../domain/changed-fields.ts'
import { apa } from './apa.ts'
import { accessWords, sizeWords } from './fact-words.ts'

type OwnField = Exclude<Field, `availability.${string}`>

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

function firstLines(after: ListedChange['after']): string[] {
  const { url, organization, availability, references } = after
  return [
    `Address: ${url}`,
    `Organisation: ${organization}`,
    DATA_TYPES.map(({ key, label }) => `${label}: ${availability[key]}`).join(', '),
    // Of what is beside the table it tells what is known.
    ...changedFields({ ...after, ...NO_FACTS }, after).flatMap((change) =>
      valuesOf(change, 'after').map((value) => `${labelOf(change.field)}: ${value}`),
    ),
    ...references.map((reference) => `Reference: ${apa(reference)}`),
  ]
}

function fieldLines(change: FieldChange): string[] {
  const label = labelOf(change.field)
  const [before, after] = [valuesOf(change, 'before'), valuesOf(change, 'after')]
  if (!Array.isArray(change.after)) return [`${label}: ${before[0]} → ${after[0]}`]
  const lines = differences(label, before, after)
  if (lines.length > 0) return lines
  if (change.field === 'references')
    return ['References: the same works, in another order or described otherwise']
  return [`${label}: the same, in another order`]
}

/** A field's values in words: of a list each entry, of anything else one. */
function valuesOf(change: FieldChange, side: 'before' | 'after'): string[] {
  switch (change.field) {
    case 'references':
      return change[side].map(apa)
    case 'formats':
    case 'formerUrls':
    case 'cautions':
    case 'derivedFrom':
    case 'origins':
      return change[side]
    case 'access':
      return [accessWords({ access: change[side] }) ?? 'unknown']
    case 'counts':
      return [sizeWords(change[side]) ?? 'none']
    default:
      return [change[side] ?? 'none']
  }
}

/** What a field is called; of a list, what one of its entries is. */
function labelOf(field: Field): string {
  const cell = DATA_TYPES.find(({ key }) => field === `availability.${key}`)
  // The cast holds because every field that is not a cell is a key of the record.
  return cell ? cell.label : LABELS[field as OwnField]
}

const LABELS: Record<OwnField, string> = {
  name: 'Name',
  url: 'Address',
  organization: 'Organisation',
  license: 'Licence',
  licenseSpdx: 'Licence in the SPDX list',
  access: 'Access',
  counts: 'Size',
  formats: 'Format',
  doi: 'DOI',
  formerUrls: 'Former address',
  status: 'Status',
  successor: 'Successor',
  cautions: 'Caution',
  derivedFrom: 'Source',
  origins: 'Origin',
  references: 'Reference',
}

/** Those that went and those that came: twenty before and twenty after would be read by nobody. */
function differences(label: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((text) => !after.includes(text)).map((text) => `${label} dropped: ${text}`),
    ...after.filter((text) => !before.includes(text)).map((text) => `${label} added: ${text}`),
  ]
}
