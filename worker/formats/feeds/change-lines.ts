// What a change did to a resource, in plain words.

import { changedFields, type FieldChange } from '../../../schema/record/changes.ts'
import { NO_FACTS } from '../../../schema/record/resource.ts'
import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { apa } from '../references/apa.ts'
import { happening, labelOf, rearranged, valuesOf } from './change-words.ts'

/** What happened, each changed field before and after, why, and by which submission: a line each. */
export function changeLines({ action, before, after, reason, submission }: ListedChange): string[] {
  const happened = happening(action)
  return [
    ...(happened === undefined ? [] : [happened]),
    ...(before ? changedFields(before, after).flatMap(fieldLines) : firstLines(after)),
    ...(reason === undefined ? [] : [`Reason: ${reason}`]),
    ...(submission === undefined ? [] : [`Submission: ${submission}`]),
  ]
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
  if (!Array.isArray(change.after)) return [`${label}: ${before[0] ?? 'none'} → ${after[0] ?? 'none'}`]
  const lines = differences(label, before, after)
  if (lines.length > 0) return lines
  return [`${change.field === 'references' ? 'References' : label}: ${rearranged(change.field)}`]
}

/** Those that went and those that came: twenty before and twenty after would be read by nobody. */
function differences(label: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((text) => !after.includes(text)).map((text) => `${label} dropped: ${text}`),
    ...after.filter((text) => !before.includes(text)).map((text) => `${label} added: ${text}`),
  ]
}
