// The optional fields that a form folds away, in groups.

import { fieldOf, PROPOSABLE, type ProposableKey } from '../../../../schema/record/field-keys.ts'
import { type FormState, type FormValues, NO_VALUES, textIn } from '../form.ts'
import { Group } from '../group.tsx'
import { FieldInput } from './field-input.tsx'
import { IN_SIGHT, SlugField } from './fields.tsx'
import { inputsOf, nameOfField } from './names.ts'

type GroupedKey = ProposableKey | 'slug'

const NAMED: readonly { readonly title: string; readonly keys: readonly GroupedKey[] }[] = [
  { title: 'What it is', keys: ['description', 'published', 'lastUpdated', 'countries'] },
  { title: 'What the licence allows', keys: ['use'] },
  { title: 'Files and versions', keys: ['formats', 'fileFormats', 'downloadBytes', 'versions'] },
  { title: 'Other names and addresses', keys: ['doi', 'aliases', 'otherUrls', 'formerUrls', 'slug'] },
  { title: 'Status and cautions', keys: ['status', 'successor', 'cautions'] },
  { title: 'Where its data comes from', keys: ['derivedFrom', 'origins'] },
  { title: 'Papers about it', keys: ['references'] },
]

const PLACED: readonly GroupedKey[] = [...IN_SIGHT, ...NAMED.flatMap(({ keys }) => keys)]
const OTHERS = PROPOSABLE.filter(
  (key) => !fieldOf(key).isRequired && fieldOf(key).kind !== 'cells' && !PLACED.includes(key),
)
/** With a group for every field that has no place yet. */
const GROUPS = OTHERS.length > 0 ? [...NAMED, { title: 'More', keys: OTHERS }] : NAMED

/** Whether a field has a problem, or another value than at first. */
export const isTouched = (
  { values, problems }: FormState,
  names: readonly string[],
  initial: FormValues = NO_VALUES,
): boolean => names.some((name) => problems.has(name) || filled(values, name) !== filled(initial, name))

/** Unknown is the value of a field that nobody filled in. */
function filled(values: FormValues, name: string): string {
  const text = textIn(values, name)
  return text === 'unknown' ? '' : text
}

interface FieldGroupsProps {
  readonly form: FormState
  /** The values of the fields before the reader changed them. */
  readonly initial?: FormValues
}

interface FieldGroupProps extends FieldGroupsProps {
  readonly title: string
  readonly keys: readonly GroupedKey[]
}

/** Folded fields; open where one has a problem, or another value than at first. */
export const FieldGroup = ({ title, keys, form, initial }: FieldGroupProps) => (
  <Group
    title={title}
    hint={keys.map(labelOf).join(', ')}
    isOpen={isTouched(
      form,
      keys.flatMap((key) => (key === 'slug' ? [key] : inputsOf(key))),
      initial,
    )}
  >
    {keys.map((key) => (key === 'slug' ? <SlugField form={form} /> : <FieldInput form={form} name={key} />))}
  </Group>
)

/** "last updated", "DOI" */
const labelOf = (key: GroupedKey): string =>
  (key === 'slug' ? nameOfField(key) : fieldOf(key).label).replace(/^[A-Z](?=[a-z])/, (letter) =>
    letter.toLowerCase(),
  )

/** The slug is a field of additions alone. */
export const FieldGroups = ({ withSlug, ...form }: FieldGroupsProps & { readonly withSlug: boolean }) =>
  GROUPS.map(({ title, keys }) => (
    <FieldGroup title={title} keys={withSlug ? keys : keys.filter((key) => key !== 'slug')} {...form} />
  ))
