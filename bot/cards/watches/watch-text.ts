// The subject of a watch, in words.

import { hasTerms, type Wanted } from '../../../schema/record/filters.ts'
import type { Watched } from '../../../schema/verbs/watches.ts'
import type { Messages } from '../../languages/index.ts'
import { typeLabels } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { termsText } from '../lists/terms-text.ts'

/** "CT and Metadata · allows commercial use"; of no data type in particular the terms alone. */
function wantedText(messages: Messages, { dataTypes, terms }: Wanted): string {
  const types = messages.listed(typeLabels(messages, dataTypes))
  const under = termsText(messages, terms)
  return [...(types === '' ? [] : [types]), ...under].join(' · ')
}

/** "CT", "eurorad.org", "everything" */
export function watchedName(messages: Messages, watched: Watched, most: number): string {
  switch (watched.kind) {
    case 'everything':
      return messages.watch.everything
    case 'wanted':
      return wantedText(messages, watched)
    case 'resource':
      return plain(watched.name, most)
  }
}

/** The changes that a watch announces, to complete a sentence that says where. */
export function watchScope(messages: Messages, watched: Watched, most: number): string {
  const { scope } = messages.watch
  switch (watched.kind) {
    case 'everything':
      return scope.everything
    case 'wanted':
      return (hasTerms(watched.terms) ? scope.wanted : scope.dataType)(wantedText(messages, watched))
    case 'resource':
      return scope.resource(plain(watched.name, most))
  }
}
