// The forms that maintainers fill in, and what was entered in them.

import { LENGTHS } from '../../schema/contract.ts'
import { type ProposedChanges, SUBMISSION_LENGTHS } from '../../schema/submission.ts'
import { type FormField, textField } from '../cards/form.ts'
import { USUAL_REASONS } from '../cards/usual-reasons.ts'
import type { Entered } from '../interaction.ts'

/** Why, or what one wants to know. */
export const reasonFields = (usual: boolean): FormField[] => [
  ...(usual
    ? [
        {
          label: 'The usual reasons',
          component: {
            type: 3,
            custom_id: 'usual',
            placeholder: 'One of these, or your own words below',
            required: false,
            min_values: 0,
            options: USUAL_REASONS.map((reason) => ({ label: reason, value: reason })),
          },
        } as const,
      ]
    : []),
  {
    label: usual ? 'In your own words' : 'Your question',
    component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true, optional: usual }),
  },
]

export const reasonFrom = ({ texts, chosen }: Entered): string | undefined =>
  [chosen.get('usual')?.[0], texts.get('reason')].filter(Boolean).join(' ') || undefined

/** What is proposed, to be changed; of the fields that are asked for most. */
export const editFields = (proposed: ProposedChanges): FormField[] => [
  {
    label: 'Name',
    component: textField({ id: 'name', max: LENGTHS.name, value: proposed.name, optional: true }),
  },
  {
    label: 'Address',
    component: textField({ id: 'url', max: LENGTHS.url, value: proposed.url, optional: true }),
  },
  {
    label: 'Organisation',
    component: textField({
      id: 'organization',
      max: LENGTHS.organization,
      value: proposed.organization,
      optional: true,
    }),
  },
]
