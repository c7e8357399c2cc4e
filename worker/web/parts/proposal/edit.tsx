// The form that edits a waiting submission: its fields, their values, and the edit that a sent form makes.

import { RegistryError } from '../../../../schema/errors.ts'
import { proposedRecord, withChanges } from '../../../../schema/record/proposal.ts'
import { proposedChanges } from '../../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { SubmissionEdit, type SubmissionRecord } from '../../../../schema/record/submission.ts'
import { parse } from '../../../domain/intake/parse.ts'
import { TextField } from '../fields.tsx'
import { type FormState, type FormValues, NO_VALUES, type Problems, textIn } from '../form.ts'
import { CellFields } from './field-input.tsx'
import { FieldsInSight, MainFields, NotesField } from './fields.tsx'
import { FieldGroups } from './groups.tsx'
import { nameOfField, problemsByField } from './names.ts'
import { proposalIn, unreadReferences, valuesFrom } from './reading.ts'

/**
 * The record that approval would produce. For an addition its position is 0; for a correction it is `current` with the
 * changes. Undefined for a removal, or where `current` is missing.
 */
export function proposedRecordOf(
  { resource, changes, evidence, slug, updatedAt }: SubmissionRecord,
  current: Resource | undefined,
): Resource | undefined {
  if (resource) {
    const generated = { slug: slug ?? resource.slug ?? '', position: 0, version: 1, updatedAt }
    return { ...proposedRecord(resource, evidence), ...generated }
  }
  return current && changes && withChanges(current, changes, evidence)
}

/** The submission as values of the edit form. `current` is the resource that a correction is about. */
export function valuesOfSubmission(submission: SubmissionRecord, current: Resource | undefined): FormValues {
  const { resource, changes, reason = '', version } = submission
  const record = proposedRecordOf(submission, current)
  return new Map([
    ...(record ? valuesFrom(record) : []),
    ['notes', resource?.notes ?? changes?.notes ?? ''],
    ['slug', resource?.slug ?? ''],
    ['reason', reason],
    ['version', String(version)],
  ])
}

interface EditFieldsProps {
  readonly form: FormState
  readonly submission: Pick<SubmissionRecord, 'kind' | 'reason'>
  /** The resource that a correction is about. */
  readonly current: Resource | undefined
}

/** The editable fields and the version that the reader saw. The caller renders the form around them and its buttons. */
export const EditFields = ({ form, submission: { kind, reason }, current }: EditFieldsProps) => (
  <>
    <input type="hidden" name="version" value={textIn(form.values, 'version')} />
    {(kind === 'addition' || kind === 'correction') && (
      <>
        <MainFields form={form} />
        <CellFields form={form} />
        <FieldsInSight form={form} />
        <FieldGroups
          form={form}
          initial={kind === 'correction' && current ? valuesFrom(current) : NO_VALUES}
          withSlug={kind === 'addition'}
        />
        <NotesField form={form} />
      </>
    )}
    {(kind !== 'addition' || reason !== undefined) && (
      <TextField form={form} name="reason" label={nameOfField('reason')} rows={3} />
    )}
  </>
)

/** An edit can change these fields but not empty them: the API has no value for that. */
const CANNOT_BE_EMPTIED = ['slug', 'notes', 'reason'] as const

/**
 * The edit that a form makes: the fields in which it differs from the submission; or its problems, by field.
 * `current` is the resource that a correction is about.
 */
export function editFrom(
  values: FormValues,
  submission: SubmissionRecord,
  current: Resource | undefined,
): { readonly edit: SubmissionEdit } | { readonly problems: Problems } {
  const { resource, changes } = submission
  const record = proposedRecordOf(submission, current)
  const known = [...(record?.references ?? []), ...(current?.references ?? [])]
  const unread = unreadReferences(values, known)
  if (unread.size > 0) return { problems: unread }
  const [before, wanted] = [valuesOfSubmission(submission, current), proposalIn(values, known)]
  const differs = (name: string) => values.has(name) && textIn(values, name) !== textIn(before, name)
  const emptied = CANNOT_BE_EMPTIED.filter((name) => differs(name) && textIn(values, name) === '')
  if (emptied.length > 0)
    return {
      problems: new Map(emptied.map((name) => [name, 'You can change this, but not leave it empty.'])),
    }
  const fields = {
    ...(record && proposedChanges(record, { fields: wanted, evidence: [] })?.changes),
    ...(differs('notes') && { notes: textIn(values, 'notes') }),
  }
  const withSlug = { ...fields, ...(differs('slug') && { slug: textIn(values, 'slug') }) }
  const content = resource ? { resource: withSlug } : changes ? { changes: fields } : {}
  const reason = differs('reason') && { reason: textIn(values, 'reason') }
  if (Object.keys(withSlug).length === 0 && !reason)
    return { problems: new Map([['', 'Nothing was changed.']]) }
  try {
    const edit = { version: Number(textIn(values, 'version')), ...content, ...reason }
    return { edit: parse(SubmissionEdit, edit, 'edit') }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { problems: problemsByField(error.details.problems, values) }
  }
}
