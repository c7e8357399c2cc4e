// The modal of a report: its fields for each kind of error, and the changes that their values propose.

import { CLAIM_FIELDS } from '../../schema/record/field-keys.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { type ProposedChanges, SUBMISSION_LENGTHS, type Submission } from '../../schema/record/submission.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import { AVAILABILITY, DATA_TYPES } from '../../schema/vocabulary.ts'
import { type ModalField, radios, textField } from '../cards/kit/modal.ts'
import type { Report } from '../custom-id.ts'
import type { Messages } from '../languages/index.ts'
import type { ModalInput } from '../request.ts'
import { referenceFields } from './submit/reference-form.ts'

/** The values that a report's form begins with, where they are not those of the record. */
export interface SentReport {
  readonly changes: ProposedChanges
  readonly reason: string
}

const reasonField = ({ report }: Messages, value: string, optional = false): ModalField => ({
  label: report.reason,
  description: optional ? report.lookedHelp : report.reasonHelp,
  component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, value, lines: true, optional }),
})

const notes = (label: string, description: string, value: string | undefined): ModalField => ({
  label,
  description,
  component: textField({ id: 'notes', max: SUBMISSION_LENGTHS.notes, value, lines: true }),
})

/** At most three fields, with the values that were sent before, or those of the record. */
export function fieldsFor(
  messages: Messages,
  about: Report,
  resource: Resource,
  { changes, reason: sentReason }: SentReport = { changes: {}, reason: '' },
): ModalField[] {
  const { report, fields, dataTypes, availability } = messages
  const reason = reasonField(messages, sentReason)
  const [sentCell] = Object.entries(changes.availability ?? {})
  switch (about) {
    case 'cell':
      return [
        {
          label: report.type,
          component: radios(
            'type',
            DATA_TYPES.map(({ key }) => ({
              value: key,
              label: dataTypes[key].label,
              description: report.currently(availability[resource.availability[key]]),
              chosen: key === sentCell?.[0],
            })),
          ),
        },
        {
          label: report.value,
          component: radios(
            'value',
            AVAILABILITY.map((value) => ({
              value,
              label: availability[value],
              chosen: value === sentCell?.[1],
            })),
          ),
        },
        reason,
      ]
    case 'link':
      return [
        {
          label: report.url,
          description: report.urlHelp,
          component: textField({ id: 'url', max: LENGTHS.url, value: changes.url ?? resource.url }),
        },
        reason,
      ]
    case 'name':
      return [
        {
          label: fields.name,
          component: textField({ id: 'name', max: LENGTHS.name, value: changes.name ?? resource.name }),
        },
        {
          label: fields.organization,
          component: textField({
            id: 'organization',
            max: LENGTHS.organization,
            value: changes.organization ?? resource.organization,
          }),
        },
        reason,
      ]
    case 'licence':
      return [
        {
          label: fields.license,
          description: report.licenceHelp,
          component: textField({
            id: 'license',
            max: LENGTHS.license,
            value: changes.license ?? resource.license ?? '',
          }),
        },
        reason,
      ]
    case 'references':
      return [...referenceFields(messages, changes.references ?? resource.references), reason]
    case 'remove':
      return [reason]
    case 'right':
      return [reasonField(messages, sentReason, true)]
    case 'other':
      return [notes(report.whatIsWrong, report.rightHelp, changes.notes), reason]
  }
}

/** What a submission, as a report made it, was about. */
export function reportAbout({ kind, changes = {} }: Pick<Submission, 'kind' | 'changes'>): Report {
  if (kind === 'removal') return 'remove'
  if (kind === 'confirmation') return 'right'
  const { availability, url, name, organization, license, references } = changes
  if (availability) return 'cell'
  if (url) return 'link'
  if (name || organization) return 'name'
  if (license) return 'licence'
  return references ? 'references' : 'other'
}

/** The values that differ from the record; of a report about references see `referencesIn`. */
export function changesFrom(
  { report }: Messages,
  about: Report,
  { texts, chosen }: ModalInput,
  resource: Resource,
): ProposedChanges {
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
  const notes = texts.get('notes')?.trim()
  if (notes) return { ...changes, notes }
  return about === 'link' && Object.keys(changes).length === 0 ? { notes: report.linkIsDead } : changes
}

/** The reason of a report is the source of each change. */
export function evidenced(changes: ProposedChanges, reason: string) {
  const source = reason.slice(0, LENGTHS.source)
  const { availability, notes: _, ...fields } = changes
  const named = [
    ...Object.keys(fields),
    ...Object.keys(availability ?? {}).map((key) => `availability.${key}`),
  ]
  const evidence = CLAIM_FIELDS.filter((field) => named.includes(field)).map((field) => ({ field, source }))
  return source === '' ? { changes } : { changes, evidence }
}
