// How a search understood its query, in words: the same on a card and on a page.

import type { Understood } from '../../schema/verbs/resources.ts'
import type { DataTypeKey } from '../../schema/vocabulary.ts'
import type { Messages } from './index.ts'

type Write = (text: string) => string
const asItIs: Write = (text) => text

/** "read as X-ray and “png”; yes first, then unknown"; undefined where the words were only looked for. */
export function understoodText(
  messages: Messages,
  { dataTypes, excluded, words, isForAll }: Understood,
  write: Write = asItIs,
): string | undefined {
  const { search } = messages
  const labels = (keys: readonly DataTypeKey[]) => keys.map((key) => messages.dataTypes[key].label)
  const types = [...labels(dataTypes), ...labels(excluded).map(search.without)]
  if (types.length === 0) return isForAll ? search.forAll : undefined
  return search.understoodAs(messages.listed([...types, ...quoted(messages, words, write)]))
}

/** A sentence for each word that was read as another, one for the order that was asked for, and one for the words that no record has. */
export const understoodNotes = (
  messages: Messages,
  { readAs, leftAside, sort }: Understood,
  write: Write = asItIs,
): string[] => [
  ...readAsNotes(messages, readAs, write),
  ...(sort === undefined ? [] : [messages.search.sortedBy[sort]]),
  ...(leftAside.length > 0
    ? [messages.search.leftAside(messages.listed(quoted(messages, leftAside, write)))]
    : []),
]

/** A sentence for each word that was read as another. */
export const readAsNotes = (messages: Messages, readAs: Understood['readAs'], write: Write): string[] =>
  readAs.map(({ typed, meant }) =>
    messages.search.readAs(messages.quoted(write(typed)), messages.quoted(write(meant))),
  )

const quoted = (messages: Messages, words: readonly string[], write: Write) =>
  words.map((word) => messages.quoted(write(word)))
