import type { Words } from './english.ts'

export const german: Words = {
  locales: ['de'],

  general: {
    fault: (requestId) =>
      `Das ist bei uns schiefgegangen, Entschuldigung. Bitte versuche es noch einmal; bleibt es so, nenne jemandem, der das Register pflegt, diese Nummer: \`${requestId}\``,
    late: 'Das hat leider zu lange gedauert, und nichts wurde angezeigt. Bitte versuche es gleich noch einmal.',
    unreachable: 'Das Register ist gerade leider nicht erreichbar. Bitte versuche es gleich noch einmal.',
    unknownCommand: (typed) => `${typed} gibt es hier nicht. \`/covid-data help\` zeigt, was es gibt.`,
    unknownButton: 'Diesen Knopf gibt es hier nicht mehr. `/covid-data help` zeigt, was es gibt.',
    unknownForm: 'Dieses Formular gibt es hier nicht mehr. `/covid-data help` zeigt, was es gibt.',
  },

  refusals: {
    noSuchSlug: (slug) => `Nichts in der Liste hat den Kurznamen „${slug}“.`,
  },
}
