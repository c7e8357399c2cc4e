// What is written to a mail address: plain text, in lines that every mail program shows.

import { stateForSubmitter } from '../../bot/cards/submissions/submission-text.ts'
import { english } from '../../bot/languages/index.ts'
import { titleOf } from '../../bot/languages/submission-title.ts'
import type { NamedSubmission } from '../../schema/record/submission.ts'
import type { Letter } from '../../schema/verbs/deliveries.ts'
import { REGISTRY } from '../../schema/vocabulary.ts'

export interface LetterText {
  readonly subject: string
  readonly text: string
}

const textOf = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`

/** The page that confirms the address or takes it back. */
export const pageOf = (base: string, { token }: Pick<Letter, 'token'>): string => `${base}/mail/${token}`

/**
 * Asks whether the address wants news. It quotes nothing that a person typed: whoever fills in the form could otherwise
 * write to anyone in the registry's name.
 */
export const checkLetter = (base: string, { reference }: NamedSubmission, letter: Letter): LetterText => ({
  subject: `Do you want news of ${reference}?`,
  text: textOf([
    `Somebody sent ${reference} to the ${REGISTRY.name} and gave this address for news of it.`,
    `If that was you, confirm the address here:\n${pageOf(base, letter)}`,
    'If it was not you, do nothing. No more mail comes, and the registry forgets the address after a week.',
  ]),
})

/** How a submission stands, with the link that opens it. */
export function newsLetter(base: string, submission: NamedSubmission, letter: Letter): LetterText {
  const { reference, kind, state, thread, decision, slug } = submission
  const { decision: _, ...undecided } = submission
  const stands = stateForSubmitter(english, undecided, 0)
  const question = state === 'asked' ? thread.findLast(({ by }) => by === 'maintainer') : undefined
  const quoted = question?.text ?? decision?.reason
  const link = `${base}/submissions/${letter.submissionId}`
  return {
    subject: `${reference}: ${stands}`,
    text: textOf([
      `${english.submission.kinds[kind]} ${reference}, ${titleOf(submission)}: ${stands}.`,
      ...(quoted === undefined ? [] : [`A maintainer writes:\n\n${quotation(quoted)}`]),
      ...(state === 'approved' && slug !== undefined ? [`The record:\n${base}/r/${slug}`] : []),
      `Your private link, ${state === 'asked' ? 'where you answer' : 'where you see all of it'}. Keep it to yourself:\n${link}`,
      `To get no more mail about this:\n${pageOf(base, letter)}`,
    ]),
  }
}

const quotation = (text: string): string => text.replaceAll(/^/gm, '> ')
