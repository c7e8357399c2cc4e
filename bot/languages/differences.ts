// Changes to a record in words, without markup: the same on a card, on a page and in a feed.

import {
  changedFields,
  type FieldChange,
  type FieldValue,
  independentChanges,
} from '../../schema/record/changes.ts'
import { dataTypeOf, type RecordField, saysNothing } from '../../schema/record/field-keys.ts'
import type { Reference } from '../../schema/record/works/reference.ts'
import type { ListedChange } from '../../schema/verbs/resources.ts'
import { fieldName } from './field-name.ts'
import type { Messages } from './index.ts'
import { entryText, sizeText, wholeVersionText } from './values.ts'

/** A change of one field; of a proposal for an unknown record only what comes after. */
export type AnyChange = FieldChange | FieldValue

/** One field that differs. Of a list, the entries that it lost and gained; else its value before and after, or none. */
export interface Difference {
  readonly field: RecordField
  /** Whether the value before is known. */
  readonly hasBefore: boolean
  readonly name: string
  readonly isList: boolean
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** What is said of a list that lost and gained nothing. */
  readonly rearranged: string
}

/** `cite` puts a reference into one line. */
export function differences(
  messages: Messages,
  changes: readonly AnyChange[],
  cite: (reference: Reference) => string,
): Difference[] {
  return independentChanges(changes).map((change) => {
    const texts = (value: FieldChange['after'] | undefined) => valueTexts(messages, change.field, value, cite)
    const [before, after] = [texts('before' in change ? change.before : undefined), texts(change.after)]
    const isList = Array.isArray(change.after)
    const { rearranged, redescribed } = messages.changes
    return {
      field: change.field,
      hasBefore: 'before' in change,
      name: fieldName(messages, change.field),
      isList,
      removed: isList ? before.filter((entry) => !after.includes(entry)) : before,
      added: isList ? after.filter((entry) => !before.includes(entry)) : after,
      rearranged: change.field === 'references' ? redescribed : rearranged,
    }
  })
}

/** What a value says: of a list each entry, of anything else one text, or none where nothing is stated. */
function valueTexts(
  messages: Messages,
  field: RecordField,
  value: FieldChange['after'] | undefined,
  cite: (reference: Reference) => string,
): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value))
    return value.map((entry) =>
      typeof entry !== 'object'
        ? entryText(messages, field, entry)
        : 'label' in entry
          ? wholeVersionText(messages, entry)
          : cite(entry),
    )
  // A cell says that it is unknown; any other field says nothing then.
  if (saysNothing(value) && dataTypeOf(field) === undefined) return []
  if (typeof value === 'object' && !('commercial' in value))
    return [sizeText(messages, value) ?? messages.counts.nothing]
  return [entryText(messages, field, value)]
}

/** A change of a resource in one word, for a title. */
export function changeTitle(
  messages: Messages,
  { action, before, after }: Pick<ListedChange, 'action' | 'before' | 'after'>,
): string {
  const { changes } = messages
  if (!before) return changes.listed
  if (action === 'confirmed') return changes.confirmed
  if (after.status !== before.status) {
    if (after.status === 'removed') return changes.withdrawn
    if (before.status === 'removed') return changes.restored
    if (after.status === 'moved') return changes.moved
  }
  const fields = independentChanges(changedFields(before, after)).map(({ field }) => field)
  return fields.length === 1 && fields[0] === 'url' ? changes.moved : changes.corrected
}
