import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../bot/languages/index.ts'
import {
  ALL_CODES,
  admits,
  admittedGroups,
  cellsCode,
  cellsRow,
} from '../../../schema/record/values/cells.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { AVAILABILITY, DATA_TYPE_KEYS, DATA_TYPES } from '../../../schema/vocabulary.ts'
import { parseQuery } from '../../../worker/domain/search/query.ts'

const typedTerms = (text: string) => parseQuery(text).terms.map(({ typed }) => typed)

describe('a query', () => {
  it('names data types by all their words', () => {
    for (const type of DATA_TYPES) {
      for (const name of [...type.words, type.label, type.command]) {
        expect(parseQuery(name)).toMatchObject({ dataTypes: [type.key], terms: [] })
      }
    }
  })

  it('names them as cards call them, in each language', () => {
    for (const { dataTypes } of Object.values(LANGUAGES))
      for (const key of DATA_TYPE_KEYS)
        expect(parseQuery(dataTypes[key].label)).toMatchObject({ dataTypes: [key], terms: [] })
  })

  it('has the words of the vocabulary folded as it is folded itself', () => {
    for (const type of DATA_TYPES)
      for (const name of type.words) expect(queryWords(name).join(' ')).toBe(name)
  })

  it('may name several, in the order of the table', () => {
    expect(parseQuery('case reports with chest CT').dataTypes).toEqual(['ct', 'caseReview'])
  })

  it('leaves out what all have in common, unless it is all there is', () => {
    expect(typedTerms('the covid-19 pocus dataset')).toEqual(['pocus'])
    expect(parseQuery('covid-19 data')).toMatchObject({ terms: [], isForAll: true })
    expect(typedTerms('lung')).toEqual(['lung'])
    expect(typedTerms('lung masks')).toEqual(['masks'])
  })

  it('that is an address has no words; one that might be has both', () => {
    expect(parseQuery('https://example.org/pocus')).toMatchObject({ address: 'example.org/pocus', terms: [] })
    expect(parseQuery('eurorad.org').address).toBe('eurorad.org')
    expect(typedTerms('eurorad.org')).toEqual(['eurorad', 'org'])
  })

  it('takes the German word for "with" for a licence only where it is written as one', () => {
    expect(typedTerms('Ultraschall mit Masken')).toEqual(['masken'])
    expect(typedTerms('MIT')).toEqual(['mit'])
    expect(typedTerms('mit license')).toEqual(['mit license'])
  })

  it('reads a German adjective by any of its endings', () => {
    for (const text of ['frei verfügbare Daten', 'frei verfügbaren Daten', 'frei verfügbares'])
      expect(parseQuery(text).terms).toMatchObject([{ tag: ':accessopen' }])
    expect(parseQuery('kommerziell nutzbare Daten').terms).toMatchObject([{ tag: ':commercial' }])
  })

  it('takes the longest phrase that it knows', () => {
    expect(parseQuery('no registration required CT').terms).toMatchObject([{ tag: ':accessopen' }])
    expect(parseQuery('case report').dataTypes).toEqual(['caseReview'])
    expect(typedTerms('non commercial use')).toEqual(['non commercial use'])
    expect(typedTerms('CC BY-NC-SA 4.0 International')).toEqual(['cc by nc sa 4 0 international'])
  })

  it('falls back on the data type that it begins', () => {
    expect(parseQuery('sonog').begunDataType).toBe('ultrasound')
    expect(parseQuery('son').begunDataType).toBeUndefined()
    expect(parseQuery('zebra').begunDataType).toBeUndefined()
  })

  it.each([
    ['words', 'lorem ipsum dolor '.repeat(30)],
    ['long words', `${'a'.repeat(40)} `.repeat(13)],
    ['one word', 'x'.repeat(500)],
    ['misspelt data types', 'ultrasonnd-computd-tomogrphy '.repeat(18)],
    ['an address', `https://a.org/${'b/'.repeat(250)}`],
    ['Chinese', '新冠肺炎影像数据集'.repeat(60)],
    ['accents', 'ÄÖÜßéèê '.repeat(65)],
    ['hyphens', 'a-'.repeat(250)],
    ['brackets', '(('.repeat(250)],
    ['licences', 'cc by nc '.repeat(60)],
  ])('of 500 letters is taken apart in 2 ms: %s', (_, text) => {
    const times = Array.from({ length: 101 }, () => {
      const start = performance.now()
      parseQuery(text.slice(0, 500))
      return performance.now() - start
    })
    // The quickest: a busy machine makes others slower.
    expect(Math.min(...times)).toBeLessThan(2)
  })

  it('is any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { words, terms, names } = parseQuery(text)
        expect(words.length).toBeLessThanOrEqual(24)
        expect(terms.length).toBeLessThanOrEqual(10)
        for (const word of terms.flatMap(({ beginnings }) => beginnings))
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        for (const key of [...names.whole, ...names.mentioned]) expect(key).toMatch(/^[\p{L}\p{N}]+$/u)
      }),
    )
  })
})

describe('the code of a row of cells', () => {
  it('stands for that row and no other', () => {
    expect(ALL_CODES).toBe(729)
    for (let code = 0; code < ALL_CODES; code++) expect(cellsCode(cellsRow(code))).toBe(code)
  })

  it('is 0 where all is unknown, and has the first data type as its lowest digit', () => {
    const unknown = cellsRow(0)
    expect(new Set(Object.values(unknown))).toEqual(new Set(['unknown']))
    expect(cellsCode({ ...unknown, ct: 'yes' })).toBe(1)
    expect(cellsCode({ ...unknown, ct: 'no' })).toBe(2)
    expect(cellsCode({ ...unknown, xray: 'yes' })).toBe(3)
    expect(cellsCode({ ...unknown, caseReview: 'no' })).toBe(2 * 3 ** 5)
  })

  it('is admitted by a filter where its row is', () => {
    const filter = fc.record(
      Object.fromEntries(
        DATA_TYPES.map((type) => [type.key, fc.subarray([...AVAILABILITY], { minLength: 1 })]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(filter, (wanted) => {
        const codes = new Set(admittedGroups(wanted).flat())
        for (let code = 0; code < ALL_CODES; code++)
          expect(codes.has(code)).toBe(admits(wanted, cellsRow(code)))
      }),
      // Each goes through every row that there can be.
      { numRuns: 30 },
    )
  })
})
