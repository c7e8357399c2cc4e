// Groups of fields that both forms have beside what is proposed.

import type { Child } from 'hono/jsx'
import { keysOfKind } from '../../../schema/record/field-keys.ts'
import { COUNTED } from '../../../schema/vocabulary.ts'
import { TextField } from '../parts/fields.tsx'
import { type FormState, type FormValues, NO_PROBLEMS, textIn } from '../parts/form.ts'
import { EvidenceFields, FactFields, NotesField, SlugField } from '../parts/proposal/fields.tsx'
import { evidenceRows } from '../parts/proposal/reading.ts'

interface Given {
  readonly form: FormState
}

interface GroupGiven {
  readonly title: string
  readonly hint: string
  readonly open: boolean
  readonly children: Child
}

/** Fields that most people leave alone; shown at once where something in them wants to be seen. */
const Group = ({ title, hint, open, children }: GroupGiven) => (
  <details class="group" open={open ? true : undefined}>
    <summary>
      <strong>{title}</strong> <span class="hint">{hint}</span>
    </summary>
    {children}
  </details>
)

const FACTS = [
  ...(['license', 'access', 'doi', 'status', 'successor', 'slug', 'counts.text', 'counts.asOf'] as const),
  ...keysOfKind('list'),
  ...COUNTED.map((key) => `counts.${key}`),
]
const SENDER = ['submitter.name', 'submitter.contact'] as const

/** Whether a group has a field that is at fault, that the page begins at, or that says something else than at first. */
function wantsToBeSeen(
  { typed, problems, focus }: FormState,
  names: readonly string[],
  first: FormValues,
): boolean {
  const said = (of: FormValues, name: string) => (textIn(of, name) === 'unknown' ? '' : textIn(of, name))
  return names.some((name) => problems.has(name) || focus === name || said(typed, name) !== said(first, name))
}

interface FactsGiven extends Given {
  /** What stood in the fields at first. */
  readonly first?: FormValues
  readonly withSlug?: boolean
}

export const FactsGroup = ({ form, first = NO_PROBLEMS, withSlug = false }: FactsGiven) => (
  <Group
    title="Licence, access, size"
    hint="formats, DOI, status, what it is made from, what to mind"
    open={wantsToBeSeen(form, FACTS, first)}
  >
    <FactFields form={form} />
    {withSlug && <SlugField form={form} />}
  </Group>
)

interface SourceGiven extends Given {
  readonly notesHint: string
}

/** Where all of it was read, and what no other field can say. */
export const SourceAndNotes = ({ form, notesHint }: SourceGiven) => (
  <>
    <EvidenceFields form={form} rows={[0]} />
    <NotesField form={form} hint={notesHint} />
  </>
)

/** Where something of it was read. */
export function SourcesGroup({ form }: Given) {
  const rows = evidenceRows(form.typed, 3).slice(1)
  const names = rows.flatMap((row) => [`evidence.${row}.source`, `evidence.${row}.asOf`])
  return (
    <Group
      title="More sources"
      hint="each of one thing that it says"
      open={wantsToBeSeen(form, names, NO_PROBLEMS)}
    >
      <EvidenceFields form={form} rows={rows} />
    </Group>
  )
}

export const SenderGroup = ({ form }: Given) => (
  <Group
    title="Who you are"
    hint="if you like; for maintainers alone, never published"
    open={wantsToBeSeen(form, SENDER, NO_PROBLEMS)}
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

/** Who sends it, as far as they say. */
export function submitterIn(typed: FormValues) {
  const [name, contact] = [textIn(typed, 'submitter.name'), textIn(typed, 'submitter.contact')]
  if (name === '' && contact === '') return {}
  return { submitter: { ...(name !== '' && { name }), ...(contact !== '' && { contact }) } }
}
