// The fields of a proposal, group by group, for whoever sends one in or edits it.

import {
  CLAIM_FIELDS,
  fieldName,
  fieldOf,
  PROPOSABLE,
  type ProposableKey,
} from '../../../../schema/record/field-keys.ts'
import type { Field } from '../../../../schema/record/fields.ts'
import { AVAILABILITY, COUNTED, DATA_TYPES } from '../../../../schema/vocabulary.ts'
import { Cell } from '../cell.tsx'
import { ChoiceField, RadioField, TextField } from '../fields.tsx'
import type { FormState } from '../form.ts'
import { countName, nameOfField } from './names.ts'

interface Given {
  readonly form: FormState
}

/** The required fields, the address first: it says whether the resource is listed already. */
const MAIN = ['url', ...PROPOSABLE.filter((key) => key !== 'url' && fieldOf(key).isRequired)] as const

export const MainFields = ({ form }: Given) => MAIN.map((key) => <FieldInput form={form} name={key} />)

const CELL_OPTIONS = AVAILABILITY.map((value) => ({ value, label: <Cell value={value} /> }))

/** The data types. */
export const CellFields = ({ form }: Given) => (
  <div class="cell-fields">
    {DATA_TYPES.map(({ key, label, meaning }) => (
      <RadioField
        form={form}
        name={key}
        label={label}
        hint={meaning}
        options={CELL_OPTIONS}
        usual="unknown"
      />
    ))}
  </div>
)

/** Everything else that can be known, in the order in which a record is read. */
export const FactFields = ({ form }: Given) =>
  PROPOSABLE.filter((key) => !fieldOf(key).isRequired).map((key) => <FieldInput form={form} name={key} />)

interface FieldGiven extends Given {
  readonly name: ProposableKey
}

/** The input of a field, by its kind. */
function FieldInput({ form, name }: FieldGiven) {
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
    case 'counts':
      return <CountFields form={form} label={label} />
    case 'cells':
    case 'references':
      return null
  }
}

/** Unknown first: it is what a record says of which nothing is known. */
function optionsOf({ values, words }: Extract<Field, { readonly kind: 'choice' }>) {
  const ordered = values.toSorted((a, b) => Number(b === 'unknown') - Number(a === 'unknown'))
  return ordered.map((value) => ({ value, label: words[value] ?? value }))
}

interface CountGiven extends Given {
  readonly label: string
}

const CountFields = ({ form, label }: CountGiven) => (
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

interface EvidenceGiven extends Given {
  readonly rows: readonly number[]
}

/** Where it was read. The first row is of all that no other names. */
export const EvidenceFields = ({ form, rows }: EvidenceGiven) => (
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

interface NotesGiven extends Given {
  readonly hint: string
}

export const NotesField = ({ form, hint }: NotesGiven) => (
  <TextField form={form} name="notes" label={fieldName('notes')} hint={hint} rows={3} />
)

export const SlugField = ({ form }: Given) => (
  <TextField
    form={form}
    name="slug"
    label={nameOfField('slug')}
    hint="For its address here, as in covid-ct; a wish. Left empty, it is made from the name."
  />
)
