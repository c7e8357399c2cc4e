import type { Context } from 'hono'
import { PROPOSABLE } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { AppEnv } from '../../env.ts'
import { ChangedFields } from '../parts/changed-fields.tsx'
import { RadioField, TextField } from '../parts/fields.tsx'
import type { FormState } from '../parts/form.ts'
import { CellFields, FieldInput } from '../parts/proposal/field-input.tsx'
import { EvidenceFields, FieldsInSight, MAIN, NotesField } from '../parts/proposal/fields.tsx'
import { FieldGroup, FieldGroups } from '../parts/proposal/groups.tsx'
import { type FormField, nameOfField } from '../parts/proposal/names.ts'
import { valuesFrom } from '../parts/proposal/reading.ts'
import { reportAddress } from './addresses.ts'
import type { FilledIn } from './fill-in.ts'
import { FillInButton, FillingIn, FirstButton } from './filling-in.tsx'
import { SenderGroup, SourcesGroup } from './groups.tsx'
import { Guard } from './guard.tsx'
import { NotSent } from './returned.tsx'
import type { ReturnedForm } from './sending.ts'

interface ReportFormProps {
  readonly c: Context<AppEnv>
  readonly record: Resource
  readonly before: Resource | undefined
  /** The one field that the form is for; undefined for a form of all. */
  readonly field: FormField | undefined
  readonly form: FormState
  readonly stamp: string
  readonly returned: ReturnedForm | undefined
  readonly filled: FilledIn | undefined
}

const KINDS = [
  { value: 'correction', label: 'Something is wrong or missing' },
  { value: 'removal', label: 'It should not be listed at all' },
  { value: 'confirmation', label: 'Nothing: I looked, and everything is still right' },
]

export const ReportForm = ({ c, record, before, field, form, stamp, returned, filled }: ReportFormProps) => (
  <form
    class="sheet report"
    method="post"
    action={reportAddress(record.slug, field)}
    enctype="multipart/form-data"
    novalidate
    data-typed={returned || filled ? 'unsent' : ''}
  >
    {returned && <NotSent returned={returned} />}
    {filled && <FillingIn filled={filled} />}
    {!field && <FirstButton label="Send report" />}
    {returned?.isStale && <RecordChanged record={record} before={before} />}
    <input type="hidden" name="baseVersion" value={String(record.version)} />
    {field ? <OneField form={form} field={field} /> : <AllFields form={form} record={record} />}
    <h2>How do you know?</h2>
    <EvidenceFields form={form} rows={[0]} />
    <TextField
      form={form}
      name="reason"
      label={field ? nameOfField('reason') : <ReasonLabel />}
      hint="What is wrong or missing, or what you looked at, and how you know. If a maintainer accepts it, this is shown in the public history."
      rows={3}
      required={field !== undefined}
    />
    {!field && (
      <>
        <div class="of-correction">
          <NotesField form={form} />
        </div>
        <SourcesGroup form={form} />
      </>
    )}
    <SenderGroup form={form} />
    <Guard c={c} stamp={stamp} />
    <div class="actions">
      <button class="main" type="submit">
        Send report
      </button>
    </div>
  </form>
)

/** Which choice needs no reason is known to the stylesheet alone, as the form works without a script. */
const ReasonLabel = () => (
  <>
    {nameOfField('reason')}
    <small class="needed"> · required</small>
  </>
)

const AllFields = ({ form, record }: Pick<ReportFormProps, 'form' | 'record'>) => {
  const initial = valuesFrom(record)
  return (
    <>
      <RadioField form={form} name="kind" label="What is wrong?" options={KINDS} fallback="correction" />
      <div class="of-correction">
        <FieldGroup title="Name and address" keys={MAIN} form={form} initial={initial} />
        <FillInButton values={form.values} />
        <h2>Data types</h2>
        <CellFields form={form} />
        <h2>Licence, access and size</h2>
        <FieldsInSight form={form} />
        <h2>More details</h2>
        <FieldGroups form={form} initial={initial} withSlug={false} />
      </div>
    </>
  )
}

const OneField = ({ form, field }: Pick<ReportFormProps, 'form'> & { readonly field: FormField }) => {
  const type = DATA_TYPES.find(({ key }) => field === `availability.${key}`)
  return type ? (
    <CellFields form={form} types={[type]} />
  ) : (
    PROPOSABLE.filter((key) => key === field).map((key) => <FieldInput form={form} name={key} />)
  )
}

/** What others changed while the submitter typed. */
const RecordChanged = ({ record, before }: Pick<ReportFormProps, 'record' | 'before'>) => (
  <section class="notice">
    <p>
      The record changed while you typed. The form shows it as it is now, with your changes. Check it and send
      it again.{before && ' What changed since you opened it:'}
    </p>
    {before && <ChangedFields before={before} after={record} />}
  </section>
)
