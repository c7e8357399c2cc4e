// Fields of a form: each with its label, a hint, and what is wrong with what was typed.

import type { Child } from 'hono/jsx'
import { type FormState, idOf } from './form.ts'

interface Given {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: Child
}

/** The ids of the texts that tell of a field. */
function toldBy(id: string, hint: Child, problem: string | undefined): string | undefined {
  const ids = [
    ...(problem === undefined ? [] : [`${id}-error`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ]
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What a field of any kind has for attributes. */
function attributesOf({ form: { problems, focus }, name, hint }: Given) {
  const id = idOf(name)
  const problem = problems.get(name)
  return {
    id,
    name,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
    'aria-describedby': toldBy(id, hint, problem),
    autofocus: focus === name ? true : undefined,
  }
}

interface Texts {
  readonly id: string
  readonly hint: Child
  readonly problem: string | undefined
}

const About = ({ id, hint, problem }: Texts) => (
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

interface TextGiven extends Given {
  /** What a browser should offer and a keyboard show. */
  readonly kind?: 'text' | 'url' | 'numeric'
  readonly required?: boolean
  /** Several lines, so many of them at first. */
  readonly rows?: number
  readonly autocomplete?: string
}

export function TextField(given: TextGiven) {
  const { form, name, label, hint, kind = 'text', required, rows, autocomplete = 'off' } = given
  const attributes = { ...attributesOf(given), required, autocomplete }
  const value = form.typed.get(name) ?? ''
  return (
    <div class="field">
      <label for={attributes.id}>{label}</label>
      <About id={attributes.id} hint={hint} problem={form.problems.get(name)} />
      {rows === undefined ? (
        // Not type="url": a DOI or an arXiv number is an address here too.
        <input {...attributes} type="text" inputmode={kind} value={value} />
      ) : (
        // A line end right after the tag is not part of the text (HTML, 13.1.2.5), so one typed there would be lost.
        <textarea {...attributes} rows={rows}>
          {`\n${value}`}
        </textarea>
      )}
    </div>
  )
}

interface ChoiceGiven extends Given {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of a list; the first where nothing is chosen. */
export function ChoiceField(given: ChoiceGiven) {
  const { form, name, label, hint, options } = given
  const { id, ...attributes } = attributesOf(given)
  const chosen = form.typed.get(name)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <About id={id} hint={hint} problem={form.problems.get(name)} />
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

interface RadiosGiven extends Given {
  readonly options: readonly { readonly value: string; readonly label: Child }[]
  /** What is chosen where nothing was. */
  readonly usual: string
}

/** One of a few, all to be seen. */
export function RadioField(given: RadiosGiven) {
  const { form, name, label, hint, options, usual } = given
  const { id, 'aria-describedby': described } = attributesOf(given)
  const typed = form.typed.get(name)
  const chosen = options.some(({ value }) => value === typed) ? typed : usual
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
      <About id={id} hint={hint} problem={form.problems.get(name)} />
    </fieldset>
  )
}
