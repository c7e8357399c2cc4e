import { independentChanges, proposedFields } from '../../schema/record/changes.ts'
import type { NamedSubmission } from '../../schema/record/submission.ts'
import { fieldName } from './field-name.ts'
import type { Messages } from './index.ts'

/** The name of the resource that a submission is about; its slug where the name is not known. */
export const titleOf = ({ resource, changes, resourceName, slug }: NamedSubmission): string =>
  resource?.name ?? resourceName ?? changes?.name ?? slug ?? ''

const FIELDS = 3

/** The name with what the submission asks for: "COVID-CT", "COVID-CT (Licence and Size)", "COVID-CT (removal)". */
export function submissionTitle(messages: Messages, submission: NamedSubmission): string {
  const { kind, changes, evidence } = submission
  const { submission: texts } = messages
  switch (kind) {
    case 'addition':
      return titleOf(submission)
    case 'removal':
      return `${titleOf(submission)} (${texts.removing})`
    case 'confirmation':
      return `${titleOf(submission)} (${texts.confirming})`
    case 'correction': {
      const changed = independentChanges(proposedFields(changes ?? {})).map(({ field }) => field)
      const fields = changed.length > 0 ? changed : evidence.map(({ field }) => field)
      const names = [...new Set(fields)].map((field) => fieldName(messages, field))
      const more = names.length - FIELDS
      const shown = [...names.slice(0, FIELDS), ...(more > 0 ? [texts.others(more)] : [])]
      return names.length === 0 ? titleOf(submission) : `${titleOf(submission)} (${messages.listed(shown)})`
    }
  }
}
