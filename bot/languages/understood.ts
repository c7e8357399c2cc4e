// How a search understood its query, in words: the same on a card and on a page.

import type { Understood } from '../../schema/verbs/resources.ts'
import type { DataTypeKey } from '../../schema/vocabulary.ts'
import type { Messages } from './index.ts'

type Write = (text: string) => string
const asItIs: Write = (text) => text

/** "taken as X-Ray and “png”, yes before unknown"; undefined where the words were only looked for. */
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

/** A sentence for each word that was read as another, and one for those that no record has. */
export function understoodNotes(
  messages: Messages,
  { readAs, leftAside }: Understood,
  write: Write = asItIs,
): string[] {
  const { search } = messages
  const quote = (word: string) => messages.quoted(write(word))
  return [
    ...readAs.map(({ typed, meant }) => search.readAs(quote(typed), quote(meant))),
    ...(leftAside.length > 0 ? [search.leftAside(messages.listed(quoted(messages, leftAside, write)))] : []),
  ]
}

const quoted = (messages: Messages, words: readonly string[], write: Write) =>
  words.map((word) => messages.quoted(write(word)))
