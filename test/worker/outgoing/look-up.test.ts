import { describe, expect, it } from 'vitest'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { lookUp } from '../../../worker/outgoing/look-up.ts'
import type { Way } from '../../outside/misbehaving.ts'
import { playedWeb } from '../../outside/played-web.ts'

async function found(typed: string, timeLimitMs = 5000) {
  const checked = checkWebAddress(typed)
  if ('problem' in checked) throw new Error(`${typed} is no address.`)
  const outside = playedWeb(10)
  return lookUp(checked.url, outside, { timeLimitMs, now: new Date('2026-11-29T10:00:00Z') })
}
const fieldsOf = async (typed: string) => (await found(typed)).fields

const DATACITE = 'https://api.datacite.org/dois/10.5281%2Fzenodo.9900001'

describe('a DOI of a data set', () => {
  it.each([
    '10.5281/zenodo.9900001',
    'https://doi.org/10.5281/zenodo.9900001',
    'zenodo.org/records/9900001',
  ])('says what DataCite knows of it, and the paper about it: %s', async (typed) => {
    const result = await found(typed)
    expect(result.fields).toEqual({
      name: 'Padua lung ultrasound and CT of COVID-19',
      organization: 'Lung Imaging Centre, Padua',
      availability: { ct: 'yes', ultrasound: 'yes', metadata: 'yes' },
      description:
        'Clips of lung ultrasound and chest CT of 212 patients with COVID-19, with metadata & outcomes.',
      license: 'Creative Commons Attribution 4.0 International',
      access: 'open',
      published: 2021,
      lastUpdated: '2022-11-02',
      fileFormats: ['DICOM', 'MP4', 'CSV'],
      downloadBytes: 18_700_000_000,
      versions: [
        {
          label: '1.2.0',
          date: '2021-03-09',
          url: 'https://doi.org/10.5281/zenodo.9900001',
          available: 'yes',
        },
      ],
      doi: '10.5281/zenodo.9900001',
      references: [
        expect.objectContaining({ type: 'article-journal', DOI: '10.1016/j.lung.2021.900001' }),
        expect.objectContaining({
          type: 'dataset',
          title: 'Padua lung ultrasound and CT of COVID-19',
          author: [
            { family: 'Ferro', given: 'Ada' },
            { family: 'Lind', given: 'Bo' },
          ],
          version: '1.2.0',
        }),
      ],
    })
    expect(result.isPaper).toBe(false)
    expect(result.evidence).toContainEqual({ field: 'license', source: DATACITE, asOf: '2026-11-29' })
    expect(result.evidence).toContainEqual({
      field: 'availability.ultrasound',
      source: DATACITE,
      asOf: '2026-11-29',
    })
    expect(result.inquiries).toEqual([
      { source: DATACITE, outcome: 'answered' },
      { source: 'https://api.crossref.org/works/10.5281%2Fzenodo.9900001', outcome: 'nothing' },
      { source: 'https://api.crossref.org/works/10.1016%2Fj.lung.2021.900001', outcome: 'answered' },
    ])
  })

  it('of another archive, whose licence is an address and whose sizes are no bytes', async () => {
    expect(await fieldsOf('https://data.mendeley.com/datasets/zz9900002/2')).toMatchObject({
      name: 'Radiographs of COVID-19 and normal lungs',
      organization: 'University of Somewhere',
      license: 'CC-BY-NC-3.0',
      availability: { xray: 'yes' },
      published: 2020,
      doi: '10.17632/zz9900002.2',
    })
    expect(await fieldsOf('10.17632/zz9900002.2')).not.toHaveProperty('downloadBytes')
  })
})

describe('a paper', () => {
  it.each([
    'arXiv:2003.99001',
    'https://doi.org/10.1016/j.lung.2021.900001',
    'https://paper.lung-lab.org/',
    'https://pubmed.ncbi.nlm.nih.gov/99000001/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC9900003/',
  ])('is no data set, and is offered as a reference: %s', async (typed) => {
    const result = await found(typed)
    expect(result).toMatchObject({ isPaper: true, evidence: [] })
    expect(Object.keys(result.fields)).toEqual(['references'])
  })
})

describe('a number of PubMed', () => {
  it('leads to what Crossref knows of the paper, once', async () => {
    const { fields, inquiries } = await found('PMID: 99000001')
    expect(fields.references).toEqual([
      expect.objectContaining({
        DOI: '10.1016/j.lung.2021.900001',
        'container-title': 'Journal of Lung Imaging',
      }),
    ])
    expect(inquiries.map(({ source }) => new URL(source).host)).toEqual([
      'eutils.ncbi.nlm.nih.gov',
      'api.crossref.org',
    ])
  })

  it('of a paper without a DOI says what PubMed does', async () => {
    expect((await fieldsOf('https://pubmed.ncbi.nlm.nih.gov/99000002')).references).toEqual([
      {
        id: expect.any(String),
        type: 'article-journal',
        title: 'A case of COVID-19 without a DOI',
        author: [{ family: 'van der Berg', given: 'A. B.' }, { literal: 'Lung Ultrasound Group' }],
        'container-title': 'Review of the lung',
        volume: '3',
        issue: '2',
        page: '7',
        issued: { 'date-parts': [[2020]] },
        URL: 'https://pubmed.ncbi.nlm.nih.gov/99000002/',
      },
    ])
  })

  it('that there is not says nothing', async () => {
    expect(await found('https://pubmed.ncbi.nlm.nih.gov/99999999/')).toMatchObject({
      isPaper: false,
      fields: {},
      inquiries: [{ outcome: 'nothing' }],
    })
  })
})

describe('a repository', () => {
  it('says what GitHub knows of it', async () => {
    const result = await found('https://github.com/Lung-Lab/covid-xray-masks/tree/main/data')
    expect(result.fields).toEqual({
      name: 'covid-xray-masks',
      url: 'https://github.com/lung-lab/covid-xray-masks',
      organization: 'lung-lab',
      availability: { xray: 'yes' },
      description: 'Chest X-rays of COVID-19 with lung masks. No CT.',
      license: 'CC-BY-4.0',
      access: 'open',
      published: 2020,
      lastUpdated: '2021-10-05',
      otherUrls: ['https://lung-lab.org/masks'],
    })
  })

  it('that was renamed and archived says both, and no licence that GitHub can not name', async () => {
    const fields = await fieldsOf('github.com/former-owner/old-name')
    expect(fields).toMatchObject({ url: 'https://github.com/lung-lab/new-name', status: 'frozen' })
    expect(fields).not.toHaveProperty('license')
  })

  it('says what Hugging Face knows of it', async () => {
    expect(await fieldsOf('https://huggingface.co/datasets/lung-lab/Covid-CT-Volumes')).toMatchObject({
      name: 'COVID CT volumes',
      organization: 'lung-lab',
      availability: { ct: 'yes' },
      license: 'CC-BY-NC-4.0',
      access: 'agreement',
      lastUpdated: '2025-02-03',
      fileFormats: ['CSV'],
      references: [expect.objectContaining({ title: 'A data set of CT about COVID-19' })],
    })
  })
})

describe('a page', () => {
  it('says what its schema.org has', async () => {
    const result = await found('https://data.lung-lab.org/sonograms')
    expect(result.fields).toEqual({
      name: 'COVID sonograms',
      organization: 'Lung Lab',
      availability: { ultrasound: 'yes' },
      description: 'Sonograms of 50 patients.',
      license: 'CC0',
      access: 'open',
      published: 2020,
      lastUpdated: '2021-02-03',
      fileFormats: ['MP4'],
      downloadBytes: 2_500_000_000,
      versions: [{ label: '3', date: '2020-06-01', url: null, available: 'unknown' }],
      aliases: ['Sono-19', 'Lung Lab sonograms'],
    })
    expect(result.evidence[0]).toEqual({
      field: 'name',
      source: 'https://data.lung-lab.org/sonograms',
      asOf: '2026-11-29',
    })
  })

  it('in Croissant leads to its DOI, whose agency is trusted more; what the page says otherwise is kept', async () => {
    const result = await found('https://croissant.lung-lab.org/')
    expect(result.fields).toMatchObject({ name: 'Padua lung ultrasound and CT of COVID-19' })
    expect(result.evidence).toContainEqual({
      field: 'name',
      value: 'X-rays for breakfast',
      source: 'https://croissant.lung-lab.org/',
      asOf: '2026-11-29',
    })
  })

  it('says what its Dublin Core or its Open Graph has', async () => {
    expect(await fieldsOf('https://dublin.lung-lab.org/')).toEqual({
      name: 'MRI of the heart after COVID-19 & more',
      organization: 'Heart Archive',
      availability: { mrt: 'yes' },
      license: 'CC BY 4.0',
      published: 2022,
    })
    expect(await fieldsOf('https://plain.lung-lab.org/')).toEqual({
      name: 'Atlas of COVID-19 radiographs',
      organization: 'Atlas Society',
      availability: { xray: 'yes' },
    })
  })
})

describe('a site that misbehaves', () => {
  const FIELDS_FOUND: { readonly [way in Way]?: object } = {
    'broken-json-ld': { name: 'Page' },
    'deep-json-ld': { name: 'Page' },
    'proto-json-ld': { name: 'Page' },
    'many-json-ld': { name: 'One of many' },
    'markup-in-texts': { name: 'Lungs', description: 'x @everyone' },
    'dates-of-no-calendar': {
      name: 'Dated',
      versions: [{ label: '0', date: null, url: null, available: 'unknown' }],
    },
    'down-to-http': { name: 'Arrived' },
    'no-type': { name: 'Untyped' },
    'binary-as-html': {},
    'zip-as-zip': {},
    'endless-body': {},
    'slow-drip': {},
    'to-metadata-service': {},
    'not-found': {},
    forbidden: {},
  }

  it.concurrent.each(Object.entries(FIELDS_FOUND))('in the way "%s" says %j', async (way, fields) => {
    const result = await found(`https://${way}.misbehaving.org/`, 1000)
    expect(result.fields).toEqual(fields)
  })

  it('says why it said nothing', async () => {
    const outcomes = await Promise.all(
      [
        'https://github.com/limited/repository',
        'https://github.com/nobody/nothing',
        'https://huggingface.co/datasets/nobody/nothing',
        'https://slow-drip.misbehaving.org/',
        'https://broken.misbehaving.org/',
        'https://gone.misbehaving.org/',
        'https://hangs-up.misbehaving.org/',
        'https://pubmed.ncbi.nlm.nih.gov/123/',
      ].map(async (address) => (await found(address, 1000)).inquiries.map(({ outcome }) => outcome)),
    )
    expect(outcomes).toEqual([
      ['refused'],
      ['nothing'],
      ['refused'],
      ['late'],
      ['failed'],
      ['nothing'],
      ['failed'],
      ['nothing'],
    ])
  })
})
