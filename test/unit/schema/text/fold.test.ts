import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, identifierWords, queryWords, textWords } from '../../../../schema/text/fold.ts'
import { formsMeet, wordForms } from '../../../../worker/domain/search/typing-errors.ts'
import { distance } from './distance.ts'

/** Whether the words are equal or one typing error apart. */
const nearlyEqual = (a: string, b: string) =>
  wordForms(a).some((form) => wordForms(b).some((other) => formsMeet(form, other)))

describe('folding', () => {
  it.each([
    ['Brändle', 'brandle'],
    ['ŁÓDŹ', 'lodz'],
    ['Straße', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['ＣＴ', 'ct'],
    ['القاهرة', 'القاهرة'],
    ['한국어', '한국어'],
  ])('takes %s for %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('words', () => {
  it('of a text are its words, and those with a hyphen also as one', () => {
    expect(textWords('COVID-19 X-Ray (PA)')).toEqual(['covid', '19', 'x', 'ray', 'pa', 'covid19', 'xray'])
  })

  it('of an identifier are only its parts', () => {
    expect(identifierWords('covid-19-pocus')).toEqual(['covid', '19', 'pocus'])
  })

  it('of a script without spaces are pairs of neighbours, and in a text the last sign', () => {
    expect(textWords('新冠肺炎CT')).toEqual(['新冠', '冠肺', '肺炎', '炎', 'ct'])
    expect(queryWords('肺炎')).toEqual(['肺炎'])
    expect(queryWords('炎')).toEqual(['炎'])
  })

  it('of plain letters are the same beside a letter that is not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(queryWords(`${text} д`)).toEqual([...queryWords(text), 'д'])
        expect(fold(`${text}д`)).toBe(`${fold(text)}д`)
      }),
    )
  })

  it('asked for are found in the text that they are a part of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { maxLength: 5 }),
        (parts) => {
          const words = textWords(parts.join(' '))
          for (const part of parts) for (const word of queryWords(part)) expect(words).toContain(word)
        },
      ),
    )
  })
})

describe('a typing error', () => {
  it.each([
    ['pocus', 'pocs', true],
    ['pocus', 'poccus', true],
    ['pocus', 'pokus', true],
    ['pocus', 'pcous', true],
    ['pocus', 'pocus', true],
    ['pocus', 'pucos', false],
    ['pocus', 'ocusp', false],
    ['abcd', 'abxc', false],
  ])('makes %s and %s near: %s', (a, b, near) => {
    expect(nearlyEqual(a, b)).toBe(near)
  })

  it('is one step of the optimal string alignment distance, neither more nor less', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(nearlyEqual(a, b)).toBe(distance(a, b) <= 1)
      }),
    )
  })

  it('is not looked for in words too short to tell', () => {
    expect(wordForms('ct')).toEqual([{ form: 'ct', at: -1, letter: '' }])
  })
})
