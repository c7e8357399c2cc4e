import type { APIComponentInContainer } from 'discord-api-types/v10'
import { hasTerms } from '../../../schema/record/filters.ts'
import type { ResourcePage, ResourceSummary } from '../../../schema/verbs/resources.ts'
import { DATA_TYPE_KEYS, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { type ComponentState, type ListState, listPage } from '../../custom-id.ts'
import type { Messages } from '../../languages/index.ts'
import { asOfText } from '../kit/as-of-text.ts'
import { button, type Card, card, fullest, line, row, section, select, text } from '../kit/message.ts'
import { DETAILS, rowText } from '../resource/resource-text.ts'
import { termsText } from './terms-text.ts'

/** Ten sections of three components each, with the rest of the card, stay within Discord's 40. */
export const ROWS_BY_TYPE = 10
/** The whole survey on one page. */
export const ROWS_OF_TABLE = 15

const labels = (messages: Messages, { dataTypes }: ListState) =>
  messages.listed(
    DATA_TYPE_KEYS.filter((key) => dataTypes.includes(key)).map((key) => messages.dataTypes[key].label),
  )

/** The menu that opens one of the resources on a page. */
export const openMenu = ({ list }: Messages, resources: readonly ResourceSummary[]) =>
  row(
    select(
      list.open(resources.length),
      { action: 'open' },
      resources.map(({ name, slug, organization }) => ({
        label: name,
        value: slug,
        description: organization,
      })),
    ),
  )

function buttonsOf(
  { buttons: names }: Messages,
  state: ListState,
  page: number,
  list: ResourcePage,
): APIComponentInContainer[] {
  const [type, ...others] = state.dataTypes
  const [, unknown = 0] = list.totals
  const buttons = [
    ...(list.previous ? [button(names.previous, listPage(state, Math.max(1, page - 1), list.previous))] : []),
    ...(list.next ? [button(names.next, listPage(state, page + 1, list.next))] : []),
    ...(state.shown === 'yes' && unknown > 0
      ? [button(names.unknown(unknown), listPage({ ...state, shown: 'unknown' }, 1))]
      : []),
    ...(type === undefined ? [] : [button(names.watch, watchOf(type, others, state))]),
  ]
  return buttons.length > 0 ? [row(...buttons)] : []
}

const watchOf = (type: DataTypeKey, others: readonly DataTypeKey[], state: ListState): ComponentState =>
  others.length === 0 && !hasTerms(state.terms)
    ? { action: 'watchType', type }
    : { action: 'watchTerms', dataTypes: state.dataTypes, terms: state.terms }

const pageText = (messages: Messages, page: number, { previous, next }: ResourcePage) =>
  previous || next ? ` · ${messages.list.page(page)}` : ''

/** Below the rows: the menu, the page buttons, Watch, and the release. */
function foot(
  messages: Messages,
  state: ListState,
  page: number,
  list: ResourcePage,
): APIComponentInContainer[] {
  return [
    ...(list.items.length > 0 ? [openMenu(messages, list.items)] : []),
    ...buttonsOf(messages, state, page, list),
    text(asOfText(messages, list.asOf)),
  ]
}

/**
 * The resources with one or two data types: those that have them, each with what decides whether to use it. Those for
 * which that is unknown are a count and a button, or, where they are asked for, rows in short.
 */
export function dataTypeCard(messages: Messages, state: ListState, page: number, list: ResourcePage): Card {
  const [yes = 0, unknown = 0] = list.totals
  const totals = { yes, unknown }
  const isCertain = ({ availability }: ResourceSummary) =>
    state.dataTypes.every((key) => availability[key] === 'yes')
  const certain = list.items.filter(isCertain)
  const uncertain = list.items.filter((resource) => !isCertain(resource))
  const heading = `## ${messages.list.heading(labels(messages, state), totals)}${termsText(
    messages,
    state.terms,
  )
    .map((one) => ` · ${one}`)
    .join('')}${pageText(messages, page, list)}`
  const empty = emptyText(messages, state, totals)
  return fullest(DETAILS, (detail) =>
    card([
      text(empty ? `${heading}\n${empty}` : heading),
      ...certain.map((resource) =>
        section(
          rowText(messages, resource, detail),
          button(messages.buttons.details, { action: 'show', slug: resource.slug }),
        ),
      ),
      ...(uncertain.length > 0
        ? [
            line,
            text(
              [
                `### ${messages.list.unknown(totals.unknown)}`,
                ...uncertain.map((resource) => rowText(messages, resource, detail)),
              ].join('\n'),
            ),
          ]
        : []),
      ...foot(messages, state, page, list),
    ]),
  )
}

/** Undefined where the list has rows of each kind that it shows. */
function emptyText(
  messages: Messages,
  state: ListState,
  totals: { yes: number; unknown: number },
): string | undefined {
  const { list } = messages
  const what = labels(messages, state)
  if (hasTerms(state.terms) && totals.yes + totals.unknown === 0) return list.noneUnderTerms(what)
  if (state.shown !== 'unknown' && totals.yes === 0)
    return totals.unknown === 0 ? list.allLack(what) : list.noneKnown(what, totals.unknown)
  if (state.shown === 'unknown' && totals.unknown === 0) return list.noneUnknown(what)
  return undefined
}

/** The whole table, in the survey's order. */
export function tableCard(messages: Messages, state: ListState, page: number, list: ResourcePage): Card {
  const [total = 0] = list.totals
  return fullest(DETAILS, (detail) =>
    card([
      text(`## ${messages.list.all(total)}${pageText(messages, page, list)}`),
      text(
        list.items
          .map((resource) => `${resource.position}\\. ${rowText(messages, resource, detail)}`)
          .join('\n') || messages.list.gone,
      ),
      ...foot(messages, state, page, list),
    ]),
  )
}
