import type { Context } from 'hono'
import type { Resource } from '../../../schema/record/resource.ts'
import type { AppEnv } from '../../env.ts'
import { ChangedFields } from '../parts/changed-fields.tsx'
import { RadioField, TextField } from '../parts/fields.tsx'
import type { FormState } from '../parts/form.ts'
import { CellFields, MainFields } from '../parts/proposal/fields.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { valuesFrom } from '../parts/proposal/reading.ts'
import { reportAddress } from './addresses.ts'
import { FactsGroup, SenderGroup, SourceAndNotes, SourcesGroup } from './groups.tsx'
import { Guard } from './guard.tsx'
import { NotSent } from './returned.tsx'
import type { ReturnedForm } from './sending.ts'

interface ReportFormProps {
  readonly c: Context<AppEnv>
  readonly record: Resource
  readonly before: Resource | undefined
  readonly form: FormState
  readonly stamp: string
  readonly returned: ReturnedForm | undefined
}

const KINDS = [
  { value: 'correction', label: 'Something in it is wrong or missing' },
  { value: 'removal', label: 'It should not be listed at all' },
]

export const ReportForm = ({ c, record, before, form, stamp, returned }: ReportFormProps) => (
  <form
    class="sheet report"
    method="post"
    action={reportAddress(record.slug)}
    enctype="multipart/form-data"
    novalidate
    data-typed={returned ? 'unsent' : ''}
  >
    {returned && <NotSent returned={returned} />}
    {returned?.isStale && <RecordChanged record={record} before={before} />}
    <input type="hidden" name="baseVersion" value={String(record.version)} />
    <RadioField form={form} name="kind" label="What is wrong?" options={KINDS} fallback="correction" />
    <div class="of-correction">
      <h2>What would be right</h2>
      <CellFields form={form} />
      <MainFields form={form} />
      <FactsGroup form={form} initial={valuesFrom(record)} />
    </div>
    <h2>How you know</h2>
    <TextField
      form={form}
      name="reason"
      label={nameOfField('reason')}
      hint="What you saw, or why it should be otherwise. If it is accepted, this stands in the public history."
      rows={3}
      required
    />
    <SourceAndNotes form={form} notesHint="For maintainers: what no field above can say." />
    <SourcesGroup form={form} />
    <SenderGroup form={form} />
    <Guard c={c} stamp={stamp} />
    <div class="actions">
      <button class="main" type="submit">
        Send it
      </button>
    </div>
  </form>
)

/** What others changed while the submitter typed. */
const RecordChanged = ({ record, before }: Pick<ReportFormProps, 'record' | 'before'>) => (
  <section class="notice">
    <p>
      This is the record as it is now, with what you typed laid over it. Look it over, and send it again.
      {before && ' What changed since you opened it:'}
    </p>
    {before && <ChangedFields before={before} after={record} />}
  </section>
)
