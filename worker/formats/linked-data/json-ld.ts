// JSON-LD as text. https://www.w3.org/TR/json-ld11/

import { jsonLine } from '../tables/json-line.ts'
import { embeddable } from './embeddable.ts'

type JsonLdValue = string | number | boolean | JsonLdNode | readonly JsonLdValue[]

/** A node with its properties; undefined ones are left out. */
export interface JsonLdNode {
  readonly [property: string]: JsonLdValue | undefined
}

export const printed = (node: JsonLdNode): string => embeddable(JSON.stringify(node, null, 2))

export const printedLine = (node: JsonLdNode): string => embeddable(jsonLine(node))

/** Undefined for an empty list, which leaves its property out. */
export const some = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length > 0 ? items : undefined
