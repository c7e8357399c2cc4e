// The fields of a proposal, in groups, for the forms that send and edit one.

import { CLAIM_FIELDS, fieldName, fieldOf, PROPOSABLE } from '../../../../schema/record/field-keys.ts'
import { ChoiceField, TextField } from '../fields.tsx'
import type { FormState } from '../form.ts'
import { DATE_HINT, FieldInput } from './field-input.tsx'
import { nameOfField } from './names.ts'

interface FormProps {
  readonly form: FormState
}

/** The required fields, the address first: it shows whether the resource is listed already. */
export const MAIN = ['url', ...PROPOSABLE.filter((key) => key !== 'url' && fieldOf(key).isRequired)] as const

export const MainFields = ({ form }: FormProps) => MAIN.map((key) => <FieldInput form={form} name={key} />)

/** The optional fields that a form has in sight: by these a reader decides whether the data is of use. */
export const IN_SIGHT = ['license', 'access', 'counts', 'annotations'] as const

export const FieldsInSight = ({ form }: FormProps) =>
  IN_SIGHT.map((key) => <FieldInput form={form} name={key} />)

const ABOUT_OPTIONS = [
  { value: '', label: 'all others' },
  ...CLAIM_FIELDS.map((field) => ({ value: field, label: fieldName(field) })),
]

interface EvidenceFieldsProps extends FormProps {
  readonly rows: readonly number[]
}

/** The rows of sources. The first row covers every field that no other row names. */
export const EvidenceFields = ({ form, rows }: EvidenceFieldsProps) => (
  <>
    {rows.map((row) => (
      <div class={row === 0 ? 'source-fields' : 'source-fields of-one'}>
        <TextField
          form={form}
          name={`evidence.${row}.source`}
          label={nameOfField(`evidence.${row}.source`)}
          {...(row === 0 && { hint: 'Where you read it: an address, or a paper.' })}
        />
        <TextField
          form={form}
          name={`evidence.${row}.asOf`}
          label="As of"
          {...(row === 0 && { hint: DATE_HINT })}
        />
        {row > 0 && (
          <ChoiceField
            form={form}
            name={`evidence.${row}.field`}
            label="For which field"
            options={ABOUT_OPTIONS}
          />
        )}
      </div>
    ))}
  </>
)

export const NotesField = ({ form }: FormProps) => (
  <TextField
    form={form}
    name="notes"
    label={fieldName('notes')}
    hint="Anything else that maintainers should know. Not published."
    rows={3}
  />
)

export const SlugField = ({ form }: FormProps) => (
  <TextField
    form={form}
    name="slug"
    label={nameOfField('slug')}
    hint="Your wish for its address here, as in covid-ct. Left empty, it is made from the name."
  />
)
