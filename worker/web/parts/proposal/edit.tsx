// To change what a submission proposes while it waits: the fields, as it stands in them, and what was made of them.

import { RegistryError } from '../../../../schema/errors.ts'
import { proposedRecord, withChanges } from '../../../../schema/record/proposal.ts'
import { proposedChanges } from '../../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { SubmissionEdit, type SubmissionRecord } from '../../../../schema/record/submission.ts'
import { parse } from '../../../domain/intake/parse.ts'
import { TextField } from '../fields.tsx'
import { type FormState, type FormValues, type Problems, textIn } from '../form.ts'
import { CellFields, FactFields, MainFields, NotesField, SlugField } from './fields.tsx'
import { nameOfField, problemsByField } from './names.ts'
import { proposalIn, valuesFrom } from './reading.ts'

/**
 * The record that there would be: of an addition, with no place in the table yet; of a correction, what it makes of the
 * resource as it stands. None for a removal, or where what it is about is not known.
 */
export function proposedRecordOf(
  { resource, changes, evidence, slug, updatedAt }: SubmissionRecord,
  current: Resource | undefined,
): Resource | undefined {
  if (resource) {
    const place = { slug: slug ?? resource.slug ?? '', position: 0, version: 1, updatedAt }
    return { ...proposedRecord(resource, evidence), ...place }
  }
  return current && changes && withChanges(current, changes, evidence)
}

/** What an edit begins at: the submission as it stands, in the fields. `current` is the resource that it is about. */
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

interface Given {
  readonly form: FormState
  readonly submission: Pick<SubmissionRecord, 'kind' | 'reason'>
}

/** All that can be edited, with the version that was seen. To stand inside a form, whose buttons are the caller's. */
export const EditFields = ({ form, submission: { kind, reason } }: Given) => (
  <>
    <input type="hidden" name="version" value={textIn(form.typed, 'version')} />
    {kind !== 'removal' && (
      <>
        <MainFields form={form} />
        <CellFields form={form} />
        <FactFields form={form} />
        {kind === 'addition' && <SlugField form={form} />}
        <NotesField form={form} hint="For maintainers: whatever else should be known." />
      </>
    )}
    {(kind !== 'addition' || reason !== undefined) && (
      <TextField form={form} name="reason" label={nameOfField('reason')} rows={3} />
    )}
  </>
)

/** What an edit can change and not take away: the contract has no word for that. */
const KEPT = ['slug', 'notes', 'reason'] as const

/**
 * The edit that a form asks for: of the submission as it stands, what is to be otherwise; or what is wrong, by field.
 * `current` is the resource that it is about.
 */
export function editFrom(
  typed: FormValues,
  submission: SubmissionRecord,
  current: Resource | undefined,
): { readonly edit: SubmissionEdit } | { readonly problems: Problems } {
  const { resource, changes } = submission
  const [before, wanted] = [valuesOfSubmission(submission, current), proposalIn(typed)]
  const record = proposedRecordOf(submission, current)
  const differs = (name: string) => typed.has(name) && textIn(typed, name) !== textIn(before, name)
  const emptied = KEPT.filter((name) => differs(name) && textIn(typed, name) === '')
  if (emptied.length > 0)
    return { problems: new Map(emptied.map((name) => [name, 'This can be changed, not emptied.'])) }
  const fields = {
    ...(record && proposedChanges(record, { fields: wanted, evidence: [] })?.changes),
    ...(differs('notes') && { notes: textIn(typed, 'notes') }),
  }
  const withSlug = { ...fields, ...(differs('slug') && { slug: textIn(typed, 'slug') }) }
  const content = resource ? { resource: withSlug } : changes ? { changes: fields } : {}
  const reason = differs('reason') && { reason: textIn(typed, 'reason') }
  if (Object.keys(withSlug).length === 0 && !reason)
    return { problems: new Map([['', 'Nothing is otherwise than before.']]) }
  try {
    const edit = { version: Number(textIn(typed, 'version')), ...content, ...reason }
    return { edit: parse(SubmissionEdit, edit, 'edit') }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { problems: problemsByField(error.details.problems, typed) }
  }
}
