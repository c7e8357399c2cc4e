import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { plain } from './markdown.ts'
import { markedText } from './message.ts'

/** With each sign escaped, so that the reason is whole: it is read from the card when its button is pressed. */
const LONGEST = 2 * SUBMISSION_LENGTHS.reason + 2

/** The reason that came with a typed command, which a card has to ask about first. */
export const typedReason = (reason: string) => markedText('reason', `-# ${plain(reason, LONGEST)}`)
