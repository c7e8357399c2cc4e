import { type ResourcePage, SEARCH_REACH } from '../../../schema/verbs/resources.ts'
import type { DataTypeKey } from '../../../schema/vocabulary.ts'
import { type ComponentState, fitsCustomId } from '../../custom-id.ts'
import type { Messages } from '../../languages/index.ts'
import { cellsText } from '../../languages/values.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { DETAILS, nameOf, organizationOf } from '../resource/resource-text.ts'
import { openMenu } from './list-card.ts'

const ROWS_OF_SEARCH = 8

/** `result` is all that was found; the card shows a page of it, from `skip` on. */
export function searchCard(messages: Messages, query: string, skip: number, result: ResourcePage): Card {
  const { asOf } = result
  const total = result.items.length
  const items = result.items.slice(skip, skip + ROWS_OF_SEARCH)
  const shown = plain(query, 150)
  const last = skip + items.length
  return fullest(DETAILS, (detail) =>
    card([
      text(
        [`## ${messages.search.title(shown)}`, summary(messages, result, skip, items.length)]
          .filter(Boolean)
          .join('\n'),
      ),
      ...(items.length > 0
        ? [
            text(
              items
                .map(
                  (resource) =>
                    `**${nameOf(resource, detail)}** · ${organizationOf(resource, detail)}\n${cellsText(messages, resource.availability)}`,
                )
                .join('\n'),
            ),
            openMenu(messages, items),
          ]
        : []),
      ...pageButtons(messages, query, skip, last, total),
      text(asOfText(messages, asOf)),
    ]),
  )
}

/** How many were found, and how the query was understood: a line each. */
function summary(messages: Messages, result: ResourcePage, skip: number, shown: number): string {
  const { understood, complete } = result
  const total = result.items.length
  const { search } = messages
  return [...(total === 0 ? [nothingFound()] : [`${count()}${understoodAs()}`]), ...asides()].join('\n')

  function nothingFound() {
    if (understood.address !== undefined && understood.words.length + understood.leftAside.length === 0)
      return search.noAddress
    return search.nothing
  }

  function count() {
    const found = total >= SEARCH_REACH ? search.first(SEARCH_REACH) : search.found(total)
    const where = shown < total ? `, ${search.range(skip + 1, skip + shown)}` : ''
    return `${complete ? found : search.nearest(total)}${where}`
  }

  function understoodAs() {
    const labels = (keys: readonly DataTypeKey[]) => keys.map((key) => messages.dataTypes[key].label)
    const types = labels(understood.dataTypes)
    const without = labels(understood.excluded).map(search.without)
    if (types.length + without.length === 0) return understood.isForAll ? ` · ${search.forAll}` : ''
    const parts = [...types, ...without, ...quotedWords(understood.words)]
    return ` · ${search.understoodAs(messages.listed(parts))}`
  }

  function asides() {
    const { leftAside, readAs } = understood
    return [
      ...readAs.map(({ typed, meant }) => `-# ${search.readAs(...quoted([typed, meant]))}`),
      ...(leftAside.length > 0 ? [`-# ${search.leftAside(messages.listed(quotedWords(leftAside)))}`] : []),
    ]
  }

  function quotedWords(words: readonly string[]) {
    return words.map((word) => messages.quoted(plain(word, 40)))
  }

  function quoted([typed, meant]: readonly [string, string]): [string, string] {
    return [messages.quoted(plain(typed, 40)), messages.quoted(plain(meant, 40))]
  }
}

function pageButtons(messages: Messages, query: string, skip: number, last: number, total: number) {
  const to = (at: number): ComponentState => ({ action: 'search', skip: at, query })
  const buttons = [
    ...(skip > 0 ? [{ name: messages.buttons.previous, state: to(Math.max(0, skip - ROWS_OF_SEARCH)) }] : []),
    ...(last < total ? [{ name: messages.buttons.next, state: to(last) }] : []),
  ]
  if (buttons.length === 0) return []
  if (!buttons.every(({ state }) => fitsCustomId(state))) return [text(`-# ${messages.search.tooLong}`)]
  return [row(...buttons.map(({ name, state }) => button(name, state)))]
}
