import { hasTerms, type Terms } from '../../../schema/record/filters.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { type ResourcePage, SEARCH_REACH } from '../../../schema/verbs/resources.ts'
import { type ComponentState, fitsCustomId } from '../../custom-id.ts'
import type { Messages } from '../../languages/index.ts'
import { understoodNotes, understoodText } from '../../languages/understood.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, markedText, row, text } from '../kit/message.ts'
import { DETAILS, rowText } from '../resource/resource-text.ts'
import { openMenu } from './list-card.ts'
import { termsText } from './terms-text.ts'

/** What is searched for, and on which terms. */
interface Search {
  readonly text: string
  readonly terms: Terms
}

export const ROWS_OF_SEARCH = 8
/** A query with each sign escaped, so that it is whole. */
const LONGEST_QUERY = 2 * LENGTHS.query + 2

/** `result` is what was found up to the end of a page, which the card shows: from `skip` on. */
export function searchCard(messages: Messages, search: Search, skip: number, result: ResourcePage): Card {
  const { asOf } = result
  const total = result.found
  const items = result.items.slice(skip, skip + ROWS_OF_SEARCH)
  const title = messages.search.title(plain(search.text, 150))
  const last = skip + items.length
  return fullest(DETAILS, (detail) =>
    card([
      text(
        [
          `## ${[title, ...termsText(messages, search.terms)].join(' · ')}`,
          summary(messages, result, skip, items.length),
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      ...(items.length > 0
        ? [
            text(items.map((resource) => rowText(messages, resource, detail)).join('\n')),
            openMenu(messages, items),
          ]
        : []),
      ...pageButtons(messages, search, skip, last, total),
      text(asOfText(messages, asOf)),
    ]),
  )
}

const word = (text: string) => plain(text, 24)

/** How many were found, and how the query was understood: a line each. */
function summary(messages: Messages, result: ResourcePage, skip: number, shown: number): string {
  const { understood } = result
  const taken = understoodText(messages, understood, word)
  return [
    [countText(messages, result, skip, shown), ...(taken === undefined ? [] : [taken])].join(' · '),
    ...understoodNotes(messages, understood, word).map((note) => `-# ${note}`),
  ].join('\n')
}

function countText({ search }: Messages, result: ResourcePage, skip: number, shown: number): string {
  const { understood, complete, found: total } = result
  const hasWords = understood.words.length + understood.leftAside.length > 0
  if (total === 0) return understood.address !== undefined && !hasWords ? search.noAddress : search.nothing
  const counted = total >= SEARCH_REACH ? search.first(SEARCH_REACH) : search.found(total)
  const where = shown < total ? `, ${search.range(skip + 1, skip + shown)}` : ''
  return `${complete ? counted : search.nearest(total)}${where}`
}

function pageButtons(messages: Messages, search: Search, skip: number, last: number, total: number) {
  const { text: query, terms } = search
  const whole = (skip: number): ComponentState =>
    hasTerms(terms) ? { action: 'sought', skip, terms, query } : { action: 'search', skip, query }
  const fitsId = fitsCustomId(whole(total))
  const withoutQuery = (skip: number): ComponentState =>
    hasTerms(terms) ? { action: 'sought', skip, terms, query: '' } : { action: 'searched', skip }
  const to = fitsId ? whole : withoutQuery
  const buttons = [
    ...(skip > 0 ? [{ name: messages.buttons.previous, state: to(Math.max(0, skip - ROWS_OF_SEARCH)) }] : []),
    ...(last < total ? [{ name: messages.buttons.next, state: to(last) }] : []),
  ]
  if (buttons.length === 0) return []
  return [
    ...(fitsId ? [] : [markedText('query', `-# ${plain(query, LONGEST_QUERY)}`)]),
    row(...buttons.map(({ name, state }) => button(name, state))),
  ]
}
