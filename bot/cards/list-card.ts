import type { APIComponentInContainer } from 'discord-api-types/v10'
import type { ResourceList, ResourceSummary } from '../../schema/registry.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { type ListState, listPage } from '../custom-id.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, line, row, section, select, text } from './message.ts'
import { cellsText, DETAILS, type Detail, nameOf, organizationOf } from './resource-text.ts'
import { standingText } from './standing.ts'

/** Ten sections of three components each, with all around them, stay within 40. */
export const ROWS_BY_TYPE = 10
/** The whole survey on one page. */
export const ROWS_OF_TABLE = 15

const labels = ({ dataTypes }: ListState) =>
  DATA_TYPES.filter((type) => dataTypes.includes(type.key))
    .map((type) => type.label)
    .join(' and ')

/** The menu that opens one of the resources on a page. */
export const openMenu = (resources: readonly ResourceSummary[], of: number) =>
  row(
    select(
      of === 1 ? 'Open it' : `Open one of ${of}`,
      { action: 'open' },
      resources.map(({ name, slug, organization }) => ({
        label: name,
        value: slug,
        description: organization,
      })),
    ),
  )

function buttonsOf(state: ListState, page: number, list: ResourceList): APIComponentInContainer[] {
  const [type, ...others] = state.dataTypes
  const buttons = [
    ...(list.previous ? [button('Previous', listPage(state, Math.max(1, page - 1), list.previous))] : []),
    ...(list.next ? [button('Next', listPage(state, page + 1, list.next))] : []),
    // Of two data types at once there is no watch.
    ...(type !== undefined && others.length === 0 ? [button('Watch', { action: 'watchType', type })] : []),
  ]
  return buttons.length > 0 ? [row(...buttons)] : []
}

const briefRow = (resource: ResourceSummary, detail: Detail, order?: Parameters<typeof cellsText>[1]) =>
  `**${nameOf(resource, detail)}** · ${organizationOf(resource, detail)}\n${cellsText(resource.availability, order)}`

const pageText = (page: number, list: ResourceList) => (list.previous || list.next ? ` · page ${page}` : '')

/** What is below the rows: the menu, the page buttons and Watch, what it all rests on. */
function foot(state: ListState, page: number, list: ResourceList): APIComponentInContainer[] {
  const resources = list.items.map((item) => item.resource)
  return [
    ...(resources.length > 0 ? [openMenu(resources, resources.length)] : []),
    ...buttonsOf(state, page, list),
    text(standingText(list.standing)),
  ]
}

/** The resources with a data type (or two): those that have it, then, shorter, those of which it is unknown. */
export function dataTypeCard(state: ListState, page: number, list: ResourceList): Card {
  const [yes = 0, unknown = 0] = list.totals
  const totals = { yes, unknown }
  const certain = list.items.filter((item) => item.group === 0).map((item) => item.resource)
  const uncertain = list.items.filter((item) => item.group === 1).map((item) => item.resource)
  const heading = `## ${labels(state)}: ${totals.yes} yes, ${totals.unknown} unknown${filterText(state)}${pageText(page, list)}`
  const nobody = emptyText(state, totals)
  return fullest(DETAILS, (detail) =>
    card([
      text(nobody ? `${heading}\n${nobody}` : heading),
      ...certain.map((resource) =>
        section(
          `**${nameOf(resource, detail)}**\n${organizationOf(resource, detail)}\n${cellsText(resource.availability)}`,
          button('Details', { action: 'show', slug: resource.slug }),
        ),
      ),
      ...(uncertain.length > 0
        ? [
            line,
            text(
              [
                `### Unknown (${totals.unknown})`,
                ...uncertain.map((resource) => briefRow(resource, detail, ['yes', 'unknown', 'no'])),
              ].join('\n'),
            ),
          ]
        : []),
      ...foot(state, page, list),
    ]),
  )
}

const isFiltered = ({ access, license }: ListState) => access !== undefined || license !== undefined

/** Of which only these are listed. */
const filterText = ({ access, license }: ListState) =>
  [access?.replaceAll('_', ' '), license]
    .flatMap((one) => (one === undefined ? [] : [` · ${plain(one, 60)}`]))
    .join('')

/** What to say where a list has no rows of a kind that was asked for. */
function emptyText(state: ListState, totals: { yes: number; unknown: number }): string | undefined {
  const what = labels(state)
  if (isFiltered(state))
    return totals.yes + totals.unknown === 0
      ? `Nothing listed under these terms may have ${what}.`
      : undefined
  if (state.shown !== 'unknown' && totals.yes === 0)
    return totals.unknown === 0
      ? `No listed resource has ${what}: all of them are known to lack it.`
      : `No listed resource is known to have ${what}. Of ${totals.unknown} nobody knows.`
  if (state.shown === 'unknown' && totals.unknown === 0)
    return `Of every listed resource it is known whether it has ${what}.`
  return undefined
}

/** The whole table, in the survey's order. */
export function tableCard(state: ListState, page: number, list: ResourceList): Card {
  const [total = 0] = list.totals
  return fullest(DETAILS, (detail) =>
    card([
      text(`## ${total === 1 ? 'One resource' : `All ${total} resources`}${pageText(page, list)}`),
      text(
        list.items
          .map(({ resource }) => `${resource.position}\\. ${briefRow(resource, detail)}`)
          .join('\n') || 'Nothing is listed on this page any more.',
      ),
      ...foot(state, page, list),
    ]),
  )
}
