import { REFUSALS, type Refused, sentenceIn } from '../../../schema/refusals.ts'

/** A result in which a problem is as its reader is told of it. */
export const told = <Result extends object>(result: Result | { readonly problem: Refused }) =>
  'problem' in result ? { problem: sentenceIn(REFUSALS, result.problem as Refused) } : result
