// Everything that the bot says, in English, by topic. Another language has the same keys: a missing one does not compile.

import { commandMessages } from './english/commands.ts'
import { listMessages } from './english/lists.ts'
import { nameMessages } from './english/names.ts'
import { refusals } from './english/refusals.ts'
import { resourceMessages } from './english/resource.ts'
import { reviewMessages } from './english/review.ts'
import { submissionMessages } from './english/submissions.ts'
import { watchMessages } from './english/watches.ts'
import { number, written } from './english/writing.ts'

/** A language. It is an interface so that the compiler names it where a key is missing. */
export interface Messages extends EnglishMessages {}
type EnglishMessages = typeof english

export const english = {
  /** The locales of Discord that it is for; English is for all that no other has. */
  locales: ['en-US', 'en-GB'] as readonly string[],

  /** Replies that are not a command's own. */
  general: {
    fault: (requestId: string) =>
      `Sorry, something went wrong on our side. Please try again; if it happens again, give a maintainer this number: \`${requestId}\``,
    late: 'Sorry, this took too long, and nothing was shown. Please try again in a moment.',
    unreachable: 'Sorry, the registry cannot be reached just now. Please try again in a moment.',
    unknownCommand: (typed: string) =>
      `${typed} is not known here. Type \`/covid-data help\` to see what there is.`,
    unknownButton: 'This button no longer works. Type `/covid-data help` to see what there is.',
    unknownForm: 'This form no longer works. Type `/covid-data help` to see what there is.',
  },

  ...written,

  /** A text of other people. */
  quoted: (text: string) => `“${text}”`,

  /** The number of items left out of a list. */
  more: (count: number) => `and ${number(count)} more`,

  /** Between values of which one is right. */
  or: ', or ',

  ...nameMessages,
  ...listMessages,
  ...resourceMessages,
  ...submissionMessages,
  ...reviewMessages,
  ...watchMessages,
  commands: commandMessages,
  refusals,
}
