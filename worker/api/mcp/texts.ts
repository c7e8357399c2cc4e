// The answers of tools as plain texts, short enough to be quoted, with the addresses of the pages.

import type * as z from 'zod/mini'
import { decisionText } from '../../../bot/languages/decision.ts'
import { fieldName } from '../../../bot/languages/field-name.ts'
import { english } from '../../../bot/languages/index.ts'
import { cellsText, statedText } from '../../../bot/languages/values.ts'
import { factOf } from '../../../schema/record/facts.ts'
import { CLAIM_FIELDS, dataTypeOf } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { pageAddress } from '../../formats/catalogue.ts'
import type { Comparison, Lineage, ResourcePage } from '../document/shapes.ts'

/** In a heading: "A (its organisation)". */
const headingOf = ({ name, organization }: Resource): string => `${name} (${organization})`

/** A resource in a list: what decides, its data types, and its page. */
const summaryOf = (base: string, record: Resource): string =>
  [
    headingOf(record),
    decisionText(english, record),
    cellsText(english, record.availability),
    pageAddress({ base }, record.slug),
  ].join('\n')

export function searchText(base: string, { items, nextCursor }: z.infer<typeof ResourcePage>): string {
  if (items.length === 0) return 'No resource matches.'
  const more = nextCursor === null ? [] : [`There are more: ask again with the cursor ${nextCursor}`]
  return [...items.map((record) => summaryOf(base, record)), ...more].join('\n\n')
}

/** Every fact that the record states, a line each. */
export function recordText(base: string, record: Resource): string {
  const facts = CLAIM_FIELDS.filter((field) => dataTypeOf(field) === undefined).flatMap((field) => {
    const stated = statedText(english, factOf(record, field))
    return stated === undefined ? [] : [`${fieldName(english, field)}: ${stated}`]
  })
  return [
    headingOf(record),
    cellsText(english, record.availability),
    ...facts,
    pageAddress({ base }, record.slug),
  ].join('\n')
}

const OVERLAP = {
  contains: 'They overlap: one has data of the other.',
  may_share_images: 'They may share images.',
  same_source: 'They have a source in common, but no common data type is recorded.',
  none: 'No common source is recorded.',
} as const satisfies Record<z.infer<typeof Comparison>['relation'], string>

export function comparisonText(base: string, { a, b, shared, relation }: z.infer<typeof Comparison>): string {
  const common = shared.length > 0 ? [`Both have data from: ${shared.join(', ')}.`] : []
  return [summaryOf(base, a), summaryOf(base, b), [OVERLAP[relation], ...common].join(' ')].join('\n\n')
}

export function lineageText(base: string, { nodes, edges }: z.infer<typeof Lineage>): string {
  const names = new Map(nodes.map((node) => [node.kind === 'resource' ? node.slug : node.name, node.name]))
  const lines = [...Map.groupBy(edges, ({ to }) => to)].map(
    ([to, into]) =>
      `${names.get(to) ?? to} has data from: ${into.map(({ from }) => names.get(from) ?? from).join(', ')}. ` +
      pageAddress({ base }, to),
  )
  return lines.length > 0 ? lines.join('\n') : 'No lineage is recorded.'
}
