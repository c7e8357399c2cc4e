import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CslName } from '../../../../schema/record/works/reference.ts'
import { apa } from '../../../../worker/formats/references/apa.ts'
import { brokenText } from './arbitraries.ts'
import { reference } from './read-back.ts'

const issued = { 'date-parts': [[2020]] }
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ family: `Name${index + 1}`, given: 'A.' }))

describe('an article', () => {
  it('has authors, year, title, journal, volume, issue and pages', () => {
    const item = reference({
      type: 'article-journal',
      title: 'A study',
      author: [
        { family: 'Ai', given: 'Tao' },
        { family: 'Xia', given: 'L. M.' },
      ],
      issued,
      'container-title': 'Radiology',
      volume: '12',
      issue: '3',
      page: '1-7',
    })
    expect(apa(item)).toBe('Ai, T., & Xia, L. M. (2020). A study. Radiology, 12(3), 1–7.')
  })

  it('in arXiv has its number there', () => {
    const item = reference({
      type: 'article',
      title: 'A study',
      issued,
      archive: 'arXiv',
      archive_location: '2003.1',
    })
    expect(apa(item)).toBe('A study. (2020). arXiv:2003.1.')
  })

  it('with a DOI needs neither address nor date of access', () => {
    const item = reference({
      type: 'article-journal',
      issued,
      DOI: '10.1148/radiol.2020200642',
      URL: 'https://example.org/',
      accessed: { 'date-parts': [[2020, 4, 7]] },
    })
    expect(apa(item)).toBe('Some data. (2020). https://doi.org/10.1148/radiol.2020200642')
  })
})

describe('a data set', () => {
  const URL = 'https://example.org/'

  it('without an author begins with its title', () => {
    expect(apa(reference({ issued, URL }))).toBe('Some data [Data set]. (2020). https://example.org/')
  })

  it('without a year has no date', () => {
    expect(apa(reference({ author: people(1) }))).toBe('Name1, A. (n.d.). Some data [Data set].')
  })

  it('says when it was retrieved, as far as known', () => {
    const retrieved = (...parts: number[]) =>
      apa(reference({ issued, URL, accessed: { 'date-parts': [parts] } }))
    expect(retrieved(2020, 4, 7)).toContain('Retrieved April 7, 2020, from https://example.org/')
    expect(retrieved(2020, 4)).toContain('Retrieved April 2020, from https://example.org/')
    expect(retrieved(2020)).toContain('Retrieved 2020, from https://example.org/')
    expect(apa(reference({ accessed: { 'date-parts': [[2020, 12, 31]] } }))).toMatch(
      /Retrieved December 31, 2020\.$/,
    )
  })

  it('says its version and publisher', () => {
    expect(apa(reference({ type: 'software', version: '1.2', publisher: 'RSNA' }))).toBe(
      'Some data (Version 1.2) [Computer software]. (n.d.). RSNA.',
    )
  })
})

describe('a list of authors', () => {
  const list = (author: CslName[]) =>
    apa(reference({ type: 'webpage', author })).replace(' (n.d.). Some data.', '')

  it('has an ampersand before the last', () => {
    expect(list(people(2))).toBe('Name1, A., & Name2, A.')
    expect(list(people(20))).toMatch(/Name19, A\., & Name20, A\.$/)
  })

  it('of more than twenty has nineteen, an ellipsis and the last', () => {
    expect(list(people(21))).toMatch(/^Name1, .* Name19, A\., \. \. \. Name21, A\.$/)
  })

  it('that was shortened ends in et al.', () => {
    expect(list([...people(2), { literal: 'others' }])).toBe('Name1, A., Name2, A., et al.')
    expect(list([...people(30), { literal: 'others' }])).toMatch(/Name19, A\., et al\.$/)
  })

  it('has an institution by its name', () => {
    expect(list([{ literal: 'World Health Organization' }])).toBe('World Health Organization.')
  })

  it('has initials for given names', () => {
    const given = (name: string) => list([{ family: 'X', given: name }]).replace('X, ', '')
    expect(given('Joseph Paul')).toBe('J. P.')
    expect(given('Jean-Étienne')).toBe('J.-É.')
    expect(given('A. M.')).toBe('A. M.')
    expect(given('JP')).toBe('JP.')
    expect(given('小明')).toBe('小明.')
    expect(list([{ family: 'Xu' }])).toBe('Xu.')
  })
})

describe('the text', () => {
  it('has no second full stop after a title that ends in a mark', () => {
    expect(apa(reference({ type: 'webpage', title: 'Who knows?', issued }))).toBe('Who knows? (2020).')
  })

  it('is one line whatever is in it', () => {
    fc.assert(
      fc.property(brokenText, brokenText, (title, URL) => {
        expect(apa(reference({ title: `a${title}`, URL: `b${URL}`, DOI: URL }))).toMatch(
          /^[^\p{Cc}\u2028\u2029]+$/u,
        )
      }),
    )
  })
})
