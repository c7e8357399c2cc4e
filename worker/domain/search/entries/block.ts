// A block of the list of all resources: 512 positions with what lists filter, sort and count by in columns, and with texts
// as they came. Its text is made by the view `version_lines` (schema/migrations/0001_triggers.sql).

import { SOUGHT } from '../../../../schema/record/field-keys.ts'
import { filterTag, MEASURES, type Measure } from '../../../../schema/record/filters.ts'
import { UNCHECKED } from '../../../../schema/record/sites/link.ts'
import { RESOURCE_STATUSES } from '../../../../schema/vocabulary.ts'
import { tagsIn } from '../version-columns.ts'
import { type Bits, BLOCK, placesIn, setBit, WORDS } from './bits.ts'
import { cellsOf, numberOfTag } from './values.ts'

/** The latest versions of resources, listed or removed. Columns are by place: the position without those of blocks before. */
export interface Block {
  readonly number: number
  /** The places that have a resource. */
  readonly all: Bits
  /** Those of which it is recorded where their data are from. */
  readonly descended: Bits
  /** The change that has the record. */
  readonly sequences: Float64Array
  readonly ids: Float64Array
  readonly cells: Uint16Array
  /** Each by its place in `RESOURCE_STATUSES`. */
  readonly statuses: Uint8Array
  /** How many cells are unknown, and sought fields not stated. */
  readonly gaps: Uint8Array
  /** As `sortColumn` writes them. */
  readonly measures: { readonly [Name in Measure]: Float64Array }
  /** The numbers of all values, of one place after the other, and where those of a place begin. */
  readonly values: Uint16Array
  readonly valueStarts: Uint32Array
  /** Where the texts of a place begin in `texts`. */
  readonly starts: Uint32Array
  readonly texts: string
  /** As JSON: what the last looks at their addresses say, and where that of a place begins; 0 where there is none. */
  readonly links: string
  readonly linkStarts: Uint32Array
  /** What is made of the block where it is asked for, and kept as long. */
  readonly derived: Map<string, unknown>
}

/** The latest version of every resource, by blocks in table order. */
export type Entries = ReadonlyMap<number, Block>

const END_OF_LINE = '\u001e'
const BETWEEN_COLUMNS = '\u001f'
const BEFORE_TEXTS = '\u001d'

const STATUSES: readonly string[] = RESOURCE_STATUSES

function statusNumber(status: string): number {
  const at = STATUSES.indexOf(status)
  if (at === -1) throw new Error('A line of the list has no status.')
  return at
}

const STATED = new Map(SOUGHT.map((field) => [field as string, numberOfTag(filterTag('stated', field))]))

/** The cast holds because each measure has a column. */
const columnsOfMeasures = () =>
  Object.fromEntries(MEASURES.map((measure) => [measure, new Float64Array(BLOCK)])) as Block['measures']

const emptyColumns = () => ({
  ...{ all: new Uint32Array(WORDS), descended: new Uint32Array(WORDS) },
  ...{ sequences: new Float64Array(BLOCK), ids: new Float64Array(BLOCK), cells: new Uint16Array(BLOCK) },
  ...{ statuses: new Uint8Array(BLOCK), gaps: new Uint8Array(BLOCK), measures: columnsOfMeasures() },
  ...{ valueStarts: new Uint32Array(BLOCK + 1), starts: new Uint32Array(BLOCK) },
  linkStarts: new Uint32Array(BLOCK),
})

/** Before the values of a link: quotes within them are escaped. */
const LINK_KEY = /"(\d+)":(?=\[)/g

/** The first of the values that begin there. */
const verdictAt = (links: string, start = 0): string =>
  start === 0 ? UNCHECKED.verdict : links.slice(start + 2, links.indexOf('"', start + 2))

/** A block of its lines, which are in no order, and of its links as JSON. */
export function readBlock(number: number, lines: string, links: string): Block {
  const columns = emptyColumns()
  const { measures } = columns
  for (const { 0: key, 1: position, index } of links.matchAll(LINK_KEY))
    columns.linkStarts[Number(position) % BLOCK] = index + key.length
  const texts: string[] = []
  const valuesAt: number[][] = []
  let length = 0
  for (let start = 0; start < lines.length; ) {
    const middle = lines.indexOf(BEFORE_TEXTS, start)
    const end = lines.indexOf(END_OF_LINE, middle) + 1
    const [position = '', sequence, id, images, patients, published, stated = '', cells, ...terms] = lines
      .slice(start, middle)
      .split(BETWEEN_COLUMNS)
    const [status = '', license = '', tags = ''] = terms
    const place = Number(position) % BLOCK
    const fields = stated.split(' ').flatMap((field) => STATED.get(field) ?? [])
    const row = cellsOf(Number(cells))
    setBit(columns.all, place)
    columns.sequences[place] = Number(sequence)
    columns.ids[place] = Number(id)
    columns.cells[place] = Number(cells)
    columns.statuses[place] = statusNumber(status)
    columns.gaps[place] = row.unknown + SOUGHT.length - fields.length
    measures.images[place] = Number(images)
    measures.patients[place] = Number(patients)
    measures.published[place] = Number(published)
    columns.starts[place] = length
    valuesAt[place] = [
      ...row.numbers,
      numberOfTag(filterTag('status', status)),
      numberOfTag(filterTag('license', license)),
      numberOfTag(filterTag('link', verdictAt(links, columns.linkStarts[place]))),
      ...tagsIn(tags).map(numberOfTag),
      ...fields,
    ]
    const text = lines.slice(middle + 1, end)
    if (text.at(-2) !== BETWEEN_COLUMNS) setBit(columns.descended, place)
    length += text.length
    texts.push(text)
    start = end
  }
  for (let place = 0; place < BLOCK; place++)
    columns.valueStarts[place + 1] = (columns.valueStarts[place] ?? 0) + (valuesAt[place]?.length ?? 0)
  // Joined anew, so that what the columns have is not kept a second time.
  return {
    ...{ number, ...columns, values: Uint16Array.from(valuesAt.flat()) },
    ...{ texts: texts.join(''), links, derived: new Map() },
  }
}

/** What a block is asked for again and again, made at its first time. The cast holds where each name has one maker. */
export function derived<Made>(block: Block, name: string, make: () => Made): Made {
  const known = block.derived.get(name) as Made | undefined
  if (known !== undefined) return known
  const made = make()
  block.derived.set(name, made)
  return made
}

export const valuesAt = ({ values, valueStarts }: Block, place: number): Uint16Array =>
  values.subarray(valueStarts[place], valueStarts[place + 1])

/** The texts of a place: when it changed, its name as lists sort by it, and what a page shows. */
export function textsAt({ texts, starts }: Block, place: number): readonly string[] {
  const start = starts[place] ?? 0
  return texts.slice(start, texts.indexOf(END_OF_LINE, start)).split(BETWEEN_COLUMNS)
}

/** One text of a place, by its number among them; not the last. */
export function textAt({ texts, starts }: Block, place: number, column: number): string {
  let start = starts[place] ?? 0
  for (let i = 0; i < column; i++) start = texts.indexOf(BETWEEN_COLUMNS, start) + 1
  return texts.slice(start, texts.indexOf(BETWEEN_COLUMNS, start))
}

/** The places of a block that have a resource, in table order. */
export const placesOf = (block: Block): readonly number[] =>
  derived(block, 'places', () => placesIn(block.all))
