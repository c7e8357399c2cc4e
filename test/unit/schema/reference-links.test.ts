import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifierLink, referenceLink, sameAs } from '../../../schema/record/works/reference-links.ts'
import { anyString, anyText } from '../formats/references/any-text.ts'
import { reference } from '../formats/references/read-back.ts'

describe('a reference is found', () => {
  const URL = 'https://data.example/paper'

  it('by its DOI first, however that is written', () => {
    const address = 'https://doi.org/10.1148/radiol.2020200642'
    for (const DOI of ['10.1148/radiol.2020200642', 'doi:10.1148/radiol.2020200642', address]) {
      expect(referenceLink(reference({ DOI, URL }))).toBe(address)
    }
  })

  it('by a DOI that needs escapes', () => {
    expect(referenceLink(reference({ DOI: '10.1002/(SICI)1<1::AID#2>3?%20' }))).toBe(
      'https://doi.org/10.1002/(SICI)1%3C1::AID%232%3E3%3F%2520',
    )
    expect(referenceLink(reference({ DOI: '10.1002/(SICI)1<1::AID>3.0.CO;2-#?%' }))).toBe(
      'https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0.CO;2-%23%3F%25',
    )
    expect(referenceLink(reference({ DOI: '10.1000/a\ud800' }))).toBe('https://doi.org/10.1000/a%EF%BF%BD')
  })

  it('by no DOI that is none', () => {
    expect(referenceLink(reference({ DOI: 'to appear' }))).toBeUndefined()
    expect(referenceLink(reference({ DOI: 'to appear', URL }))).toBe(URL)
    expect(referenceLink(reference({ DOI: '10.1000/a b', URL }))).toBe(URL)
  })

  it('by its arXiv number next', () => {
    const preprint = { archive: 'arXiv', archive_location: '2003.11597', URL }
    expect(referenceLink(reference(preprint))).toBe('https://arxiv.org/abs/2003.11597')
    expect(referenceLink(reference({ ...preprint, DOI: '10.1148/radiol.2020200642' }))).toBe(
      'https://doi.org/10.1148/radiol.2020200642',
    )
    expect(referenceLink(reference({ ...preprint, archive: 'Zenodo' }))).toBe(URL)
    expect(referenceLink(reference({ archive: 'Zenodo', archive_location: '1' }))).toBeUndefined()
  })

  it('by its web address, and by nothing that is none', () => {
    expect(referenceLink(reference({ URL }))).toBe(URL)
    expect(referenceLink(reference({ URL: 'https://data.example/a?b=%20#c' }))).toBe(
      'https://data.example/a?b=%20#c',
    )
    expect(referenceLink(reference({ URL: 'in the library' }))).toBeUndefined()
    expect(referenceLink(reference({ URL: 'javascript:alert(1)' }))).toBeUndefined()
    expect(referenceLink(reference({}))).toBeUndefined()
  })

  it('by an address without a space in it, whatever it is', () => {
    expect(referenceLink(reference({ URL: 'https://data.example/a b\nc' }))).toBe(
      'https://data.example/a%20b%20c',
    )
    fc.assert(
      fc.property(anyString, anyString, (path, number) => {
        const found = [
          { URL: `https://data.example/${path}` },
          { archive: 'arXiv', archive_location: number },
        ]
        for (const fields of found) {
          expect(referenceLink(reference(fields)) ?? '').toMatch(/^(https:\/\/[^\s\p{C}]+)?$/u)
        }
      }),
    )
  })

  it('at the web address of a DOI, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, (DOI) => {
        const link = referenceLink(reference({ DOI: `10.1234/${DOI.replace(/\s/g, '')}x` }))
        expect(link).toMatch(/^https:\/\/doi\.org\/10\.1234\/[\x21-\x7e]+$/)
      }),
    )
  })
})

describe('a resource is the same', () => {
  it('as the DOI that its landing page stands for', () => {
    const url = 'https://data.mendeley.com/datasets/2fxz4px6d8/4'
    expect(identifierLink({ url })).toBe('https://doi.org/10.17632/2fxz4px6d8.4')
    expect(sameAs({ url, doi: null, otherUrls: [] })).toEqual([url, 'https://doi.org/10.17632/2fxz4px6d8.4'])
  })

  it('as what is found at its other addresses', () => {
    const [url, mirror] = ['https://lungs.example', 'https://mirror.example']
    expect(sameAs({ url, doi: null, otherUrls: [mirror, url] })).toEqual([url, mirror])
  })

  it('as its own address alone, if that is all it has', () => {
    expect(identifierLink({ url: 'https://coronacases.org' })).toBeUndefined()
    expect(sameAs({ url: 'https://coronacases.org', doi: null, otherUrls: [] })).toEqual([
      'https://coronacases.org',
    ])
    expect(sameAs({ url: 'https://doi.org/10.5281/zenodo.1', doi: null, otherUrls: [] })).toEqual([
      'https://doi.org/10.5281/zenodo.1',
    ])
    expect(sameAs({ url: 'https://arxiv.org/abs/2003.11597', doi: null, otherUrls: [] })).toEqual([
      'https://arxiv.org/abs/2003.11597',
    ])
  })
})
