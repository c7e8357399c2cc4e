import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { completeRecord } from '../../../../schema/record/stored-record.ts'
import { citedWorks, dataSetWork, releaseWorks, SURVEY } from '../../../../schema/record/works/cited-works.ts'
import { oaiDc } from '../../../../worker/formats/feeds/oai-dc.ts'
import { xmlDocument } from '../../../../worker/formats/feeds/xml.ts'
import { EXPORT_FORMATS, RECORD_FORMS } from '../../../../worker/formats/index.ts'
import {
  bibtexList,
  bibtexRecord,
  cslList,
  cslRecord,
  risList,
  risRecord,
} from '../../../../worker/formats/references/bibliography.ts'
import { CITATION_FORMATS } from '../../../../worker/formats/references/citations.ts'
import { RELEASE_3 } from '../../../support/release-files.ts'
import { FULL } from '../full-record.ts'
import { BASE, CATALOGUE, written } from '../records.ts'
import { printed } from './processor.ts'
import { readList, readRecords, reference } from './read-back.ts'

const LATEST = RELEASE_3.items.map(completeRecord)
const latest = (slug: string): Resource => {
  const resource = LATEST.find((item) => item.slug === slug)
  if (resource === undefined) throw new Error(`The release has no ${slug}.`)
  return resource
}

const readers = [
  ['biblatex', (resource: Resource) => readList(bibtexRecord(resource, CATALOGUE), '@biblatex/text')],
  ['RIS', (resource: Resource) => readList(risRecord(resource, CATALOGUE), '@ris/file')],
  ['CSL-JSON', (resource: Resource) => readList(cslRecord(resource, CATALOGUE))],
] as const

describe('a data set that is cited for itself', () => {
  it.each([
    // DOI in the record; a paper beside it.
    ['bimcv-covid19-plus', { DOI: '10.21227/f3q6-0986', publisher: 'IEEE DataPort' }],
    ['rsna-ricord', { DOI: '10.7937/VTW4-X588', publisher: 'The Cancer Imaging Archive' }],
    // Without a paper.
    ['tcia-covid-19-ar', { DOI: '10.7937/tcia.2020.py71-5978', publisher: 'The Cancer Imaging Archive' }],
    ['stony-brook-ralo', { DOI: '10.5281/zenodo.4633999', publisher: 'Zenodo' }],
    // The DOI that its address stands for, and the version.
    ['augmented-covid-19-x-ray', { DOI: '10.17632/2fxz4px6d8.4', version: '4', publisher: 'Mendeley Data' }],
    ['covidgr', { version: '1.0', publisher: 'GitHub' }],
    ['covid-ctset', { license: 'CC-BY-NC-4.0', publisher: 'GitHub' }],
    ['stoic2021', { license: 'CC-BY-NC-4.0', publisher: 'Grand Challenge' }],
    ['siim-fisabio-rsna-covid-19', { publisher: 'Kaggle' }],
    // Authors and year of the reference that is the data set.
    [
      'tcia-covid-19-ny-sbu',
      {
        DOI: '10.7937/TCIA.BBAG-2923',
        license: 'CC-BY-4.0',
        issued: { 'date-parts': [[2021]] },
        publisher: 'The Cancer Imaging Archive',
      },
    ],
  ])('%s has what is known of it', (slug, known) => {
    const resource = latest(slug)
    expect(dataSetWork(resource)).toMatchObject({ id: slug, type: 'dataset', URL: resource.url, ...known })
  })

  it.each(readers)('is the first of its works to a reader of %s, with DOI and address', (_, read) => {
    for (const resource of LATEST) {
      const [work, ...others] = citedWorks(resource)
      const [back, ...more] = read(resource)
      expect(back).toMatchObject({ type: 'dataset', title: work.title, URL: resource.url })
      expect([back?.DOI, back?.publisher, back?.version]).toEqual([work.DOI, work.publisher, work.version])
      expect(more.map(({ title }) => title)).toEqual(others.map(({ title }) => title))
    }
  })

  it('has its licence wherever the format has a place for it', () => {
    const { bibtex, ris, csl } = CITATION_FORMATS
    for (const license of ['CC-BY-NC-4.0', 'Research only, on request']) {
      const work = { ...reference({}), license }
      expect(bibtex(work)).toContain(`copyright = {${license}}`)
      expect(ris(work)).toContain(`N1  - Licence: ${license}\r\n`)
      expect(JSON.parse(csl(work))).toMatchObject({ note: `Licence: ${license}` })
      expect(JSON.parse(csl(work))).not.toHaveProperty('license')
    }
  })

  it('has the year, the version at its address and the description that its record states', () => {
    expect(dataSetWork({ ...FULL, references: [] })).toMatchObject({
      issued: { 'date-parts': [[2020]] },
      version: '2',
      abstract: FULL.description,
    })
    const { bibtex, ris, csl } = CITATION_FORMATS
    const work = { ...reference({}), abstract: 'CT & masks' }
    expect(bibtex(work)).toContain('abstract = {CT \\& masks}')
    expect(ris(work)).toContain('AB  - CT & masks\r\n')
    expect(JSON.parse(csl(work))).toMatchObject({ abstract: 'CT & masks' })
  })

  it.each([
    [{ URL: 'https://doi.org/10.1234/In.Address' }, '10.1234/in.address'],
    [{ URL: 'https://zenodo.org/records/5000001/files/scans.zip' }, '10.5281/zenodo.5000001'],
    [{ URL: 'https://dx.doi.org/10.21227/w3aw-rv39', DOI: '10.1234/stated' }, '10.1234/stated'],
    [{ URL: 'https://lungs.example/about' }, undefined],
  ])('has the DOI that the reference to it states, or has in its address: %o', (known, DOI) => {
    const own = reference({ type: 'dataset', title: FULL.name, ...known })
    expect(dataSetWork({ ...FULL, doi: null, references: [own] }).DOI).toBe(DOI)
  })

  it('has the date of the reference to it, which is the more exact one', () => {
    const own = reference({ type: 'dataset', title: FULL.name, issued: { 'date-parts': [[2020, 5, 12]] } })
    expect(dataSetWork({ ...FULL, references: [own] }).issued).toEqual(own.issued)
  })

  it('is the reference to its former address, without the date on which that was read', () => {
    const own = reference({
      URL: 'https://old.example/data',
      author: [{ family: 'Ai' }],
      accessed: { 'date-parts': [[2020, 4, 7]] },
    })
    const works = citedWorks({ ...FULL, references: [own] })
    expect(works).toHaveLength(1)
    expect(works[0]).toMatchObject({ author: [{ family: 'Ai' }], URL: FULL.url })
    expect(works[0]).not.toHaveProperty('accessed')
  })

  it('is no paper of its name, and no page elsewhere', () => {
    const paper = reference({ type: 'article', title: FULL.name })
    const elsewhere = reference({
      id: 'other',
      type: 'webpage',
      title: FULL.name,
      URL: 'https://else.example/',
    })
    expect(citedWorks({ ...FULL, references: [paper, elsewhere] })).toHaveLength(3)
  })
})

describe('authors whom a reference does not name', () => {
  const shortened = LATEST.flatMap(({ references }) =>
    references.filter(({ author = [] }) =>
      author.some((name) => 'literal' in name && name.literal === 'others'),
    ),
  )

  it('are left out of 14 references of the latest release', () => {
    expect(shortened).toHaveLength(14)
  })

  it('are nobody called "others" in any format', () => {
    const texts = [
      ...Object.entries(EXPORT_FORMATS).flatMap(([suffix, { format }]) =>
        // The tables have the record as it is.
        ['json', 'ndjson'].includes(suffix) ? [] : [written(format, LATEST)],
      ),
      ...LATEST.flatMap((resource) => [
        ...Object.values(RECORD_FORMS).map(({ format }) => format(resource, CATALOGUE)),
        xmlDocument(oaiDc(resource, CATALOGUE)),
      ]),
      ...shortened.map(CITATION_FORMATS.apa),
    ]
    for (const text of texts) {
      const without = text.replaceAll(/ and others(?=\}|\\?",)/g, '')
      expect(without).not.toMatch(/"others"|AU {2}- others|\{others\}|, others\b|>others</)
    }
  })

  it.each([
    [{ literal: 'others' }],
    [{ literal: 'Others' }],
    [{ literal: 'et al.' }],
    [{ literal: 'and others' }],
    [{ literal: '& others' }],
    [{ family: 'others' }],
    [{ literal: 'et alii' }],
    [{ literal: 'et  al' }],
    [{ literal: '[et al.]' }],
    [{ literal: 'and 23 others' }],
    [{ literal: '+ 5 more' }],
    [{ literal: 'and 7 more authors' }],
    [{ literal: 'and colleagues' }],
    [{ literal: 'u. a.' }],
    [{ literal: 'und andere' }],
    [{ literal: '…' }],
    [{ literal: 'Other Solutions Ltd' }, false],
    [{ literal: 'More' }, false],
    [{ family: 'Otherson' }, false],
    [{ family: 'al.', given: 'et' }, false],
  ])('%o', (name, isFurther = true) => {
    const work = reference({ author: [{ family: 'Ai', given: 'T.' }, name] })
    const { bibtex, ris, apa, csl } = CITATION_FORMATS
    expect(bibtex(work).includes('Ai, T. and others}')).toBe(isFurther)
    expect(apa(work).startsWith('Ai, T., et al.')).toBe(isFurther)
    expect(JSON.parse(csl(work)).author).toHaveLength(isFurther ? 1 : 2)
    expect(ris(work).match(/^AU/gm)).toHaveLength(isFurther ? 1 : 2)
  })

  it('are all where a reference names nobody', () => {
    const work = reference({ author: [{ literal: 'others' }] })
    for (const format of Object.values(CITATION_FORMATS))
      expect(format(work)).not.toMatch(/author|AU {2}-|others|et al/)
  })
})

describe('a release', () => {
  const release = { ...RELEASE_3.release, throughSequence: 46 }
  const works = releaseWorks(release, BASE)

  it.each([
    ['biblatex', () => readList(bibtexList(works), '@biblatex/text')],
    ['RIS', () => readList(risList(works), '@ris/file')],
    ['CSL-JSON', () => readList(cslList(works))],
  ] as const)('is a data set with an address, and the survey comes after it, to a reader of %s', (_, read) => {
    const [own, survey, ...more] = read()
    expect(more).toEqual([])
    expect(own).toMatchObject({
      type: 'dataset',
      title: release.title,
      URL: BASE,
      version: '3.0',
      issued: { 'date-parts': [[2026, 11, 23]] },
    })
    expect(JSON.stringify(own?.author)).toContain('COVID-19 Imaging Registry')
    expect(survey).toMatchObject({ title: SURVEY.title, issued: { 'date-parts': [[2020]] } })
    expect(survey?.author?.map(({ family }) => family)).toEqual(['Kalkreuth', 'Kaufmann'])
  })

  it('has a short key that stays', () => {
    expect(readRecords(bibtexList(works)).map(({ label }) => label)).toEqual([
      'covid-imaging-registry-3.0',
      'kalkreuth2020covid',
    ])
  })

  it('has no address where none is known', () => {
    expect(releaseWorks(release, '')[0]).not.toHaveProperty('URL')
  })
})

describe('the keys of the latest release', () => {
  it('are unique, in ASCII, and of at most 40 characters', () => {
    const keys = readRecords(written(EXPORT_FORMATS.bib.format, LATEST)).map(({ label }) => String(label))
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key).toMatch(/^[a-z0-9][a-z0-9.-]{0,40}$/)
    expect(keys).toEqual(
      expect.arrayContaining(LATEST.map(({ slug }) => slug).filter(({ length }) => length <= 40)),
    )
  })
})

describe('a citation processor prints', () => {
  it.each([
    [
      'tcia-covid-19-ar',
      'University of Arkansas for Medical Sciences, hosted by TCIA. (n.d.). COVID-19-AR (rural Arkansas) [Dataset]. The Cancer Imaging Archive. https://doi.org/10.7937/tcia.2020.py71-5978',
    ],
    ['rsna-ricord', 'https://doi.org/10.7937/VTW4-X588'],
    ['covidgr', '(Version 1.0)'],
  ])(
    '%s',
    (slug, text) => {
      expect(printed(cslRecord(latest(slug), CATALOGUE))).toContain(text)
    },
    120_000,
  )

  it('a release and the survey', () => {
    const text = printed(cslList(releaseWorks({ ...RELEASE_3.release }, BASE)))
    expect(text).toContain('COVID-19 Imaging Registry. (2026). ')
    expect(text).toContain('Kalkreuth, R., & Kaufmann, P. (2020). ')
    expect(text).toContain(BASE)
  })
})
