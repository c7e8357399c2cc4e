// A change of a resource in plain text.

import { type Difference, differences } from '../../../bot/languages/differences.ts'
import { english } from '../../../bot/languages/index.ts'
import { changedFields, firstFields } from '../../../schema/record/changes.ts'
import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { apa } from '../references/apa.ts'
import { actionNote } from './action-note.ts'

/** What happened, each changed field before and after, the reason and the submission: a line each. */
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

/** Everything that a new record states beside its name, which is the title of the entry; its cells in one line. */
function firstLines(after: ListedChange['after']): string[] {
  const cells = DATA_TYPES.map(({ key, label }) => `${label}: ${after.availability[key]}`).join(', ')
  const facts = differences(english, firstFields(after), apa).filter(({ field }) => field !== 'name')
  const isCell = ({ field }: Difference) => field.startsWith('availability.')
  const lines = (of: readonly Difference[]) =>
    of.flatMap(({ name, added }) => added.map((text) => `${name}: ${text}`))
  const at = facts.findIndex(isCell)
  return [...lines(facts.slice(0, at)), cells, ...lines(facts.slice(at).filter((fact) => !isCell(fact)))]
}

/** Of a list only the difference: nobody reads twenty entries before and twenty after. */
function differenceLines({ name, isList, removed, added, rearranged }: Difference): string[] {
  const { nothingSaid } = english.changes
  if (!isList) return [`${name}: ${removed[0] ?? nothingSaid} → ${added[0] ?? nothingSaid}`]
  if (removed.length + added.length === 0) return [`${name}: ${rearranged}`]
  return [
    ...removed.map((text) => `${name} removed: ${text}`),
    ...added.map((text) => `${name} added: ${text}`),
  ]
}
