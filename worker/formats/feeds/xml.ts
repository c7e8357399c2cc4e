// XML 1.0 (fifth edition) as far as our feeds need it: elements with attributes, which hold text or other elements.

export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  /** A text, which is escaped when written, or elements, each written on a line of its own. */
  readonly content: string | readonly XmlElement[]
}

export const element = (
  name: string,
  content: XmlElement['content'],
  attributes: XmlElement['attributes'] = {},
): XmlElement => ({ name, attributes, content })

/** How a document begins; ours are all UTF-8. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A whole document with this element as its root. */
export const xmlDocument = (root: XmlElement): string => XML_DECLARATION + xml(root)

/** An element as lines of text, the last one ended too. */
export function xml({ name, attributes, content }: XmlElement, indent = ''): string {
  const start = `${indent}<${name}${xmlAttributes(attributes)}`
  if (content.length === 0) return `${start}/>\n`
  if (typeof content === 'string') return `${start}>${xmlText(content)}</${name}>\n`
  const inner = content.map((child) => xml(child, `${indent}  `)).join('')
  return `${start}>\n${inner}${indent}</${name}>\n`
}

/** Attributes as they stand in a start tag, a space before each. */
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
 * What no document may hold, not even escaped (section 2.2): most control characters, halves of surrogate pairs,
 * U+FFFE and U+FFFF.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

// A parser makes a line feed of a carriage return (2.11) and in attributes a space of either and of a tab (3.3.3),
// unless they come as character references. `>` matters only in `]]>` (2.4).
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

/** A text as an element holds it, without the characters that XML forbids. */
const xmlText = (text: string): string => escaped(text, /[&<>\r]/g)

/** A text as it stands between the double quotes of an attribute. */
const xmlAttribute = (text: string): string => escaped(text, /[&<>"\t\n\r]/g)
