// The fields of a proposal, group by group, for whoever sends one in or edits it.

import { CLAIM_FIELDS, fieldName } from '../../../../schema/record/field-keys.ts'
import {
  ACCESS,
  AVAILABILITY,
  COUNTED,
  DATA_TYPES,
  PROPOSED_STATUSES,
} from '../../../../schema/vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS } from '../../../../schema/words.ts'
import { Cell } from '../cell.tsx'
import { ChoiceField, RadioField, TextField } from '../fields.tsx'
import type { FormState } from '../form.ts'
import { countName, nameOfField } from './names.ts'

interface Given {
  readonly form: FormState
}

/** What one has to say. */
export const MainFields = ({ form }: Given) => (
  <>
    <TextField
      form={form}
      name="url"
      label="Address"
      hint="Where the data is: a web address, a DOI or an arXiv number."
      kind="url"
      required
    />
    <TextField form={form} name="name" label="Name" hint="As its makers call it." required />
    <TextField form={form} name="organization" label="Organisation" hint="Who publishes it." required />
  </>
)

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

const ACCESS_OPTIONS = ['unknown' as const, ...ACCESS.filter((value) => value !== 'unknown')].map(
  (value) => ({
    value,
    label: ACCESS_WORDS[value],
  }),
)

const STATUS_OPTIONS = ['unknown' as const, ...PROPOSED_STATUSES.filter((value) => value !== 'unknown')].map(
  (value) => ({ value, label: STATUS_WORDS[value] }),
)

/** What else can be known. */
export const FactFields = ({ form }: Given) => (
  <>
    <TextField
      form={form}
      name="license"
      label={fieldName('license')}
      hint="As the source states it, as in CC BY 4.0."
    />
    <ChoiceField
      form={form}
      name="access"
      label={fieldName('access')}
      hint="How one gets at the data."
      options={ACCESS_OPTIONS}
    />
    <TextField
      form={form}
      name="formats"
      label={fieldName('formats')}
      hint="Of the files, as in DICOM, NIfTI; one a line, or with commas."
      rows={2}
    />
    <TextField
      form={form}
      name="doi"
      label={fieldName('doi')}
      hint="Of the data itself, not of a paper about it, as in 10.5281/zenodo.1234."
    />
    <fieldset>
      <legend>{fieldName('counts')}</legend>
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
    <ChoiceField
      form={form}
      name="status"
      label={fieldName('status')}
      hint="Whether it is there."
      options={STATUS_OPTIONS}
    />
    <TextField
      form={form}
      name="successor"
      label={fieldName('successor')}
      hint="What takes its place, by its name, or its short name here."
    />
    <TextField
      form={form}
      name="formerUrls"
      label={fieldName('formerUrls')}
      hint="Where it was before, one a line."
      rows={2}
    />
    <TextField
      form={form}
      name="derivedFrom"
      label={fieldName('derivedFrom')}
      hint="What is listed here and has its data in it: the addresses of their pages here, or their short names, one a line."
      rows={2}
    />
    <TextField
      form={form}
      name="origins"
      label={fieldName('origins')}
      hint="Where else its data is from, by name, one a line."
      rows={2}
    />
    <TextField
      form={form}
      name="cautions"
      label={fieldName('cautions')}
      hint="What to mind: how to split it, consent, what it is not for. One a line."
      rows={2}
    />
  </>
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
