// The question before texts are taken down for good.

import type { Redactable, RedactionTarget } from '../../../schema/verbs/erasure.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, row, text } from '../kit/message.ts'

/** More are counted: an old data set can have come from many. */
const MOST_NAMED = 10

export function redactionCard(
  messages: Messages,
  target: RedactionTarget,
  { name, versions, submissions }: Redactable,
): Card {
  const { redaction } = messages
  const key = 'slug' in target ? target.slug : target.submission
  const named = [
    ...submissions.slice(0, MOST_NAMED),
    ...(submissions.length > MOST_NAMED ? [messages.more(submissions.length - MOST_NAMED)] : []),
  ]
  return card([
    text(`## ${redaction.title(name === undefined ? key : plain(name, 150), key)}`),
    text([redaction.goes(versions, messages.listed(named)), redaction.stays, redaction.forGood].join('\n')),
    row(
      button(
        redaction.redact,
        {
          action: 'redact',
          what: 'slug' in target ? 'resource' : 'submission',
          version: ('slug' in target ? target.version : undefined) ?? 0,
          versions,
          key,
        },
        'stop',
      ),
    ),
  ])
}
