// RDF in Turtle. https://www.w3.org/TR/turtle/

import { iri } from '../../../schema/record/values/address.ts'
import { unicodeEscape } from '../unicode-escape.ts'

/** A predicate and its objects, each written as Turtle has it; without objects nothing is said. */
export type Said = readonly [predicate: string, objects: readonly string[]]

const ESCAPES: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A text. Line ends have to be escaped; other controls are, since not every reader and editor keeps them. */
export function literal(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/["\\\p{Cc}\u2028\u2029]/gu, (sign) => ESCAPES[sign] ?? unicodeEscape(sign))
  return `"${escaped}"`
}

/** A value of one of XML Schema's types, as `typed('2020-05-12', 'date')`. */
export function typed(value: string, type: 'date' | 'dateTime' | 'anyURI'): string {
  return `${literal(value)}^^xsd:${type}`
}

export function link(address: string): string {
  return `<${iri(address)}>`
}

/** All that is said of a thing that has a name. */
export function statements(address: string, said: readonly Said[]): string {
  return `${link(address)}\n${lines(said, '    ')} .\n`
}

/** A thing that needs no name, `depth` levels inside another. */
export function unnamed(said: readonly Said[], depth = 1): string {
  const indent = '    '.repeat(depth)
  return `[\n${lines(said, `${indent}    `)}\n${indent}]`
}

/** The prefixes that a document begins with. */
export function prefixes(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([name, address]) => `@prefix ${name}: ${link(address)} .\n`)
    .join('')
}

function lines(said: readonly Said[], indent: string): string {
  return said
    .filter(([, objects]) => objects.length > 0)
    .map(([predicate, objects]) => `${indent}${predicate} ${objects.join(', ')}`)
    .join(' ;\n')
}
