// The question before a change of a resource is undone.

import type { Reversal } from '../../../schema/verbs/resources.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { typedReason } from '../kit/typed-reason.ts'
import { changedLines } from './change-text.ts'

/** How long a text may be, and how many fields are shown. The last level always fits. */
const LEVELS = [
  { most: 120, fields: 30 },
  { most: 50, fields: 10 },
  { most: 20, fields: 4 },
]

export const revertCard = (
  messages: Messages,
  { sequence, resource, reverted }: Reversal,
  reason: string,
): Card =>
  fullest(LEVELS, ({ most, fields }) =>
    card([
      text(`## ${messages.review.reverting(sequence, plain(resource.name, 150))}`),
      text(changedLines(messages, resource, reverted, most, fields).join('\n')),
      typedReason(reason),
      row(
        button(
          messages.review.revert,
          { action: 'revert', change: sequence, version: resource.version },
          'stop',
        ),
      ),
    ]),
  )
