// XML as fast-xml-parser reads it, a parser that isn't ours, with elements in the order in which they stand.

import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect } from 'vitest'

export interface Tree {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly Tree[]
  /** The text in it alone; of an element with children, the white space between them too. */
  readonly text: string
}

/** With `preserveOrder`, a node is its name with what is in it, beside its attributes under `:@`. */
type Node = { readonly [name: string]: readonly Node[] } & {
  readonly ':@'?: { readonly [name: string]: string }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  // Without it character references stay as they are written.
  htmlEntities: true,
  processEntities: { maxTotalExpansions: 1e6, maxExpandedLength: 1e7 },
})

/** The root of a document that is well-formed and has no character that XML 1.0 forbids, which the parser lets pass. */
export function readXml(document: string): Tree {
  expect(XMLValidator.validate(document)).toBe(true)
  expect(document).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/)
  expect(document).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
  const [root, ...more] = (parser.parse(document) as readonly Node[]).map(treeOf).filter(isElement)
  if (root === undefined || more.length > 0) throw new Error('A document has one root.')
  return root
}

export const childrenOf = (tree: Tree, name: string): readonly Tree[] =>
  tree.children.filter((child) => child.name === name)

export function childOf(tree: Tree, name: string): Tree {
  const [child, ...more] = childrenOf(tree, name)
  if (child === undefined || more.length > 0) throw new Error(`${tree.name} has not one ${name}.`)
  return child
}

const isElement = ({ name }: Tree) => name !== '#text' && name !== '?xml'

function treeOf(node: Node): Tree {
  const { ':@': attributes = {}, ...rest } = node
  const [[name, content] = ['', []]] = Object.entries(rest)
  // A text is a node whose content is the text itself.
  if (name === '#text') return { name, attributes, children: [], text: String(content) }
  const nodes = content.map(treeOf)
  const text = nodes.map((inner) => (inner.name === '#text' ? inner.text : '')).join('')
  return { name, attributes, children: nodes.filter(isElement), text }
}
