// The part of XML 1.0 (fifth edition) that our feeds need: elements with attributes and with text or child elements.

export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  /** A text, which `xml` escapes, or child elements, each on a line of its own. */
  readonly content: string | readonly XmlElement[]
}

export const element = (
  name: string,
  content: XmlElement['content'],
  attributes: XmlElement['attributes'] = {},
): XmlElement => ({ name, attributes, content })

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const xmlDocument = (root: XmlElement): string => XML_DECLARATION + xml(root)

/** An element as lines of text, with a line end after the last. */
export function xml({ name, attributes, content }: XmlElement, indent = ''): string {
  const start = `${indent}<${name}${xmlAttributes(attributes)}`
  if (content.length === 0) return `${start}/>\n`
  if (typeof content === 'string') return `${start}>${xmlText(content)}</${name}>\n`
  const inner = content.map((child) => xml(child, `${indent}  `)).join('')
  return `${start}>\n${inner}${indent}</${name}>\n`
}

/** The attributes of a start tag, each after a space. */
export const xmlAttributes = (attributes: XmlElement['attributes']): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join('')

/** The attributes that name a vocabulary's schema and where it is (XML Schema 1.0, 4.3.2). */
export const schemaLocation = (namespace: string, schema: string): XmlElement['attributes'] => ({
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${namespace} ${schema}`,
})

/**
 * Characters that XML forbids, even escaped (section 2.2): most control characters, halves of surrogate pairs, U+FFFE
 * and U+FFFF.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

// A parser turns a carriage return into a line feed (2.11), and line ends and tabs of attributes into spaces (3.3.3),
// unless they are character references. `>` needs an escape only in `]]>` (2.4).
const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escaped = (text: string, characters: RegExp) =>
  text.replace(FORBIDDEN, '').replace(characters, (character) => ESCAPES[character] ?? '')

const xmlText = (text: string): string => escaped(text, /[&<>\r]/g)

const xmlAttribute = (text: string): string => escaped(text, /[&<>"\t\n\r]/g)
