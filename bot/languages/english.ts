// All that the bot says, in English. Every other language says the same: what is missing in one does not compile.

import type { FieldPath } from '../../schema/field-path.ts'
import { REFUSALS } from '../../schema/refusals.ts'

/** A language as the bot speaks it. */
export type Words = typeof english

export const english = {
  /** The locales of Discord that it is for; English is for all that no other has. */
  locales: ['en-US', 'en-GB'] as readonly string[],

  /** What can be said to anything at all. */
  general: {
    fault: (requestId: string) =>
      `Sorry, that went wrong on our side. Please try again; if it stays so, tell a maintainer this number: \`${requestId}\``,
    late: 'Sorry, this took too long, and nothing was shown. Please try again in a moment.',
    unreachable: 'Sorry, the registry cannot be reached just now. Please try again in a moment.',
    unknownCommand: (typed: string) =>
      `${typed} is not known here. Type \`/covid-data help\` for what there is.`,
    unknownButton: 'This button is not known here any more. Type `/covid-data help` for what there is.',
    unknownForm: 'This form is not known here any more. Type `/covid-data help` for what there is.',
  },

  /** What the registry says when it refuses. */
  refusals: REFUSALS,
  /** Of a field, what is wrong with it. */
  fault: (field: FieldPath, sentence: string) => `${field}: ${sentence}`,
}
