// What a comparison of resources says, without markup: the same on the page, on the card, in Markdown and in CSV.

import { contestedFacts, factOf } from '../../schema/record/facts.ts'
import { CELL_FIELDS, dataTypeOf } from '../../schema/record/field-keys.ts'
import { type LineageGraph, OVERLAPS, type Overlap } from '../../schema/record/lineage/graph.ts'
import { nodeName, originName } from '../../schema/record/lineage/names.ts'
import { lineageOf, nodeId, type PairOverlap, pairOverlap } from '../../schema/record/lineage/queries.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { Comparison } from '../../schema/verbs/resources.ts'
import { USES } from '../../schema/vocabulary.ts'
import { inShort } from '../../schema/words.ts'
import { fieldName } from './field-name.ts'
import type { Messages } from './index.ts'
import { limitsText } from './lineage.ts'
import { accessText, entryText, licenceParts, statusDateText, typeLabels, valueText } from './values.ts'

/** The fields that a comparison has, in its order. */
const COMPARED_FIELDS = [
  ...USES,
  ...(['useNote', 'license', 'access', 'counts', 'downloadBytes', 'annotations', 'fileFormats'] as const),
  ...(['published', 'lastUpdated', 'countries', 'status'] as const),
  ...CELL_FIELDS,
  ...(['versions', 'sources', 'sourceTerms', 'disagreements'] as const),
] as const
type ComparedField = (typeof COMPARED_FIELDS)[number]

export interface ComparedRow {
  readonly field: ComparedField
  readonly name: string
  /** Of each resource in its order; undefined where it is not recorded. */
  readonly texts: readonly (string | undefined)[]
  /** Whether the resources differ in it, are the same in it, or none of them states it. */
  readonly result: 'differs' | 'same' | 'unrecorded'
}

export const comparedRows = (messages: Messages, { resources, lineage }: Comparison): ComparedRow[] =>
  COMPARED_FIELDS.map((field) => {
    const texts = resources.map((resource) => comparedText(messages, lineage, resource, field))
    const [first] = texts
    const isSame = texts.every((text) => text === first)
    return {
      field,
      name: comparedName(messages, field),
      texts,
      result: !isSame ? 'differs' : first === undefined ? 'unrecorded' : 'same',
    }
  })

function comparedName(messages: Messages, field: ComparedField): string {
  switch (field) {
    case 'commercial':
    case 'redistribution':
    case 'modification':
      return messages.filters[field]
    case 'sources':
      return fieldName(messages, 'derivedFrom')
    case 'useNote':
    case 'sourceTerms':
    case 'disagreements':
      return messages.comparison.fields[field]
    default:
      return fieldName(messages, field)
  }
}

function comparedText(
  messages: Messages,
  lineage: LineageGraph,
  record: Resource,
  field: ComparedField,
): string | undefined {
  switch (field) {
    case 'commercial':
    case 'redistribution':
    case 'modification':
      return record.use[field] === 'unknown' ? undefined : messages.permissions[record.use[field]]
    case 'useNote':
      return record.use.note ?? undefined
    case 'license':
      return licenceText(messages, record)
    case 'access':
      return accessText(messages, record.access)
    case 'fileFormats':
      return statedText(messages, record, field) ?? statedText(messages, record, 'formats')
    case 'status':
      return statusText(messages, record)
    case 'countries':
      return firstOf(messages, record.countries.map(messages.country), COUNTRIES_NAMED)
    case 'versions':
      return firstOf(
        messages,
        record.versions.toReversed().map((version) => entryText(messages, field, version)),
        VERSIONS_NAMED,
      )
    case 'sources':
      return sourceNames(lineage, record).join(', ') || undefined
    case 'sourceTerms':
      return limitsText(messages, lineageOf(lineage, record.slug).ancestors)
    case 'disagreements':
      return (
        contestedFacts(record)
          .map((fact) => fieldName(messages, fact.field))
          .join(', ') || messages.comparison.noDisagreement
      )
    default:
      return dataTypeOf(field) && factOf(record, field).stated === 'unknown'
        ? undefined
        : statedText(messages, record, field)
  }
}

/** What a record states of a field, in short. */
function statedText(
  messages: Messages,
  record: Resource,
  field: Parameters<typeof factOf>[1],
): string | undefined {
  const { isStated, stated } = factOf(record, field)
  return isStated && stated !== null ? valueText(messages, field, stated) : undefined
}

/** Of longer lists the first are named; the page of the resource has all. */
const COUNTRIES_NAMED = 6
const VERSIONS_NAMED = 3

function firstOf(messages: Messages, entries: readonly string[], most: number): string | undefined {
  const more = entries.length - most
  if (entries.length === 0) return undefined
  return `${entries.slice(0, most).join(', ')}${more > 0 ? ` ${messages.more(more)}` : ''}`
}

function licenceText(messages: Messages, record: Resource): string | undefined {
  const licence = licenceParts(messages, record)
  return licence && `${licence.claimed}${licence.terms}`
}

/** "active, checked March 2023", without the meaning of the status. */
const statusText = (messages: Messages, record: Resource): string | undefined =>
  record.status === 'unknown'
    ? undefined
    : `${inShort(messages.choices.status[record.status])}${statusDateText(messages, record)}`

function sourceNames({ nodes }: LineageGraph, { derivedFrom, origins }: Resource): string[] {
  const names = new Map(nodes.map((node) => [nodeId(node), nodeName(node)]))
  return [...derivedFrom.map((slug) => names.get(slug) ?? slug), ...origins.map(originName)]
}

/** How names are written into a sentence about an overlap. */
export interface OverlapWriting {
  readonly nameOf: (resource: Resource, index: number) => string
  readonly sourceName: (name: string) => string
  /** So many sources are named; of more, their number is. */
  readonly mostSources: number
}

export interface OverlapLine {
  readonly overlap: Overlap
  readonly text: string
}

/** Whether data sets may have the same images, so that one must not test what another has trained. */
export const isWarning = (overlap: Overlap): boolean =>
  overlap === 'contains' || overlap === 'may_share_images'

/** How each pair overlaps, the surest first; the pairs without a common source are one line, the last. */
export function overlapLines(
  messages: Messages,
  { resources, lineage }: Comparison,
  writing: OverlapWriting,
): OverlapLine[] {
  const named = resources.map((resource, i) => ({ slug: resource.slug, name: writing.nameOf(resource, i) }))
  const pairs = named.flatMap((a, i) => named.slice(i + 1).map((b) => [a, b] as const))
  const found = pairs.flatMap(([a, b]) => {
    const pair = pairOverlap(lineage, a.slug, b.slug)
    const text = overlapText(messages, pair, [a, b], writing)
    return text === undefined ? [] : [{ overlap: pair.overlap, text }]
  })
  const lines: OverlapLine[] = OVERLAPS.flatMap((overlap) => found.filter((line) => line.overlap === overlap))
  return lines.length === pairs.length
    ? lines
    : [...lines, { overlap: 'none', text: messages.comparison.noOverlap(lines.length > 0) }]
}

interface Named {
  readonly slug: string
  readonly name: string
}

function overlapText(
  messages: Messages,
  { overlap, shared, imageTypes }: PairOverlap,
  [a, b]: readonly [Named, Named],
  { sourceName, mostSources }: OverlapWriting,
): string | undefined {
  const { comparison, listed, more } = messages
  const names = shared.slice(0, mostSources).map((node) => sourceName(nodeName(node)))
  const others = shared.length - names.length
  const sources = others > 0 ? `${names.join(', ')} ${more(others)}` : listed(names)
  switch (overlap) {
    case 'contains':
      return shared.some((node) => nodeId(node) === a.slug)
        ? comparison.contains(b.name, a.name)
        : comparison.contains(a.name, b.name)
    case 'may_share_images':
      return comparison.mayShareImages(a.name, b.name, listed(typeLabels(messages, imageTypes)), sources)
    case 'same_source':
      return comparison.sameSource(a.name, b.name, sources)
    case 'none':
      return undefined
  }
}
