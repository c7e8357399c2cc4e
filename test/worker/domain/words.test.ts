import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearlyEqual, wordForms } from '../../../worker/domain/typing-errors.ts'
import { fold, identifierWords, queryWords, textWords } from '../../../worker/domain/words.ts'

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

/** The optimal string alignment distance, the plain way (Damerau 1964, restricted edit). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)])
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let j = 0; j <= b.length; j++) (rows[0] ?? [])[j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      ;(rows[i] ?? [])[j] = least
    }
  }
  return at(a.length, b.length)
}

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
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(nearlyEqual(a, b)).toBe(distance(a, b) <= 1)
      }),
      { numRuns: 3000 },
    )
  })

  it('is not looked for in words too short to tell', () => {
    expect(wordForms('ct')).toEqual([{ form: 'ct', at: -1, letter: '' }])
  })
})
