import { type ResourcePage, SEARCH_REACH } from '../../../schema/verbs/resources.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
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

/** How many were found, and how the query was understood. */
function summary(messages: Messages, result: ResourcePage, skip: number, shown: number): string {
  const { understood, complete } = result
  const total = result.items.length
  const { search } = messages
  const types = DATA_TYPE_KEYS.filter((key) => understood.dataTypes.includes(key)).map(
    (key) => messages.dataTypes[key].label,
  )
  const rest = understood.words === '' ? [] : [messages.quoted(plain(understood.words, 100))]
  const understoodAs =
    types.length > 0 ? ` · ${search.understoodAs(messages.listed([...types, ...rest]))}` : ''
  if (total === 0) {
    if (understood.address && understood.words === '') return search.noAddress
    return search.nothing
  }
  const found = total >= SEARCH_REACH ? search.first(SEARCH_REACH) : search.found(total)
  const where = shown < total ? `, ${search.range(skip + 1, skip + shown)}` : ''
  return `${complete ? found : search.nearest(total)}${where}${understoodAs}`
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
