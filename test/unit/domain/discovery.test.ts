import { describe, expect, it } from 'vitest'
import { dataciteListAddress, readDataciteList } from '../../../worker/domain/discovery/datacite-list.ts'
import type { FoundDataSet } from '../../../worker/domain/discovery/found.ts'
import { speaksOfCovid } from '../../../worker/domain/discovery/found.ts'
import {
  huggingFaceListAddress,
  readHuggingFaceList,
} from '../../../worker/domain/discovery/hugging-face-list.ts'
import { ranked, worthOffering } from '../../../worker/domain/discovery/ranking.ts'

const TODAY = '2026-11-29'

const work = (doi: string, title: string, more: object = {}) => ({
  id: doi,
  type: 'dois',
  attributes: {
    doi,
    titles: [{ title }],
    creators: [{ name: 'Lung Lab', nameType: 'Organizational' }],
    publisher: 'Zenodo',
    types: { resourceTypeGeneral: 'Dataset' },
    updated: '2026-11-20T10:00:00Z',
    ...more,
  },
})
const listOf = (...data: object[]) =>
  JSON.stringify({ data, meta: { total: data.length, totalPages: 1, page: 1 } })

const inList = (...data: object[]): readonly FoundDataSet[] =>
  readDataciteList(listOf(...data), 1, TODAY)?.found ?? []
const one = (title: string, more: object = {}, doi = '10.5281/zenodo.7700001'): FoundDataSet => {
  const [found] = inList(work(doi, title, more))
  if (!found) throw new Error(`${title} is not found.`)
  return found
}
const related = (relationType: string, relatedIdentifier: string, relatedIdentifierType = 'DOI') => ({
  relatedIdentifiers: [{ relationType, relatedIdentifier, relatedIdentifierType }],
})

describe('DataCite’s list', () => {
  it('is asked for data sets of the virus and a data type that are new or changed since a day', () => {
    const asked = new URL(dataciteListAddress('updated', '2026-11-22', 2)).searchParams
    expect(asked.get('resource-type-id')).toBe('dataset')
    expect(asked.get('sort')).toBe('-updated')
    expect(asked.get('page[number]')).toBe('2')
    expect(asked.get('query')).toMatch(/^\(covid\*.* AND updated:\[2026-11-22 TO \*\]$/)
  })

  it('gives what speaks of COVID-19 and of a data type, with the source of each field', () => {
    const dataSet = one('Chest CT of COVID-19', {
      rightsList: [{ rights: 'CC0', rightsIdentifier: 'cc0-1.0' }],
      sizes: ['1.5 GB'],
    })
    expect(dataSet).toMatchObject({
      source: 'datacite',
      url: 'https://doi.org/10.5281/zenodo.7700001',
      publisher: 'Zenodo',
      addresses: ['doi:10.5281/zenodo.7700001'],
      found: { fields: { availability: { ct: 'yes' }, downloadBytes: 1_500_000_000 } },
    })
    expect(dataSet.found.evidence).toContainEqual({
      field: 'license',
      source: 'https://api.datacite.org/dois/10.5281%2Fzenodo.7700001',
      asOf: TODAY,
    })
  })

  it.each([
    ['a paper', 'CT in COVID-19', { types: { resourceTypeGeneral: 'Preprint' } }],
    ['another illness', 'Chest CT of pneumonia', {}],
    ['no image and no table', 'Tweets about COVID-19', {}],
    ['a text without a title', '', {}],
  ])('leaves out %s', (_, title, more) => {
    expect(inList(work('10.5281/zenodo.7700002', title, more))).toEqual([])
  })

  it('skips an entry that has another shape, and is no list where it is something else', () => {
    expect(inList({ id: 1 }, work('10.1/a', 'COVID-19 CT'), { attributes: null })).toHaveLength(1)
    for (const answer of ['', 'null', '[]', '{"errors":[]}', '<html>']) {
      const read = readDataciteList(answer, 1, TODAY)
      expect(read?.found ?? []).toEqual([])
    }
  })

  it('says whether another page follows', () => {
    const answer = JSON.stringify({ data: [], meta: { totalPages: 3 } })
    expect([1, 2, 3].map((page) => readDataciteList(answer, page, TODAY)?.hasMore)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('knows a data set by its other versions too', () => {
    const dataSet = one('COVID-19 CT', related('IsVersionOf', '10.5281/zenodo.7700000'))
    expect(dataSet.addresses).toEqual(['doi:10.5281/zenodo.7700001', 'doi:10.5281/zenodo.7700000'])
    expect(one('COVID-19 CT', {}, '10.6084/m9.figshare.7700003.v2').addresses).toEqual([
      'doi:10.6084/m9.figshare.7700003',
    ])
    expect(one('COVID-19 CT', related('Cites', '10.5281/zenodo.1')).addresses).toHaveLength(1)
  })
})

describe('the list of Hugging Face', () => {
  const SINCE = '2026-11-22T05:00:00.000Z'
  const entry = (id: string, more: object = {}) => ({
    id,
    author: 'lab',
    lastModified: '2026-11-25T00:00:00.000Z',
    gated: false,
    tags: ['license:cc-by-4.0', 'modality:image'],
    description: 'Chest X-rays.',
    ...more,
  })
  const read = (...entries: unknown[]) => readHuggingFaceList(JSON.stringify(entries), SINCE, TODAY)

  it('is asked without the files of each data set', () => {
    const asked = new URL(huggingFaceListAddress('covid')).searchParams
    expect(asked.get('sort')).toBe('lastModified')
    expect(asked.getAll('expand[]')).toContain('cardData')
  })

  it('gives what was changed since, and is public', () => {
    const found = read(
      entry('lab/covid-xray'),
      entry('lab/covid-old-xray', { lastModified: '2026-11-01T00:00:00.000Z' }),
      entry('lab/covid-off-xray', { disabled: true }),
      entry('lab/covid-own-xray', { private: true }),
      entry('lab/xray'),
      { id: 7 },
      null,
    )
    expect(found?.map(({ url }) => url)).toEqual(['https://huggingface.co/datasets/lab/covid-xray'])
    expect(found?.[0]).toMatchObject({
      addresses: ['huggingface.co/datasets/lab/covid-xray'],
      found: { fields: { access: 'open', license: 'CC-BY-4.0', availability: { xray: 'yes' } } },
    })
  })

  it('is no list where it is an error', () => {
    expect(readHuggingFaceList('{"error":"Too many requests"}', SINCE, TODAY)).toBeUndefined()
  })
})

describe('ranking', () => {
  it.each([
    ['COVID-19 chest CT', {}, ['imagesInTitle', 'covidInTitle']],
    [
      'COVID-19 lung ultrasound',
      {
        rightsList: [{ rights: 'CC BY 4.0' }],
        sizes: ['20 GB'],
        formats: ['video/mp4'],
      },
      ['imagesInTitle', 'covidInTitle', 'licenceStated', 'sizeStated', 'imageFiles'],
    ],
    [
      'Lung lesions of patients',
      { descriptions: [{ description: 'CT of COVID-19', descriptionType: 'Abstract' }] },
      ['imagesInWords'],
    ],
    ['COVID-19 metadata', { sizes: ['20 kB'] }, ['covidInTitle', 'metadataOnly', 'small']],
    ['Additional file 1 of COVID-19 CT scores', {}, ['imagesInTitle', 'covidInTitle', 'supplement']],
    ['S1 Table. COVID-19 CT', {}, ['imagesInTitle', 'covidInTitle', 'supplement']],
    ['Figure 3 from: CT of COVID-19', {}, ['imagesInTitle', 'covidInTitle', 'supplement']],
    [
      'COVID-19 CT, slices',
      related('IsPartOf', '10.5281/zenodo.1'),
      ['imagesInTitle', 'covidInTitle', 'part'],
    ],
    [
      'COVID-19 CT',
      related('IsPartOf', 'https://zenodo.org/communities/covid-19', 'URL'),
      ['imagesInTitle', 'covidInTitle'],
    ],
  ])('of %s', (title, more, signs) => {
    expect(ranked(one(title, more)).signs).toEqual(signs)
  })

  it('takes a file of a paper for a supplement by its DOI', () => {
    const file = one('COVID-19 CT scores', {}, '10.1371/journal.pone.0999999.s003')
    expect(ranked(file).signs).toContain('supplement')
  })

  it('puts the best first, and leaves out what is hardly worth a look', () => {
    const order = worthOffering(
      [
        one('COVID-19 metadata', {}, '10.1/metadata'),
        one('Lung lesions', { descriptions: [{ description: 'COVID-19, CT' }] }, '10.1/words'),
        one('CT of lungs', { subjects: [{ subject: 'COVID-19' }] }, '10.1/title'),
        one('S2 Fig. CT in COVID-19', {}, '10.1/figure'),
        one('CT of COVID-19', {}, '10.1/both'),
      ],
      new Set(),
    )
    expect(order.map(({ dataSet }) => dataSet.name)).toEqual(['CT of COVID-19', 'CT of lungs'])
  })

  it('leaves out what is known by any of its addresses, and offers one version of several', () => {
    const version = (number: number, day: string) =>
      one(
        'COVID-19 CT',
        { ...related('IsVersionOf', '10.5281/zenodo.100'), updated: day },
        `10.5281/zenodo.${number}`,
      )
    const versions = [version(101, '2026-11-20'), version(103, '2026-11-23'), version(102, '2026-11-22')]
    expect(worthOffering(versions, new Set()).map(({ dataSet }) => dataSet.url)).toEqual([
      'https://doi.org/10.5281/zenodo.103',
    ])
    for (const known of ['doi:10.5281/zenodo.100', 'doi:10.5281/zenodo.103'])
      expect(worthOffering([version(103, '2026-11-23')], new Set([known]))).toEqual([])
  })
})

describe('COVID-19', () => {
  it.each([
    'COVID19',
    'covid-ct',
    'SARS-CoV-2',
    'SARS CoV2',
    '2019-nCoV',
    'Novel coronavirus',
    'Covíd',
  ])('is meant by %s', (text) => expect(speaksOfCovid(text)).toBe(true))
  it.each(['SARS', 'MERS-CoV', 'corona of the sun', '', undefined])('is not meant by %s', (text) =>
    expect(speaksOfCovid(text)).toBe(false))
})
