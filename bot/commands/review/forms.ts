// The forms that maintainers fill in, and what was entered in them.

import { LENGTHS } from '../../../schema/record/resource.ts'
import { type ProposedChanges, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { type ModalField, textField } from '../../cards/kit/modal.ts'
import type { Messages } from '../../languages/index.ts'
import type { ModalInput } from '../../request.ts'

/** Why, or what one wants to know. */
export const reasonFields = ({ review }: Messages, usual: boolean): ModalField[] => [
  ...(usual
    ? [
        {
          label: review.usual,
          component: {
            type: 3,
            custom_id: 'usual',
            placeholder: review.usualHelp,
            required: false,
            min_values: 0,
            options: review.usualReasons.map((reason) => ({ label: reason, value: reason })),
          },
        } as const,
      ]
    : []),
  {
    label: usual ? review.ownWords : review.yourQuestion,
    component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true, optional: usual }),
  },
]

export const reasonFrom = ({ texts, chosen }: ModalInput): string | undefined =>
  [chosen.get('usual')?.[0], texts.get('reason')].filter(Boolean).join(' ') || undefined

/** What is proposed, to be changed; of the fields that are asked for most. */
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
