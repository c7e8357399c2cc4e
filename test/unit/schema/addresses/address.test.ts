import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalAddress,
  enclosingAddresses,
  isExplicitAddress,
} from '../../../../schema/record/values/addresses/address.ts'

describe('the canonical form of an address', () => {
  it.each([
    ['https://www.Example.org/Data/', 'example.org/data'],
    ['http://example.org:80/data', 'example.org/data'],
    ['https://example.org:443/data#part', 'example.org/data'],
    ['https://example.org:8443/data', 'example.org:8443/data'],
    ['https://example.org/data?utm_source=x&b=2&a=1&fbclid=y', 'example.org/data?a=1&b=2'],
    ['https://github.com/UCSD-AI4H/COVID-CT.git', 'github.com/ucsd-ai4h/covid-ct'],
    ['  <https://eurorad.org/>. ', 'eurorad.org'],
    ['eurorad.org', 'eurorad.org'],
    ['(“https://eurorad.org/a”),', 'eurorad.org/a'],
    ["https://eurorad.org/a'", 'eurorad.org/a'],
    ['10.1016/S0140-6736(20)', 'doi:10.1016/s0140-6736(20)'],
    ['https://user:secret@example.org/data', 'example.org/data'],
    ['https://münchen.example/ä', 'xn--mnchen-3ya.example/ä'],
    ['10.1016/j.media.2021.102225', 'doi:10.1016/j.media.2021.102225'],
    ['DOI: 10.1016/J.media.2021.102225', 'doi:10.1016/j.media.2021.102225'],
    ['https://dx.doi.org/10.1016/j.media.2021.102225', 'doi:10.1016/j.media.2021.102225'],
    ['arXiv:2003.11597v3', 'arxiv:2003.11597'],
    ['https://arxiv.org/abs/2003.11597', 'arxiv:2003.11597'],
    ['http://www.arxiv.org/pdf/2003.11597v2.pdf', 'arxiv:2003.11597'],
    ['https://doi.org/10.48550/arXiv.2003.11597', 'arxiv:2003.11597'],
    ['https://data.mendeley.com/datasets/2fxz4px6d8/4', 'doi:10.17632/2fxz4px6d8'],
    ['https://zenodo.org/records/3757476', 'doi:10.5281/zenodo.3757476'],
    ['https://zenodo.org/record/3757476', 'doi:10.5281/zenodo.3757476'],
  ])('of %s is %s', (given, canonical) => {
    expect(canonicalAddress(given)).toBe(canonical)
  })

  it.each([
    'pocus',
    'lung ultrasound',
    'ftp://example.org/x',
    'javascript:alert(1)',
    '',
    '2020',
    'COVID-19',
    'http://',
    'a.b',
  ])('does not exist for %j', (given) => {
    expect(canonicalAddress(given)).toBe(undefined)
  })

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const canonical = canonicalAddress(url)
        expect(canonical).toBeDefined()
        expect(canonicalAddress(canonical?.includes(':') ? `https://${canonical}` : (canonical ?? ''))).toBe(
          canonical,
        )
      }),
    )
  })

  it('is told from text that might be one', () => {
    expect(isExplicitAddress('https://eurorad.org')).toBe(true)
    expect(isExplicitAddress('10.1016/j.media.2021.102225')).toBe(true)
    expect(isExplicitAddress('eurorad.org')).toBe(false)
    expect(isExplicitAddress('eurorad')).toBe(false)
  })
})

describe('the pages above an address', () => {
  it('are named nearest first, down to the host', () => {
    expect(enclosingAddresses('example.org/a/b?c=d')).toEqual([
      'example.org/a/b?c=d',
      'example.org/a/b',
      'example.org/a',
      'example.org',
    ])
  })

  it('do not exist for a DOI', () => {
    expect(enclosingAddresses('doi:10.1/a/b')).toEqual(['doi:10.1/a/b'])
    const file = 'doi:10.7910/dvn/6acuzj/abcdef'
    expect(enclosingAddresses(file)).toEqual([file, 'doi:10.7910/dvn/6acuzj'])
  })
})
