import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../schema/record/values/dates.ts'
import type { CslName } from '../../../../schema/record/works/reference.ts'
import { bibtex } from '../../../../worker/formats/references/bibtex.ts'
import { REFERENCES } from '../records.ts'
import { brokenText, text } from './arbitraries.ts'
import { bibtexFields, pairs, readBiblatex, readBibtex, reference } from './read-back.ts'

describe('a survey reference in BibTeX', () => {
  it.each([
    ['BibTeX', readBibtex],
    ['biblatex', readBiblatex],
  ])('is understood by a %s reader', (_, read) => {
    for (const item of REFERENCES) {
      const entry = bibtex(item)
      const back = read(entry)
      expect(pairs(back.author)).toEqual(pairs(item.author))
      expect(back.title).toBe(item.title)
      expect(back.issued).toEqual(item.issued)
      expect(back.URL).toBe(item.URL)
      expect(back.page).toBe(item.page)
      expect(back['container-title']).toBe(item['container-title'])
      // A note is a note to every reader; none takes a date from it.
      expect(back.note).toBe(item.accessed && `Accessed: ${isoDate(item.accessed)}`)
      // CSL has no variable that Citation.js would put an eprint in.
      const { eprint, archiveprefix } = bibtexFields(entry)
      expect([archiveprefix, eprint]).toEqual([item.archive, item.archive_location])
    }
  })
})

describe('an entry', () => {
  const container = { 'container-title': 'Radiology' }
  const publisher = 'Institute of Health and Care'

  it('is of a type that BibTeX and biblatex both know, but for data sets', () => {
    const types = [
      reference({ type: 'article-journal', ...container }),
      reference({ type: 'article-journal' }),
      reference({ type: 'article' }),
      reference({ type: 'report', publisher }),
      reference({ type: 'report' }),
      reference({ type: 'dataset' }),
      reference({ type: 'software' }),
      reference({ type: 'webpage' }),
    ].map((item) => /^@(\w+)\{/.exec(bibtex(item))?.[1])
    expect(types).toEqual(['article', 'misc', 'misc', 'techreport', 'misc', 'dataset', 'misc', 'misc'])
  })

  it('of an article has its journal, volume, number and pages with two hyphens', () => {
    const entry = bibtex(
      reference({ type: 'article-journal', ...container, volume: '12', issue: '3', page: '1-7, 9–11' }),
    )
    expect(entry).toContain('journal = {Radiology}')
    expect(entry).toContain('volume = {12}')
    expect(entry).toContain('number = {3}')
    expect(entry).toContain('pages = {1--7, 9--11}')
  })

  it('of a report has its institution in one piece', () => {
    const entry = bibtex(reference({ type: 'report', publisher }))
    expect(entry).toContain(`institution = {{${publisher}}}`)
    expect(readBiblatex(entry).publisher).toBe(publisher)
  })

  it('of anything else says how it was published', () => {
    const entry = bibtex(reference({ ...container, publisher: 'RSNA', archive: 'Zenodo' }))
    expect(entry).toContain('howpublished = {Radiology, RSNA, Zenodo}')
  })

  it('has the month as an abbreviation that styles spell out', () => {
    const entry = bibtex(reference({ issued: { 'date-parts': [[2020, 4, 7]] } }))
    expect(entry).toContain('year = {2020},\n  month = apr,\n  day = {7},')
    expect(readBibtex(entry).issued).toEqual({ 'date-parts': [[2020, 4, 7]] })
  })

  it('has the version, and the date it was accessed as far as known', () => {
    const entry = bibtex(reference({ version: '1_2', accessed: { 'date-parts': [[2020, 4]] } }))
    expect(entry).toContain('version = {1\\_2}')
    expect(entry).toContain('note = {Accessed: 2020-04}')
  })

  it('leaves DOI and address as they are, but for what would unbalance its braces', () => {
    const entry = bibtex(reference({ DOI: '10.1/a_b{c#', URL: 'https://example.org/a_b?c=%20&d=~#e}' }))
    expect(entry).toContain('doi = {10.1/a_b%7Bc#}')
    expect(entry).toContain('url = {https://example.org/a_b?c=%20&d=~#e%7D}')
    expect(readBibtex(entry)).toMatchObject({
      DOI: '10.1/a_b%7Bc#',
      URL: 'https://example.org/a_b?c=%20&d=~#e%7D',
    })
  })
})

describe('a title', () => {
  const title = (value: string) => String(bibtexFields(bibtex(reference({ title: value }))).title)

  it('keeps its capitals in a second pair of braces', () => {
    expect(title('COVID-CT')).toBe('{COVID-CT}')
  })

  it('has its special characters escaped', () => {
    expect(title('50% & $5 #1 a_b')).toBe('{50\\% \\& \\$5 \\#1 a\\_b}')
    expect(title('a~b^c\\d')).toBe('{a\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}d}')
  })

  it('has no brace that BibTeX would count', () => {
    expect(title('a { b }')).toBe('{a \\textbraceleft{} b \\textbraceright{}}')
  })

  it('keeps its accents as they are', () => {
    expect(title('Über Brändle 武漢')).toBe('{Über Brändle 武漢}')
  })

  it('never begins with what BibTeX takes for an accented letter', () => {
    expect(title('#COVID')).toBe('{{}\\#COVID}')
  })

  it('has no two hyphens or quotes that LaTeX would make one of', () => {
    expect(title("a--b ``c''")).toBe("{a-{}-b `{}`c'{}'}")
  })

  it('comes back from the parser as it was, whatever is in it', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readBibtex(bibtex(reference({ title: value }))).title).toBe(value)
      }),
    )
  })

  it('stays within its line', () => {
    fc.assert(
      fc.property(brokenText, (value) => {
        expect(bibtex(reference({ title: `a${value}` }))).toMatch(
          /^@dataset\{[^\n]+,\n {2}title = [^\n\r\u0085\u2028]+,\n\}$/,
        )
      }),
    )
  })
})

describe('the braces of an entry', () => {
  it('are balanced as BibTeX counts them, to which a backslash makes no difference', () => {
    const anything = fc.record({
      title: text,
      author: fc.array(fc.oneof(fc.record({ family: text, given: text }), fc.record({ literal: text })), {
        minLength: 1,
      }),
      publisher: text,
      version: text,
      page: text,
      archive: text,
      archive_location: text,
      DOI: text,
      URL: text,
    })
    fc.assert(
      fc.property(anything, (fields) => {
        const depths: number[] = []
        for (const brace of bibtex(reference(fields)).match(/[{}]/g) ?? []) {
          depths.push((depths.at(-1) ?? 0) + (brace === '{' ? 1 : -1))
        }
        expect(depths.at(-1)).toBe(0)
        expect(depths.slice(0, -1)).not.toContain(0)
        expect(depths).not.toContain(-1)
      }),
    )
  })
})

describe('authors', () => {
  const authors = (...author: CslName[]) => bibtexFields(bibtex(reference({ author }))).author

  it('are family name, comma, given name', () => {
    expect(authors({ family: 'Cohen', given: 'J. P.' }, { family: 'Brändle', given: 'G.' })).toBe(
      'Cohen, J. P. and Brändle, G.',
    )
  })

  it('that are institutions are in braces of their own', () => {
    expect(bibtex(reference({ author: [{ literal: 'World Health Organization' }] }))).toContain(
      'author = {{World Health Organization}}',
    )
    expect(authors({ literal: 'Johnson and Johnson, Inc.' }, { family: 'Li', given: 'Y.' })).toBe(
      '{Johnson and Johnson, Inc.} and Li, Y.',
    )
  })

  it('leave a particle to BibTeX, and nothing that only looks like one', () => {
    expect(authors({ family: 'de la Cruz', given: 'A.' })).toBe('de la Cruz, A.')
    expect(authors({ family: 'al-Farabi', given: 'A.' })).toBe('{al-Farabi}, A.')
    expect(authors({ family: 'Lopez de Haro', given: 'A.' })).toBe('{Lopez de Haro}, A.')
    expect(authors({ family: 'Öztürk Demir', given: 'A.' })).toBe('{Öztürk Demir}, A.')
    expect(authors({ family: 'Xu Xiaowei' })).toBe('{Xu Xiaowei}')
  })

  it('may have any name that means something to BibTeX', () => {
    expect(authors({ family: 'And', given: 'B. and C.' })).toBe('{And}, {B. and C.}')
    expect(authors({ family: 'King', given: 'M. L., Jr.' })).toBe('King, {M. L., Jr.}')
  })

  it('of a shortened list end in others', () => {
    expect(authors({ family: 'Ai', given: 'T.' }, { literal: 'others' })).toBe('Ai, T. and others')
    expect(authors({ literal: 'others' })).toBeUndefined()
  })

  it('come back from the parser as they were, whatever is in them', () => {
    // "Others" are no author.
    const part = text.filter((line) => !/others|et al/i.test(line))
    const person = fc.record({ family: part, given: part })
    // BibTeX has no institutions: in braces they come back as a family name without a given one.
    const institution = fc.record({ literal: part })
    fc.assert(
      fc.property(fc.array(fc.oneof(person, institution), { minLength: 1, maxLength: 4 }), (author) => {
        expect(pairs(readBibtex(bibtex(reference({ author }))).author)).toEqual(pairs(author))
      }),
    )
  })
})
