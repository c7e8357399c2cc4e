// What differs between two versions of a record, field by field, so that changes to different fields don't collide.

import { sameValue } from '../same-value.ts'
import type { Availability } from '../vocabulary.ts'
import { settleStated } from './claims.ts'
import {
  dataTypeOf,
  type OwnKey,
  RECORD_FIELDS,
  type RecordField,
  saysNothing,
  valueAt,
  withValue,
} from './field-keys.ts'
import type { Resource } from './resource.ts'
import type { ProposedChanges } from './submission.ts'

type ValueOf<Field extends RecordField> = Field extends OwnKey ? Resource[Field] : Availability

/**
 * One field's change; its values have the type of the field. Claims are no field: the claim of a source stays, whatever
 * the record makes of it.
 */
export type FieldChange = {
  readonly [Field in RecordField]: {
    readonly field: Field
    readonly before: ValueOf<Field>
    readonly after: ValueOf<Field>
  }
}[RecordField]

/** What it takes to get from one version of a record to another. References are compared by value, as all else is. */
export function changedFields(before: Resource, after: Resource): FieldChange[] {
  return RECORD_FIELDS.filter((field) => !sameValue(valueAt(before, field), valueAt(after, field))).map(
    (field) => change(field, valueAt(before, field), valueAt(after, field)),
  )
}

/** What a field states, where the record before is none or not known. */
export interface FieldValue {
  readonly field: RecordField
  readonly after: ValueOf<RecordField>
}

/** Everything that a first version states, the whole row of cells included. */
export const firstFields = (record: Resource): FieldValue[] =>
  RECORD_FIELDS.map((field) => ({ field, after: valueAt(record, field) })).filter(
    ({ field, after }) => dataTypeOf(field) || !saysNothing(after),
  )

/** What a proposal states by itself. The casts hold because a proposal has fields of a record, with their types. */
export const proposedFields = (proposal: ProposedChanges): FieldValue[] =>
  RECORD_FIELDS.flatMap((field) => {
    const cell = dataTypeOf(field)
    const after = cell ? proposal.availability?.[cell] : proposal[field as keyof ProposedChanges]
    return after === undefined ? [] : [{ field, after: after as ValueOf<RecordField> }]
  })

/** Without the changes that follow from another one: of a licence's SPDX name, and of the address that a move leaves. */
export function independentChanges<Change extends { readonly field: RecordField; readonly after: unknown }>(
  changes: readonly Change[],
): Change[] {
  const of = (field: RecordField) => changes.find((change) => change.field === field)
  return changes.filter((change) => {
    if (change.field === 'licenseSpdx') return of('license') === undefined
    if (change.field !== 'formerUrls') return true
    const left = valueBefore(of('url'))
    const former = valueBefore(change)
    const isMove = (url: unknown) => url === left || (Array.isArray(former) && former.includes(url))
    return left === undefined || !(Array.isArray(change.after) && change.after.every(isMove))
  })
}

const valueBefore = (change: object | undefined): unknown =>
  change && 'before' in change ? change.before : undefined

/** The record with the changed fields as they are after the changes; all else stays. */
export function applyChanges(record: Resource, changes: readonly FieldChange[]): Resource {
  return settleStated(changes.reduce((current, { field, after }) => withValue(current, field, after), record))
}

/** The way back. */
export function inverseChanges(changes: readonly FieldChange[]): FieldChange[] {
  return changes.map(({ field, before, after }) => change(field, after, before))
}

/** The fields of the record that someone else has changed: they hold neither the value before nor the one after. */
export function conflictingFields(record: Resource, changes: readonly FieldChange[]): RecordField[] {
  return changes
    .filter(({ field, before, after }) => {
      const current = valueAt(record, field)
      return !sameValue(current, before) && !sameValue(current, after)
    })
    .map(({ field }) => field)
}

/**
 * The current record without the change that led from `before` to `after`; later changes to other fields stay. Where
 * one touched the same field, nobody but a person can say what is right: those fields are named instead.
 */
export function undoChange(
  before: Resource,
  after: Resource,
  current: Resource,
): { readonly record: Resource } | { readonly conflicts: readonly RecordField[] } {
  const changes = inverseChanges(changedFields(before, after))
  const conflicts = conflictingFields(current, changes)
  return conflicts.length > 0 ? { conflicts } : { record: applyChanges(current, changes) }
}

/** The cast holds where both values are values of the field: they come from `valueAt` or from a change of it. */
function change(field: RecordField, before: ValueOf<RecordField>, after: ValueOf<RecordField>): FieldChange {
  return { field, before, after } as FieldChange
}
