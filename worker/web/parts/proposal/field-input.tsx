// The inputs of one field of a proposal.

import { fieldOf, type ProposableKey } from '../../../../schema/record/field-keys.ts'
import type { Field } from '../../../../schema/record/fields.ts'
import {
  AVAILABILITY,
  COUNTED,
  DATA_TYPES,
  type DataType,
  PERMISSIONS,
  USES,
} from '../../../../schema/vocabulary.ts'
import { PERMISSION_WORDS } from '../../../../schema/words.ts'
import { Cell } from '../cell.tsx'
import { ChecksField, ChoiceField, FileField, RadioField, TextField } from '../fields.tsx'
import { FILE, type FormState } from '../form.ts'
import { countName, nameOfField } from './names.ts'

interface FormProps {
  readonly form: FormState
}

const CELL_OPTIONS = AVAILABILITY.map((value) => ({ value, label: <Cell value={value} /> }))

interface CellFieldsProps extends FormProps {
  readonly types?: readonly DataType[]
}

/** A row of three choices for each data type. */
export const CellFields = ({ form, types = DATA_TYPES }: CellFieldsProps) => (
  <div class="cell-fields">
    {types.map(({ key, label, meaning }) => (
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

interface FieldInputProps extends FormProps {
  readonly name: ProposableKey
}

export function FieldInput({ form, name }: FieldInputProps) {
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
      return <CountFields form={form} label={label} hint={hint} />
    case 'references':
      return (
        <>
          <TextField form={form} name={name} label={label} hint={hint} rows={4} />
          <FileField
            form={form}
            name={`${name}${FILE}`}
            label={nameOfField(`${name}${FILE}`)}
            hint="BibTeX or RIS, up to 64 KB. Its references are added to those above."
            accept=".bib,.bibtex,.ris,.txt,application/x-bibtex,application/x-research-info-systems,text/plain"
          />
        </>
      )
    case 'cells':
      return <CellFields form={form} />
  }
}

type WordedField = Pick<Extract<Field, { readonly words: object }>, 'values' | 'words'>

/** Puts unknown first, so that it is the default. */
function optionsOf({ values, words }: WordedField) {
  const ordered = values.toSorted((a, b) => Number(b === 'unknown') - Number(a === 'unknown'))
  return ordered.map((value) => ({ value, label: words[value] ?? value }))
}

const PERMISSION_OPTIONS = optionsOf({ values: PERMISSIONS, words: PERMISSION_WORDS })

/** How a partial date is written. */
export const DATE_HINT = 'Such as 2020-10-07 or 2020.'

/** A field with an input for each of its parts. */
interface PartsProps extends FormProps {
  readonly label: string
  readonly hint: string | undefined
}

const UseFields = ({ form, label, hint }: PartsProps) => (
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
      hint="For “on conditions”: under which condition."
    />
  </fieldset>
)

const CountFields = ({ form, label, hint }: PartsProps) => (
  <fieldset>
    <legend>{label}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    <div class="count-fields">
      {COUNTED.map((key) => (
        <TextField form={form} name={`counts.${key}`} label={countName(key)} kind="numeric" />
      ))}
    </div>
    <div class="source-fields">
      <TextField
        form={form}
        name="counts.text"
        label={nameOfField('counts.text')}
        hint="In the words of the source, if it has no such numbers."
      />
      <TextField form={form} name="counts.asOf" label={nameOfField('counts.asOf')} hint={DATE_HINT} />
    </div>
  </fieldset>
)
