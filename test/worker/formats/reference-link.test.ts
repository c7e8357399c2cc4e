import { describe, expect, it } from 'vitest'
import { referenceLink } from '../../../worker/formats/reference-link.ts'
import { reference } from './read-back.ts'

const arXiv = { archive: 'arXiv', archive_location: '2003.11597' }
const URL = 'https://example.org/a?b=%20#c'

describe('the link of a reference', () => {
  it('is its DOI, else its number in arXiv, else its address', () => {
    expect(referenceLink(reference({ DOI: '10.1148/radiol.2020200642', ...arXiv, URL }))).toBe(
      'https://doi.org/10.1148/radiol.2020200642',
    )
    expect(referenceLink(reference({ ...arXiv, URL }))).toBe('https://arxiv.org/abs/2003.11597')
    expect(referenceLink(reference({ URL }))).toBe(URL)
    expect(referenceLink(reference({ archive: 'Zenodo', archive_location: '1' }))).toBeUndefined()
  })

  it('has the signs of a DOI escaped that mean something in an address', () => {
    expect(referenceLink(reference({ DOI: '10.1002/(SICI)1<1::AID>3.0.CO;2-#?%' }))).toBe(
      'https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0.CO;2-%23%3F%25',
    )
  })

  it('has no space in it', () => {
    expect(referenceLink(reference({ URL: 'https://example.org/a b\nc' }))).toBe(
      'https://example.org/a%20b%20c',
    )
    expect(referenceLink(reference({ DOI: '10.1/a b\ud800' }))).toBe('https://doi.org/10.1/a%20b%EF%BF%BD')
  })
})
