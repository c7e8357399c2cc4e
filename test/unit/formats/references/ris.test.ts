import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ris } from '../../../../worker/formats/references/ris.ts'
import { REFERENCES } from '../records.ts'
import { brokenText, text } from './arbitraries.ts'
import { pairs, readRis, reference, risTags } from './read-back.ts'

describe('a survey reference in RIS', () => {
  it('is understood by a RIS reader', () => {
    for (const item of REFERENCES) {
      const record = ris(item)
      const back = readRis(record)
      expect(pairs(back.author)).toEqual(pairs(item.author))
      expect(back.title).toBe(item.title)
      expect(back.issued).toEqual(item.issued)
      expect(back.page).toBe(item.page)
      expect(back['container-title']).toBe(item['container-title'])
      expect(back.source).toBe(item.archive)
      expect(risTags(record).AN).toBe(item.archive_location)
      const number = item.archive_location
      expect(back.URL).toBe(number === undefined ? item.URL : `https://arxiv.org/abs/${number}`)
      // Citation.js keeps to the tags of 2011, in which a web page has no Y2; the tag is there for those who look.
      if (item.type === 'webpage') expect(risTags(record).Y2).toMatch(/^2020\/04\/0\d\/$/)
      else expect(back.accessed).toEqual(item.accessed)
    }
  })

  it('keeps its type as near as RIS has it', () => {
    const types = Object.fromEntries(REFERENCES.map((item) => [item.type, readRis(ris(item)).type]))
    expect(types).toEqual({
      article: 'manuscript',
      'article-journal': 'article-journal',
      dataset: 'dataset',
      software: 'software',
      webpage: 'webpage',
    })
  })
})

describe('a record', () => {
  const full = reference({
    type: 'article-journal',
    author: [{ family: 'Ai', given: 'T.' }, { literal: 'World Health Organization' }],
    issued: { 'date-parts': [[2020, 4, 7]] },
    accessed: { 'date-parts': [[2020, 5, 10]] },
    'container-title': 'Radiology',
    publisher: 'RSNA',
    volume: '12',
    issue: '3',
    page: '1-7',
    DOI: '10.1148/radiol.2020200642',
    URL: 'https://example.org/a_b?c=%20',
  })

  it('is tags in lines that end in CRLF, from TY to ER', () => {
    expect(ris(full)).toBe(
      [
        'TY  - JOUR',
        'AU  - Ai, T.',
        'AU  - World Health Organization',
        'PY  - 2020',
        'DA  - 2020/04/07/',
        'TI  - Some data',
        'T2  - Radiology',
        'VL  - 12',
        'IS  - 3',
        'SP  - 1',
        'EP  - 7',
        'PB  - RSNA',
        'DO  - 10.1148/radiol.2020200642',
        'UR  - https://example.org/a_b?c=%20',
        'Y2  - 2020/05/10/',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  it('gives all of it back', () => {
    const { type, title, issued, accessed, page, volume, issue, DOI, URL } = full
    expect(readRis(ris(full))).toMatchObject({ type, title, issued, accessed, page, volume, issue, DOI, URL })
  })

  it('keeps the slashes of a date whose day is not known', () => {
    const record = ris(
      reference({ issued: { 'date-parts': [[2020, 4]] }, accessed: { 'date-parts': [[2020]] } }),
    )
    expect(risTags(record)).toMatchObject({ PY: '2020', DA: '2020/04//', Y2: '2020///' })
  })

  it('takes only a plain range of pages apart', () => {
    const tags = (page: string) => {
      const { SP, EP } = risTags(ris(reference({ page })))
      return [SP, EP]
    }
    expect(tags('e1–e7')).toEqual(['e1', 'e7'])
    expect(tags('1--7')).toEqual(['1', '7'])
    expect(tags('1-7, 9')).toEqual(['1-7, 9', undefined])
    expect(tags('200642')).toEqual(['200642', undefined])
  })

  it('has the version', () => {
    expect(readRis(ris(reference({ type: 'software', version: '1.2' }))).version).toBe('1.2')
  })

  it('of a shortened list of authors says so in a note', () => {
    const author = [{ family: 'Ai', given: 'T.' }, { literal: 'others' }]
    expect(ris(reference({ author }))).toContain('AU  - Ai, T.\r\nTI  - ')
    expect(ris(reference({ author }))).toContain('N1  - Only the first authors are named\r\n')
  })

  it('is one record whatever line breaks are in its values', () => {
    fc.assert(
      fc.property(brokenText, brokenText, (title, name) => {
        const record = ris(reference({ title: `a${title}`, author: [{ literal: `b${name}` }] }))
        expect(record).toMatch(/^TY {2}- DATA\r\nAU {2}- b[^\r\n]*\r\nTI {2}- a[^\r\n]*\r\nER {2}- \r\n$/)
        expect(readRis(record).type).toBe('dataset')
      }),
    )
  })
})

describe('what RIS can say', () => {
  it('comes back from the parser: any title', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(readRis(ris(reference({ title }))).title).toBe(title)
      }),
    )
  })

  it('comes back from the parser: any name without a comma', () => {
    // "Others" are no author.
    const part = text
      .map((line) => line.replace(/[,\s]+/g, ' ').trim())
      .filter((line) => line !== '' && !/others|et al/i.test(line))
    const person = fc.record({ family: part, given: part })
    // An institution is told from a person by having no comma; of one word, Citation.js has it for a family name.
    const institution = fc.record({ literal: part })
    fc.assert(
      fc.property(fc.array(fc.oneof(person, institution), { minLength: 1, maxLength: 4 }), (author) => {
        expect(pairs(readRis(ris(reference({ author }))).author)).toEqual(pairs(author))
      }),
    )
  })

  it('is no comma in a family name or an institution, which becomes a space', () => {
    const author = [{ literal: 'University of California, Irvine' }, { family: 'Li,Xia', given: 'Y.' }]
    expect(pairs(readRis(ris(reference({ author }))).author)).toEqual([
      ['University of California Irvine', ''],
      ['Li Xia', 'Y.'],
    ])
  })

  it('is a suffix after the second comma', () => {
    const record = ris(reference({ author: [{ family: 'King', given: 'M. L., Jr.' }] }))
    expect(readRis(record).author).toEqual([{ family: 'King', given: 'M. L.', suffix: 'Jr.' }])
  })
})
