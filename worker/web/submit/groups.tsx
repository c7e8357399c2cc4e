// Parts that the addition form and the report form share.

import { TextField } from '../parts/fields.tsx'
import { type FormState, type FormValues, textIn } from '../parts/form.ts'
import { Group } from '../parts/group.tsx'
import { EvidenceFields } from '../parts/proposal/fields.tsx'
import { isTouched } from '../parts/proposal/groups.tsx'
import { evidenceRows } from '../parts/proposal/reading.ts'

interface FormProps {
  readonly form: FormState
}

/** Sources of single fields. */
export function SourcesGroup({ form }: FormProps) {
  const rows = evidenceRows(form.values, 3).slice(1)
  const names = rows.flatMap((row) => [`evidence.${row}.source`, `evidence.${row}.asOf`])
  return (
    <Group title="More sources" hint="each for one field" isOpen={isTouched(form, names)}>
      <EvidenceFields form={form} rows={rows} />
    </Group>
  )
}

export const SenderGroup = ({ form }: FormProps) => (
  <Group
    title="Your contact"
    hint="optional; only maintainers see it"
    isOpen={isTouched(form, ['submitter.name', 'submitter.contact'])}
  >
    <TextField form={form} name="submitter.name" label="Your name" autocomplete="name" />
    <TextField
      form={form}
      name="submitter.contact"
      label="How to reach you"
      hint="An e-mail address, for example. You also find questions and the decision on a page of your own."
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
