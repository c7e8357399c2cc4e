// The fields of the modals for maintainers, and their values.

import { type ProposedChanges, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { type ModalField, textField } from '../../cards/kit/modal.ts'
import type { Messages } from '../../languages/index.ts'
import type { ModalInput } from '../../request.ts'

/** The reason of a rejection, with a menu of the usual ones, or a question. */
export const reasonFields = ({ review }: Messages, isRejection: boolean): ModalField[] => [
  ...(isRejection
    ? [
        {
          label: review.usualReason,
          component: {
            type: 3,
            custom_id: 'usual',
            placeholder: review.usualReasonHelp,
            required: false,
            min_values: 0,
            options: review.usualReasons.map((reason) => ({ label: reason, value: reason })),
          },
        } as const,
      ]
    : []),
  {
    label: isRejection ? review.ownWords : review.yourQuestion,
    component: textField({
      id: 'reason',
      max: SUBMISSION_LENGTHS.reason,
      lines: true,
      optional: isRejection,
    }),
  },
]

export const reasonFrom = ({ texts, chosen }: ModalInput): string | undefined =>
  [chosen.get('usual')?.[0], texts.get('reason')].filter(Boolean).join(' ') || undefined

/** The proposed values of the fields that maintainers edit most. */
export const editFields = ({ fields }: Messages, proposed: ProposedChanges): ModalField[] => [
  {
    label: fields.name,
    component: textField({ id: 'name', max: LENGTHS.name, value: proposed.name, optional: true }),
  },
  {
    label: fields.url,
    component: textField({ id: 'url', max: LENGTHS.url, value: proposed.url, optional: true }),
  },
  {
    label: fields.organization,
    component: textField({
      id: 'organization',
      max: LENGTHS.organization,
      value: proposed.organization,
      optional: true,
    }),
  },
]
