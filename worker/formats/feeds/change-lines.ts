// A change of a resource in plain text.

import { type Difference, differences } from '../../../bot/languages/differences.ts'
import { english } from '../../../bot/languages/index.ts'
import { changedFields, firstFields } from '../../../schema/record/changes.ts'
import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { apa } from '../references/apa.ts'
import { actionNote } from './action-note.ts'

/** A line each for the action, every changed field before and after, the reason and the submission. */
export function changeLines({ action, before, after, reason, submission }: ListedChange): string[] {
  const note = actionNote(action)
  return [
    ...(note === undefined ? [] : [note]),
    ...(before
      ? differences(english, changedFields(before, after), apa).flatMap(differenceLines)
      : firstLines(after)),
    ...(reason === undefined ? [] : [`Reason: ${reason}`]),
    ...(submission === undefined ? [] : [`Submission: ${submission}`]),
  ]
}

/** The fields of a new record, the data types in one line. The name is already the entry's title. */
function firstLines(after: ListedChange['after']): string[] {
  const cells = DATA_TYPES.map(({ key, label }) => `${label}: ${after.availability[key]}`).join(', ')
  const facts = differences(english, firstFields(after), apa).filter(({ field }) => field !== 'name')
  const isCell = ({ field }: Difference) => field.startsWith('availability.')
  const lines = (fields: readonly Difference[]) =>
    fields.flatMap(({ name, added }) => added.map((text) => `${name}: ${text}`))
  const firstCell = facts.findIndex(isCell)
  return [
    ...lines(facts.slice(0, firstCell)),
    cells,
    ...lines(facts.slice(firstCell).filter((fact) => !isCell(fact))),
  ]
}

/** A changed field. A list has only its removed and added entries, because the whole list is too long to compare. */
function differenceLines({ name, isList, removed, added, rearranged }: Difference): string[] {
  const { notStated } = english.changes
  if (!isList) return [`${name}: ${removed[0] ?? notStated} → ${added[0] ?? notStated}`]
  if (removed.length + added.length === 0) return [`${name}: ${rearranged}`]
  return [
    ...removed.map((text) => `${name} removed: ${text}`),
    ...added.map((text) => `${name} added: ${text}`),
  ]
}
