// Groups of fields that the addition form and the report form share.

import type { Child } from 'hono/jsx'
import { TextField } from '../parts/fields.tsx'
import { type FormState, type FormValues, NO_PROBLEMS, textIn } from '../parts/form.ts'
import { EvidenceFields, FactFields, NotesField, SlugField } from '../parts/proposal/fields.tsx'
import { FACT_NAMES } from '../parts/proposal/names.ts'
import { evidenceRows } from '../parts/proposal/reading.ts'

interface FormProps {
  readonly form: FormState
}

interface GroupProps {
  readonly title: string
  readonly hint: string
  readonly open: boolean
  readonly children: Child
}

/** A collapsible group of optional fields. */
const Group = ({ title, hint, open, children }: GroupProps) => (
  <details class="group" open={open ? true : undefined}>
    <summary>
      <strong>{title}</strong> <span class="hint">{hint}</span>
    </summary>
    {children}
  </details>
)

const FACTS = [...FACT_NAMES, 'slug']
const SENDER = ['submitter.name', 'submitter.contact'] as const

/** Whether a group has a field with a problem, with the focus, or with another value than the initial one. */
function mustBeOpen(
  { values, problems, focus }: FormState,
  names: readonly string[],
  initial: FormValues,
): boolean {
  const filledText = (form: FormValues, name: string) => {
    const text = textIn(form, name)
    return text === 'unknown' ? '' : text
  }
  return names.some(
    (name) => problems.has(name) || focus === name || filledText(values, name) !== filledText(initial, name),
  )
}

interface FactsGroupProps extends FormProps {
  /** The values of the fields before the submitter changed them. */
  readonly initial?: FormValues
  readonly withSlug?: boolean
}

export const FactsGroup = ({ form, initial = NO_PROBLEMS, withSlug = false }: FactsGroupProps) => (
  <Group
    title="Licence, access, size"
    hint="formats, DOI, status, what it is made from, what to mind"
    open={mustBeOpen(form, FACTS, initial)}
  >
    <FactFields form={form} />
    {withSlug && <SlugField form={form} />}
  </Group>
)

interface SourceAndNotesProps extends FormProps {
  readonly notesHint: string
}

/** The source of the whole submission, and notes. */
export const SourceAndNotes = ({ form, notesHint }: SourceAndNotesProps) => (
  <>
    <EvidenceFields form={form} rows={[0]} />
    <NotesField form={form} hint={notesHint} />
  </>
)

/** Sources of single fields. */
export function SourcesGroup({ form }: FormProps) {
  const rows = evidenceRows(form.values, 3).slice(1)
  const names = rows.flatMap((row) => [`evidence.${row}.source`, `evidence.${row}.asOf`])
  return (
    <Group
      title="More sources"
      hint="each of one thing that it says"
      open={mustBeOpen(form, names, NO_PROBLEMS)}
    >
      <EvidenceFields form={form} rows={rows} />
    </Group>
  )
}

export const SenderGroup = ({ form }: FormProps) => (
  <Group
    title="Who you are"
    hint="if you like; for maintainers alone, never published"
    open={mustBeOpen(form, SENDER, NO_PROBLEMS)}
  >
    <TextField form={form} name="submitter.name" label="Your name" autocomplete="name" />
    <TextField
      form={form}
      name="submitter.contact"
      label="How to reach you"
      hint="A mail address, for example. Questions and the decision stand on a page of your own all the same."
      autocomplete="email"
    />
  </Group>
)

/** The submitter's name and contact, where the form has them. */
export function submitterIn(values: FormValues) {
  const [name, contact] = [textIn(values, 'submitter.name'), textIn(values, 'submitter.contact')]
  if (name === '' && contact === '') return {}
  return { submitter: { ...(name !== '' && { name }), ...(contact !== '' && { contact }) } }
}
