import { CLAIM_FIELDS, LENGTHS, type Resource } from '../../schema/contract.ts'
import { RegistryError } from '../../schema/errors.ts'
import { type ProposedChanges, SUBMISSION_LENGTHS, type SubmissionInput } from '../../schema/submission.ts'
import { AVAILABILITY, DATA_TYPES } from '../../schema/vocabulary.ts'
import { type FormField, form, radios, textField } from '../cards/form.ts'
import { codeBlock, label, plain } from '../cards/markdown.ts'
import { card, fullest, row, select, text } from '../cards/message.ts'
import { submitterCard } from '../cards/submitter-card.ts'
import { REPORTS, type Report } from '../custom-id.ts'
import { type Entered, textOption } from '../interaction.ts'
import { type Asker, type Flow, type Outcome, resourceOption } from './flow.ts'

const NAMES: Record<Report, string> = {
  cell: 'What data it has',
  link: 'The link is dead or has moved',
  name: 'Name or organisation',
  licence: 'The licence',
  remove: 'It should not be listed',
  other: 'Something else',
}

const reason: FormField = {
  label: 'How do you know?',
  description: 'Where you read it, or what you saw',
  component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true }),
}

const notes = (label: string, description: string): FormField => ({
  label,
  description,
  component: textField({ id: 'notes', max: SUBMISSION_LENGTHS.notes, lines: true }),
})

/** Two or three fields, with the present values. */
function fieldsFor(about: Report, resource: Resource): FormField[] {
  switch (about) {
    case 'cell':
      return [
        {
          label: 'Which kind of data?',
          component: radios(
            'type',
            DATA_TYPES.map(({ key, label }) => ({
              value: key,
              label,
              description: `now: ${resource.availability[key]}`,
            })),
          ),
        },
        {
          label: 'What is right?',
          component: radios(
            'value',
            AVAILABILITY.map((value) => ({ value, label: value })),
          ),
        },
        reason,
      ]
    case 'link':
      return [
        {
          label: 'Where is it now?',
          description: 'Leave it as it is where the link is dead',
          component: textField({ id: 'url', max: LENGTHS.url, value: resource.url }),
        },
        reason,
      ]
    case 'name':
      return [
        { label: 'Name', component: textField({ id: 'name', max: LENGTHS.name, value: resource.name }) },
        {
          label: 'Organisation',
          component: textField({
            id: 'organization',
            max: LENGTHS.organization,
            value: resource.organization,
          }),
        },
        reason,
      ]
    case 'licence':
      return [
        {
          label: 'Licence',
          description: 'As the source states it',
          component: textField({ id: 'license', max: LENGTHS.license, value: resource.license ?? '' }),
        },
        reason,
      ]
    case 'remove':
      return [reason]
    case 'other':
      return [notes('What is wrong?', 'And what would be right'), reason]
  }
}

/** What was entered, as far as it differs from the record. */
function changesFrom(about: Report, { texts, chosen }: Entered, resource: Resource): ProposedChanges {
  const differs = (field: 'name' | 'url' | 'organization' | 'license') => {
    const value = texts.get(field)?.trim()
    return value && value !== resource[field] ? { [field]: value } : {}
  }
  if (about === 'cell') {
    const type = DATA_TYPES.find(({ key }) => key === (texts.get('type') ?? chosen.get('type')?.[0]))
    const value = AVAILABILITY.find((known) => known === (texts.get('value') ?? chosen.get('value')?.[0]))
    return type && value && resource.availability[type.key] !== value
      ? { availability: { [type.key]: value } }
      : {}
  }
  const changes = { ...differs('name'), ...differs('url'), ...differs('organization'), ...differs('license') }
  const said = texts.get('notes')?.trim()
  if (said) return { ...changes, notes: said }
  return about === 'link' && Object.keys(changes).length === 0 ? { notes: 'The link is dead.' } : changes
}

/** How someone knows is the source of what they say. */
function evidenced(changes: ProposedChanges, reason: string) {
  const source = reason.slice(0, LENGTHS.source)
  const { availability, notes: _, ...fields } = changes
  const named = [
    ...Object.keys(fields),
    ...Object.keys(availability ?? {}).map((key) => `availability.${key}`),
  ]
  const evidence = CLAIM_FIELDS.filter((field) => named.includes(field)).map((field) => ({ field, source }))
  return source === '' ? { changes } : { changes, evidence }
}

/** What was typed, to be copied into the next attempt: at most `most` units of each field. */
const typedText = ({ texts }: Entered, most: number): string =>
  [...texts].map(([field, value]) => `${field}: ${label(value, most)}`).join('\n')

/** The menu of what can be wrong, above it why the last attempt was refused. */
export function reportCard(
  resource: Pick<Resource, 'slug' | 'version' | 'name'>,
  refused?: { why: string; typed: Entered },
) {
  const { slug, version, name } = resource
  const choices = REPORTS.map((about) => ({ label: NAMES[about], value: about }))
  return fullest([1000, 200, 60], (most) =>
    card([
      text(`## Report an error\n${plain(name, 200)}`),
      ...(refused
        ? [
            text(`**This was not sent.** ${plain(refused.why, 600)}`),
            text(`What you typed, to copy from:\n${codeBlock(typedText(refused.typed, most))}`),
          ]
        : []),
      row(select('What is wrong?', { action: 'wrong', slug, version }, choices)),
    ]),
  )
}

/** What is refused is not lost: it stands on the card, beside the way to another attempt. */
async function reported(
  { registry, actor }: Asker,
  resource: Resource,
  input: SubmissionInput,
  typed: Entered,
): Promise<Outcome> {
  try {
    const { submission } = await registry.submit(actor, input, { door: 'discord' })
    return { card: submitterCard(submission), seen: 'private' }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { card: reportCard(resource, { why: error.message, typed }), seen: 'private' }
  }
}

export const report: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'report',
        description: 'Report an error in what is listed',
        options: [resourceOption('resource', 'Its name, address or DOI')],
      },
      async run(call, { registry }) {
        const { resource } = await registry.getResource(textOption(call, 'resource') ?? '')
        return { card: reportCard(resource), seen: 'private' }
      },
    },
  ],
  components: {
    wrong: async ({ slug, version }, [chosen], { registry }) => {
      const about = REPORTS.find((known) => known === chosen) ?? 'other'
      const { resource } = await registry.getResource(slug)
      return {
        form: form(NAMES[about], { action: 'report', about, version, slug }, fieldsFor(about, resource)),
      }
    },
  },
  forms: {
    report: async ({ about, version, slug }, entered, asker) => {
      const common = { slug, baseVersion: version, reason: entered.texts.get('reason')?.trim() ?? '' }
      const { resource } = await asker.registry.getResource(slug)
      const input: SubmissionInput =
        about === 'remove'
          ? { kind: 'removal', ...common }
          : {
              kind: 'correction',
              ...common,
              ...evidenced(changesFrom(about, entered, resource), common.reason),
            }
      return reported(asker, resource, input, entered)
    },
  },
}
