import { SEARCH_REACH, type SearchResult } from '../../schema/registry.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { type ComponentState, fitsCustomId } from '../custom-id.ts'
import { openMenu } from './list-card.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, row, text } from './message.ts'
import { cellsText, DETAILS, nameOf, organizationOf } from './resource-text.ts'
import { standingText } from './standing.ts'

export const ROWS_OF_SEARCH = 8

export function searchCard(query: string, skip: number, result: SearchResult): Card {
  const { items, total, standing } = result
  const shown = plain(query, 150)
  const last = skip + items.length
  return fullest(DETAILS, (detail) =>
    card([
      text([`## Search: ${shown}`, summary(result, skip)].filter(Boolean).join('\n')),
      ...(items.length > 0
        ? [
            text(
              items
                .map(
                  (resource) =>
                    `**${nameOf(resource, detail)}** · ${organizationOf(resource, detail)}\n${cellsText(resource.availability)}`,
                )
                .join('\n'),
            ),
            openMenu(items, items.length),
          ]
        : []),
      ...pageButtons(query, skip, last, total),
      text(standingText(standing)),
    ]),
  )
}

/** How the query was understood, and what came of it. */
function summary({ items, total, understood, complete }: SearchResult, skip: number): string {
  const types = DATA_TYPES.filter((type) => understood.dataTypes.includes(type.key)).map((type) => type.label)
  const words = understood.words === '' ? [] : [`“${plain(understood.words, 100)}”`]
  const meant =
    types.length > 0 ? `taken as ${[...types, ...words].join(' and ')}, yes before unknown` : undefined
  if (total === 0) {
    if (understood.address && understood.words === '') return 'No listed resource has this address.'
    return 'Nothing found. Try fewer words, a part of a name, or `/covid-data list` for the whole table.'
  }
  const found = total >= SEARCH_REACH ? `The first ${SEARCH_REACH}` : `${total} found`
  const where = items.length < total ? `, ${skip + 1} to ${skip + items.length} here` : ''
  const what = complete
    ? `${found}${where}`
    : `Nothing has all of this; the nearest ${total === 1 ? 'one' : total}${where}`
  return meant ? `${what} · ${meant}` : what
}

function pageButtons(query: string, skip: number, last: number, total: number) {
  const to = (at: number): ComponentState => ({ action: 'search', skip: at, query })
  const buttons = [
    ...(skip > 0 ? [{ name: 'Previous', state: to(Math.max(0, skip - ROWS_OF_SEARCH)) }] : []),
    ...(last < total ? [{ name: 'Next', state: to(last) }] : []),
  ]
  if (buttons.length === 0) return []
  if (!buttons.every(({ state }) => fitsCustomId(state)))
    return [text('-# There are more; a shorter query has pages.')]
  return [row(...buttons.map(({ name, state }) => button(name, state)))]
}
