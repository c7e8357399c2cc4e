// RDF in Turtle. https://www.w3.org/TR/turtle/

import { iri } from '../../../schema/record/values/addresses/address.ts'
import { unicodeEscape } from '../unicode-escape.ts'

/** A predicate and its objects in Turtle syntax. Without objects it is left out. */
export type Statement = readonly [predicate: string, objects: readonly string[]]

const ESCAPES: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Turtle requires escaped line ends; other control characters are escaped because some readers drop them. */
const ESCAPED = /["\\\p{Cc}\u2028\u2029]/u
const ALL_ESCAPED = new RegExp(ESCAPED, 'gu')

/** A string. */
export function literal(text: string): string {
  const known = text.toWellFormed()
  return `"${ESCAPED.test(known) ? known.replace(ALL_ESCAPED, (sign) => ESCAPES[sign] ?? unicodeEscape(sign)) : known}"`
}

/** A value of an XML Schema type: `typedLiteral('2020-05-12', 'date')`. */
export function typedLiteral(
  value: string,
  type: 'gYear' | 'gYearMonth' | 'date' | 'dateTime' | 'anyURI' | 'nonNegativeInteger',
): string {
  return `${literal(value)}^^xsd:${type}`
}

const DATE_TYPES = ['gYear', 'gYearMonth', 'date'] as const

/** A date of which the year, the month or the day is known. */
export const partialDate = (iso: string): string =>
  typedLiteral(iso, DATE_TYPES[iso.split('-').length - 1] ?? 'date')

export function link(address: string): string {
  return `<${iri(address)}>`
}

/** The statements about a node with an IRI. */
export function statements(address: string, content: readonly Statement[]): string {
  return `${link(address)}\n${lines(content, '    ')} .\n`
}

/** A blank node, `depth` levels inside another node. */
export function blankNode(content: readonly Statement[], depth = 1): string {
  const indent = '    '.repeat(depth)
  return `[\n${lines(content, `${indent}    `)}\n${indent}]`
}

/** The prefix declarations of a document. */
export function prefixes(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([name, address]) => `@prefix ${name}: ${link(address)} .\n`)
    .join('')
}

function lines(content: readonly Statement[], indent: string): string {
  let text = ''
  for (const [predicate, objects] of content)
    if (objects.length > 0) text += `${text && ' ;\n'}${indent}${predicate} ${objects.join(', ')}`
  return text
}
