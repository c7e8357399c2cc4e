import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element, xml, xmlDocument } from '../../../../worker/formats/feeds/xml.ts'
import { anyString, xmlPart } from '../references/any-text.ts'
import { readXml } from './xml-tree.ts'

describe('an element', () => {
  it('holds a text on its line, and elements on lines of their own', () => {
    const root = element('a', [element('b', 'x'), element('c', [element('d', 'y')], { e: 'z' })])
    expect(xml(root)).toBe('<a>\n  <b>x</b>\n  <c e="z">\n    <d>y</d>\n  </c>\n</a>\n')
  })

  it('with nothing in it is one tag', () => {
    expect(xml(element('a', ''))).toBe('<a/>\n')
    expect(xml(element('a', [], { b: '' }))).toBe('<a b=""/>\n')
  })
})

describe('a text in XML', () => {
  it('is no markup', () => {
    expect(xml(element('a', '<b>&amp;]]>"'))).toBe('<a>&lt;b&gt;&amp;amp;]]&gt;"</a>\n')
    expect(xml(element('a', '', { b: '"><c d="' }))).toBe('<a b="&quot;&gt;&lt;c d=&quot;"/>\n')
  })

  it('keeps its line breaks and tabs from being made spaces', () => {
    expect(xml(element('a', 'x\r\n\ty', { b: 'x\r\n\ty' }))).toBe('<a b="x&#13;&#10;&#9;y">x&#13;\n\ty</a>\n')
  })

  it('loses the characters that XML forbids, and no others', () => {
    expect(xml(element('a', '\0a\u0007b\ud800c\udc00d\ufffee\uffff'))).toBe('<a>abcde</a>\n')
    expect(xml(element('a', '🫁\u0085\u2028\ufffd\u{10ffff}'))).toBe(
      '<a>🫁\u0085\u2028\ufffd\u{10ffff}</a>\n',
    )
  })

  it('comes back from a parser, whatever it is', () => {
    fc.assert(
      fc.property(anyString, anyString, (text, value) => {
        const root = readXml(xmlDocument(element('a', text, { b: value })))
        expect(root.text).toBe(xmlPart(text))
        expect(root.attributes.b).toBe(xmlPart(value))
        expect(root.children).toEqual([])
      }),
    )
  })
})
