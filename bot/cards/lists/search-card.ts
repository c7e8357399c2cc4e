import { SEARCH_REACH, type SearchResult } from '../../../schema/verbs/registry.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { type ComponentState, fitsCustomId } from '../../custom-id.ts'
import type { Words } from '../../languages/index.ts'
import { standingText } from '../kit/as-of-text.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'
import { cellsText, DETAILS, nameOf, organizationOf } from '../resource/resource-text.ts'
import { openMenu } from './list-card.ts'

export const ROWS_OF_SEARCH = 8

export function searchCard(words: Words, query: string, skip: number, result: SearchResult): Card {
  const { items, total, standing } = result
  const shown = plain(query, 150)
  const last = skip + items.length
  return fullest(DETAILS, (detail) =>
    card([
      text([`## ${words.search.title(shown)}`, summary(words, result, skip)].filter(Boolean).join('\n')),
      ...(items.length > 0
        ? [
            text(
              items
                .map(
                  (resource) =>
                    `**${nameOf(resource, detail)}** · ${organizationOf(resource, detail)}\n${cellsText(words, resource.availability)}`,
                )
                .join('\n'),
            ),
            openMenu(words, items),
          ]
        : []),
      ...pageButtons(words, query, skip, last, total),
      text(standingText(words, standing)),
    ]),
  )
}

/** How the query was understood, and what came of it. */
function summary(words: Words, result: SearchResult, skip: number): string {
  const { items, total, understood, complete } = result
  const { search } = words
  const types = DATA_TYPE_KEYS.filter((key) => understood.dataTypes.includes(key)).map(
    (key) => words.dataTypes[key].label,
  )
  const rest = understood.words === '' ? [] : [words.quoted(plain(understood.words, 100))]
  const meant = types.length > 0 ? ` · ${search.meant(words.listed([...types, ...rest]))}` : ''
  if (total === 0) {
    if (understood.address && understood.words === '') return search.noAddress
    return search.nothing
  }
  const found = total >= SEARCH_REACH ? search.first(SEARCH_REACH) : search.found(total)
  const where = items.length < total ? `, ${search.range(skip + 1, skip + items.length)}` : ''
  return `${complete ? found : search.nearest(total)}${where}${meant}`
}

function pageButtons(words: Words, query: string, skip: number, last: number, total: number) {
  const to = (at: number): ComponentState => ({ action: 'search', skip: at, query })
  const buttons = [
    ...(skip > 0 ? [{ name: words.buttons.previous, state: to(Math.max(0, skip - ROWS_OF_SEARCH)) }] : []),
    ...(last < total ? [{ name: words.buttons.next, state: to(last) }] : []),
  ]
  if (buttons.length === 0) return []
  if (!buttons.every(({ state }) => fitsCustomId(state))) return [text(`-# ${words.search.tooLong}`)]
  return [row(...buttons.map(({ name, state }) => button(name, state)))]
}
