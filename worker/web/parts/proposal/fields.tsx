// The fields of a proposal, in groups, for the submission form and for the edit form.

import {
  CLAIM_FIELDS,
  fieldName,
  fieldOf,
  PROPOSABLE,
  type ProposableKey,
} from '../../../../schema/record/field-keys.ts'
import type { Field } from '../../../../schema/record/fields.ts'
import { AVAILABILITY, COUNTED, DATA_TYPES, PERMISSIONS, USES } from '../../../../schema/vocabulary.ts'
import { PERMISSION_WORDS } from '../../../../schema/words.ts'
import { Cell } from '../cell.tsx'
import { ChecksField, ChoiceField, FileField, RadioField, TextField } from '../fields.tsx'
import { FILE, type FormState } from '../form.ts'
import { countName, nameOfField } from './names.ts'

interface FormProps {
  readonly form: FormState
}

/** The required fields, the address first: it shows whether the resource is listed already. */
const MAIN = ['url', ...PROPOSABLE.filter((key) => key !== 'url' && fieldOf(key).isRequired)] as const

export const MainFields = ({ form }: FormProps) => MAIN.map((key) => <FieldInput form={form} name={key} />)

const CELL_OPTIONS = AVAILABILITY.map((value) => ({ value, label: <Cell value={value} /> }))

export const CellFields = ({ form }: FormProps) => (
  <div class="cell-fields">
    {DATA_TYPES.map(({ key, label, meaning }) => (
      <RadioField
        form={form}
        name={key}
        label={label}
        hint={meaning}
        options={CELL_OPTIONS}
        fallback="unknown"
      />
    ))}
  </div>
)

/** The optional fields, in the order of a record. */
export const FactFields = ({ form }: FormProps) =>
  PROPOSABLE.filter((key) => !fieldOf(key).isRequired).map((key) => <FieldInput form={form} name={key} />)

interface FieldInputProps extends FormProps {
  readonly name: ProposableKey
}

function FieldInput({ form, name }: FieldInputProps) {
  const field = fieldOf(name)
  const { label, hint } = field
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          form={form}
          name={name}
          label={label}
          hint={hint}
          {...(field.writing === 'address' && { kind: 'url' })}
          {...(field.isRequired && { required: true })}
        />
      )
    case 'list':
      return <TextField form={form} name={name} label={label} hint={hint} rows={2} />
    case 'choice':
      return <ChoiceField form={form} name={name} label={label} hint={hint} options={optionsOf(field)} />
    case 'choices':
      return <ChecksField form={form} name={name} label={label} hint={hint} options={optionsOf(field)} />
    case 'number':
      return (
        <TextField
          form={form}
          name={name}
          label={label}
          hint={hint}
          {...(field.unit === 'year' && { kind: 'numeric' })}
        />
      )
    case 'use':
      return <UseFields form={form} label={label} hint={hint} />
    case 'versions':
      return <TextField form={form} name={name} label={label} hint={hint} rows={2} />
    case 'counts':
      return <CountFields form={form} label={label} />
    case 'references':
      return (
        <>
          <TextField form={form} name={name} label={label} hint={hint} rows={4} />
          <FileField
            form={form}
            name={`${name}${FILE}`}
            label={nameOfField(`${name}${FILE}`)}
            hint="BibTeX or RIS, of at most 64 KB. What is in it comes below the references above."
            accept=".bib,.bibtex,.ris,.txt,application/x-bibtex,application/x-research-info-systems,text/plain"
          />
        </>
      )
    case 'cells':
      return null
  }
}

type WordedField = Pick<Extract<Field, { readonly words: object }>, 'values' | 'words'>

/** Puts unknown first, so that it is the default. */
function optionsOf({ values, words }: WordedField) {
  const ordered = values.toSorted((a, b) => Number(b === 'unknown') - Number(a === 'unknown'))
  return ordered.map((value) => ({ value, label: words[value] ?? value }))
}

const PERMISSION_OPTIONS = optionsOf({ values: PERMISSIONS, words: PERMISSION_WORDS })

const UseFields = ({ form, label, hint }: CountFieldsProps & { readonly hint: string | undefined }) => (
  <fieldset>
    <legend>{label}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    <div class="count-fields">
      {USES.map((key) => (
        <ChoiceField
          form={form}
          name={`use.${key}`}
          label={nameOfField(`use.${key}`)}
          options={PERMISSION_OPTIONS}
        />
      ))}
    </div>
    <TextField
      form={form}
      name="use.note"
      label={nameOfField('use.note')}
      hint="Under what condition, where it is allowed on conditions."
    />
  </fieldset>
)

interface CountFieldsProps extends FormProps {
  readonly label: string
}

const CountFields = ({ form, label }: CountFieldsProps) => (
  <fieldset>
    <legend>{label}</legend>
    <div class="count-fields">
      {COUNTED.map((key) => (
        <TextField form={form} name={`counts.${key}`} label={countName(key)} kind="numeric" />
      ))}
      <TextField
        form={form}
        name="counts.asOf"
        label={nameOfField('counts.asOf')}
        hint="As in 2020-10-07, 2020-10 or 2020."
      />
    </div>
    <TextField
      form={form}
      name="counts.text"
      label={nameOfField('counts.text')}
      hint="As the source has it, where it has no such numbers."
    />
  </fieldset>
)

const ABOUT_OPTIONS = [
  { value: '', label: 'all else' },
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
          {...(row === 0 && { hint: 'An address, or a paper and its page.' })}
        />
        <TextField
          form={form}
          name={`evidence.${row}.asOf`}
          label="As of"
          {...(row === 0 && { hint: '2020-10-07 or 2020-10' })}
        />
        {row > 0 && (
          <ChoiceField
            form={form}
            name={`evidence.${row}.field`}
            label="What it says"
            options={ABOUT_OPTIONS}
          />
        )}
      </div>
    ))}
  </>
)

interface NotesFieldProps extends FormProps {
  readonly hint: string
}

export const NotesField = ({ form, hint }: NotesFieldProps) => (
  <TextField form={form} name="notes" label={fieldName('notes')} hint={hint} rows={3} />
)

export const SlugField = ({ form }: FormProps) => (
  <TextField
    form={form}
    name="slug"
    label={nameOfField('slug')}
    hint="For its address here, as in covid-ct; a wish. Left empty, it is made from the name."
  />
)
