import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blankNode,
  link,
  literal,
  prefixes,
  statements,
  typedLiteral,
} from '../../../../worker/formats/linked-data/turtle.ts'
import { anyText } from '../references/any-text.ts'
import { anyAddress } from '../references/arbitrary-resource.ts'
import { readTurtle } from './graph.ts'

const PREFIXES = prefixes({ x: 'https://x.example/', xsd: 'http://www.w3.org/2001/XMLSchema#' })

/** The object of the one statement made. */
const readObject = (written: string) => {
  const [quad] = readTurtle(`${PREFIXES}${statements('https://x.example/a', [['x:b', [written]]])}`)
  return quad?.object
}

describe('a text', () => {
  it('stands in quotes, with what would end it escaped', () => {
    expect(literal('a "b" \\ c')).toBe('"a \\"b\\" \\\\ c"')
    expect(literal('a\nb\r\tc')).toBe('"a\\nb\\r\\tc"')
    expect(literal('a\u0000b\u0085c\u2028d')).toBe('"a\\u0000b\\u0085c\\u2028d"')
  })

  it('keeps the letters of every script', () => {
    expect(literal('Brändle 武漢 👩‍⚕️')).toBe('"Brändle 武漢 👩‍⚕️"')
  })

  it('is read back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readObject(literal(text))?.value).toBe(text)
      }),
    )
  })

  it('stays on its line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(literal(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })

  it('has no half of a character, which UTF-8 could not write', () => {
    expect(literal('a\uD800b')).toBe('"a\uFFFDb"')
  })
})

describe('an address', () => {
  it('that is fit for it stands as it was given', () => {
    const address = 'https://data.example/a_(b)/é?c=%20&d=~#e'
    expect(link(address)).toBe(`<${address}>`)
  })

  it('has what may not stand in it percent-encoded', () => {
    expect(link('https://data.example/a b<c>"d"{e}|f\\g^h`i\n')).toBe(
      '<https://data.example/a%20b%3Cc%3E%22d%22%7Be%7D%7Cf%5Cg%5Eh%60i%0A>',
    )
  })

  it('is read back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const read = readObject(link(address))
        expect(read?.termType).toBe('NamedNode')
        expect(decodeURIComponent(read?.value ?? '')).toBe(address)
      }),
    )
  })
})

describe('what is said', () => {
  it('has a line for each property, and none for one without objects', () => {
    const text = statements('https://x.example/a', [
      ['a', ['x:B']],
      ['x:c', ['"d"', '"e"']],
      ['x:f', []],
    ])
    expect(text).toBe('<https://x.example/a>\n    a x:B ;\n    x:c "d", "e" .\n')
  })

  it('may have a type', () => {
    expect(typedLiteral('2020-05-12', 'date')).toBe('"2020-05-12"^^xsd:date')
  })

  it('may be of something without a name', () => {
    expect(blankNode([['x:a', ['"b"']]])).toBe('[\n        x:a "b"\n    ]')
    const nested = blankNode([['x:a', [blankNode([['x:b', ['"c"']]], 2)]]])
    const graph = readTurtle(PREFIXES + statements('https://x.example/a', [['x:b', [nested]]]))
    expect(graph.getObjects(null, null, null).map((term) => term.termType)).toEqual(
      expect.arrayContaining(['BlankNode', 'BlankNode', 'Literal']),
    )
  })
})
