// Fields of a form, each with its label, its hint and its problem.

import type { Child } from '../jsx.ts'
import { type FormState, idOf } from './form.ts'

interface FieldProps {
  readonly form: FormState
  readonly name: string
  readonly label: Child
  readonly hint?: Child
}

/** The value of aria-describedby. */
function describedBy(id: string, hint: Child, problem: string | undefined): string | undefined {
  const ids = [
    ...(problem === undefined ? [] : [`${id}-error`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ]
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes that every kind of field has. */
function attributesOf({ form: { problems, focus }, name, hint }: FieldProps) {
  const id = idOf(name)
  const problem = problems.get(name)
  return {
    id,
    name,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy(id, hint, problem),
    autofocus: focus === name ? true : undefined,
  }
}

interface FieldTextsProps {
  readonly id: string
  readonly hint: Child
  readonly problem: string | undefined
}

const FieldTexts = ({ id, hint, problem }: FieldTextsProps) => (
  <>
    {hint !== undefined && (
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {problem !== undefined && (
      <span class="error" id={`${id}-error`}>
        {problem}
      </span>
    )}
  </>
)

interface TextFieldProps extends FieldProps {
  /** Which keyboard a phone shows. */
  readonly kind?: 'text' | 'url' | 'numeric' | 'email'
  readonly required?: boolean
  /** The number of lines; undefined for a field of one line. */
  readonly rows?: number
  readonly autocomplete?: string
}

export function TextField(props: TextFieldProps) {
  const { form, name, label, hint, kind = 'text', required, rows, autocomplete = 'off' } = props
  const attributes = { ...attributesOf(props), required, autocomplete }
  const value = form.values.get(name) ?? ''
  return (
    <div class="field">
      <label for={attributes.id}>{label}</label>
      <FieldTexts id={attributes.id} hint={hint} problem={form.problems.get(name)} />
      {rows === undefined ? (
        // Not type="url": a DOI or an arXiv number is an address here too.
        <input {...attributes} type="text" inputmode={kind} value={value} />
      ) : (
        // HTML drops a line end right after the tag (13.1.2.5), so the text would lose its first one.
        <textarea {...attributes} rows={rows}>
          {`\n${value}`}
        </textarea>
      )}
    </div>
  )
}

interface FileFieldProps extends FieldProps {
  /** The endings and media types of files. */
  readonly accept: string
}

export function FileField(props: FileFieldProps) {
  const { form, name, label, hint, accept } = props
  const attributes = attributesOf(props)
  return (
    <div class="field">
      <label for={attributes.id}>{label}</label>
      <FieldTexts id={attributes.id} hint={hint} problem={form.problems.get(name)} />
      <input {...attributes} type="file" accept={accept} />
    </div>
  )
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A drop-down list. Its first option is selected where the form has no value. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { form, name, label, hint, options } = props
  const { id, ...attributes } = attributesOf(props)
  const chosen = form.values.get(name)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <FieldTexts id={id} hint={hint} problem={form.problems.get(name)} />
      <select id={id} {...attributes}>
        {options.map(({ value, label }) => (
          <option value={value} selected={value === chosen ? true : undefined}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

/**
 * Boxes to tick, each under the name of the field and its value. The field's own name is sent too, so that a form in which
 * nothing is ticked says so.
 */
export function ChecksField(props: ChoiceFieldProps) {
  const { form, name, label, hint, options } = props
  const { id, 'aria-describedby': described } = attributesOf(props)
  return (
    <fieldset class="field radios" aria-describedby={described}>
      <legend>{label}</legend>
      <input type="hidden" name={name} value="" />
      <FieldTexts id={id} hint={hint} problem={form.problems.get(name)} />
      <div class="options">
        {options.map(({ value, label }, i) => (
          <label>
            <input
              type="checkbox"
              id={i === 0 ? id : undefined}
              name={`${name}.${value}`}
              checked={(form.values.get(`${name}.${value}`) ?? '') !== '' ? true : undefined}
              autofocus={i === 0 && form.focus === name ? true : undefined}
            />{' '}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface RadioFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: Child }[]
  /** The value that is selected where the form has none. */
  readonly fallback: string
}

export function RadioField(props: RadioFieldProps) {
  const { form, name, label, hint, options, fallback } = props
  const { id, 'aria-describedby': described } = attributesOf(props)
  const value = form.values.get(name)
  const chosen = options.some((option) => option.value === value) ? value : fallback
  return (
    <fieldset class="field radios" aria-describedby={described}>
      <legend>{label}</legend>
      <div class="options">
        {options.map(({ value, label }, i) => (
          <label>
            <input
              type="radio"
              id={i === 0 ? id : undefined}
              name={name}
              value={value}
              checked={value === chosen ? true : undefined}
              autofocus={value === chosen && form.focus === name ? true : undefined}
            />{' '}
            {label}
          </label>
        ))}
      </div>
      <FieldTexts id={id} hint={hint} problem={form.problems.get(name)} />
    </fieldset>
  )
}
