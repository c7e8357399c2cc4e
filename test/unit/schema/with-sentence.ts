import { REFUSALS, type Refused, sentenceIn } from '../../../schema/refusals.ts'

/** A result whose problem is the sentence that its reader gets. */
export const withSentence = <Result extends object>(result: Result | { readonly problem: Refused }) =>
  'problem' in result ? { problem: sentenceIn(REFUSALS, result.problem as Refused) } : result
