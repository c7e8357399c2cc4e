// JSON-LD as text. https://www.w3.org/TR/json-ld11/

import { jsonLine } from '../tables/json-line.ts'
import { embeddable } from './embeddable.ts'

type JsonLdValue = string | number | boolean | JsonLdNode | readonly JsonLdValue[]

/** A thing and what is said of it; what is undefined isn't said. */
export interface JsonLdNode {
  readonly [property: string]: JsonLdValue | undefined
}

/** Laid out for reading. */
export const printed = (node: JsonLdNode): string => embeddable(JSON.stringify(node, null, 2))

/** On one line. */
export const printedLine = (node: JsonLdNode): string => embeddable(jsonLine(node))

/** An empty list is nothing to say. */
export const some = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length > 0 ? items : undefined
