import type { Review } from '../../schema/submission-verbs.ts'
import { plain } from './markdown.ts'
import { type Card, card, text } from './message.ts'

export const reviewCard = ({ submission }: Review): Card =>
  card([
    text(
      `**${plain(submission.resource?.name ?? submission.slug ?? '', 200)}**\n${submission.kind} ${submission.reference}: ${submission.state}`,
    ),
  ])
