import type { Messages } from './english.ts'
import { commandMessages } from './german/commands.ts'
import { listMessages } from './german/lists.ts'
import { nameMessages } from './german/names.ts'
import { refusals } from './german/refusals.ts'
import { resourceMessages } from './german/resource.ts'
import { reviewMessages } from './german/review.ts'
import { submissionMessages } from './german/submissions.ts'
import { watchMessages } from './german/watches.ts'
import { number, written } from './german/writing.ts'

export const german: Messages = {
  locales: ['de'],

  general: {
    fault: (requestId) =>
      `Das ist bei uns schiefgegangen, Entschuldigung. Bitte versuche es noch einmal. Geht es wieder schief, gib diese Nummer an jemanden weiter, der das Register pflegt: \`${requestId}\``,
    late: 'Das hat leider zu lange gedauert, und nichts wurde angezeigt. Bitte versuche es gleich noch einmal.',
    unreachable: 'Das Register ist gerade leider nicht erreichbar. Bitte versuche es gleich noch einmal.',
    unknownCommand: (typed) => `${typed} gibt es hier nicht. \`/covid-data help\` zeigt, was es gibt.`,
    unknownButton: 'Dieser Knopf geht nicht mehr. `/covid-data help` zeigt, was es gibt.',
    unknownForm: 'Dieses Formular geht nicht mehr. `/covid-data help` zeigt, was es gibt.',
  },

  ...written,

  quoted: (text) => `„${text}“`,

  more: (count) => `und noch ${number(count)}`,

  or: ' oder ',

  ...nameMessages,
  ...listMessages,
  ...resourceMessages,
  ...submissionMessages,
  ...reviewMessages,
  ...watchMessages,
  commands: commandMessages,
  refusals,
}
