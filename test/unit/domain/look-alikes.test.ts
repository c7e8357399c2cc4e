import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessText } from '../../../schema/likeness.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import latest from '../../../schema/survey/4.0.json' with { type: 'json' }
import { comparedNames, lookAlikes } from '../../../worker/domain/intake/look-alikes.ts'

const ofSurvey = comparedNames(survey.items)

/** What the survey's resources are to a candidate: name and reason, best first. */
const found = (name: string, url = 'https://new.example.org/') =>
  lookAlikes({ name, url }, ofSurvey, 5).map(({ listed, signs }) => `${listed.name}: ${likenessText(signs)}`)

describe('a name that looks like one of the survey', () => {
  it.each([
    ['covid-19 pocus ultrasound dataset', 'COVID-19 Pocus Ultrasound Dataset: same name'],
    ['COVID19 POCUS Ultra-sound Data Set', 'COVID-19 Pocus Ultrasound Dataset: same name'],
    ['Imaging Database BSTI, COVID-19', 'COVID-19 BSTI Imaging Database: same words in another order'],
    ['Pocus Ultrasound', 'COVID-19 Pocus Ultrasound Dataset: nearly the same name'],
    ['The COVID-19 Pokus Ultrasuond images', 'COVID-19 Pocus Ultrasound Dataset: nearly the same name'],
    ['COVID-CT-Dataset', 'COVID-CT: nearly the same name'],
    ['Lung videos, POCUS', 'COVID-19 Pocus Ultrasound Dataset: shares “pocus”'],
    ['Radiopedia cases', 'radiopaedia.org: shares “radiopaedia”'],
    [
      'Open source initiative of lungs',
      'COVID-Net Open Source Initiative: shares “open”, “source” and “initiative”',
    ],
  ])('%s is found', (name, alike) => {
    expect(found(name)).toEqual([alike])
  })

  it.each([
    'COVID-19 Dataset',
    'Lung ultrasound',
    'CT scans of 2020',
    'MIDRC',
    'brain-mr.org',
    '',
    '?!',
    '🫁',
  ])('is not %j', (name) => {
    expect(found(name)).toEqual([])
  })

  it('is found beside others, best first, as many as asked for', () => {
    const alike = ['COVID-19 Chest X-Ray: same name', 'COVID-19 Chest X-Ray Database: nearly the same name']
    expect(found('Covid 19: chest x-ray')).toEqual(alike)
    const name = 'COVID-19 chest x-ray'
    expect(lookAlikes({ name, url: '' }, ofSurvey, 1)).toHaveLength(1)
  })

  it('is found by a DOI that both have, whatever their names', () => {
    const candidate = { name: 'Northern set', url: 'https://a.org/1', identifiers: ['doi:10.1234/a'] }
    const listed = [
      { name: 'Of the south', url: 'https://b.org/2', identifiers: ['doi:10.1234/b'] },
      { name: 'From elsewhere', url: 'https://c.org/3', identifiers: ['arxiv:2003.1', 'doi:10.1234/a'] },
      { name: 'Without any', url: 'https://d.org/4' },
    ]
    expect(lookAlikes(candidate, comparedNames(listed), 5)).toEqual([
      { listed: listed[1], signs: [{ kind: 'sameDoi' }] },
    ])
    expect(likenessText([{ kind: 'sameDoi' }])).toBe('same DOI')
  })

  it('is no sign where many names have it', () => {
    const listed = Array.from({ length: 20 }, (_, i) => ({
      name: `Lung atlas ${'abcdefghijklmnopqrst'[i]}x`,
      url: '',
    }))
    expect(lookAlikes({ name: 'Atlas of Lyon', url: '' }, comparedNames(listed), 5)).toEqual([])
    const few = comparedNames(listed.slice(0, 3))
    expect(lookAlikes({ name: 'Atlas of Lyon', url: '' }, few, 5)).toHaveLength(3)
  })
})

describe('among many names that are alike', () => {
  const nearly = [
    'COVID-CT Segmentation desk',
    'COVID-CT Segmentation phone',
    'COVID-CT Segmentation tablet',
    'Lung CT Segmentation',
    'COVID-CT Segmentation laptop',
    'Atlas of Lyon',
  ].map((name) => ({ name, url: '' }))
  const others = (name: string) =>
    lookAlikes({ name, url: '' }, comparedNames(nearly), 9, (one) => one.name === name).map(
      ({ listed }) => listed.name,
    )

  it.each(nearly.slice(0, 5).map(({ name }) => name))('%s finds all the others', (name) => {
    const rest = nearly.slice(0, 5).flatMap((one) => (one.name === name ? [] : one.name))
    expect(others(name).toSorted()).toEqual(rest.toSorted())
  })

  it('a name that shares nothing finds none', () => {
    expect(others('Atlas of Lyon')).toEqual([])
  })

  it.each([
    ['COVID-CT 2', 'COVID-CT: nearly the same name'],
    ['COVIDx CT-3', 'COVIDx CT: nearly the same name'],
    ['MosMed', 'MosMedData: COVID19_1110: shares “mosmeddata”'],
    ['RALO2', 'Stony Brook RALO (Radiographic Assessment of Lung Opacity): shares “ralo”'],
    ['LUS-COVID Segmentation', 'COVID-19 CT Segmentation Dataset: shares “segmentation”'],
  ])('%s finds the nearest one first', (name, first) => {
    const [found] = lookAlikes({ name, url: '' }, comparedNames(latest.items), 5)
    expect(found && `${found.listed.name}: ${likenessText(found.signs)}`).toBe(first)
  })

  it('names of different data types are not similar, however many letters they share', () => {
    const listed = Array.from({ length: 5 }, (_, i) => ({ name: `CT segmentation ${'abcde'[i]}`, url: '' }))
    expect(lookAlikes({ name: 'Ultrasound segmentation', url: '' }, comparedNames(listed), 5)).toEqual([])
    expect(lookAlikes({ name: 'CT segmentation', url: '' }, comparedNames(listed), 5)).toHaveLength(5)
  })
})

describe('an address near a listed one', () => {
  it.each([
    [
      'https://github.com/JannisBorn/other.git',
      'COVID-19 Pocus Ultrasound Dataset: same account on github.com',
    ],
    ['https://jannisborn.github.io/lung', 'COVID-19 Pocus Ultrasound Dataset: same account on github.com'],
    ['https://kaggle.com/datasets/bachrr/other', 'COVID-19 Chest X-Ray: same account on kaggle.com'],
    ['http://sirm.org/category/x', 'SIRM COVID-19 Database: same section on sirm.org'],
  ])('%s is found', (url, alike) => {
    expect(found('MIDRC', url)).toEqual([alike])
  })

  it.each([
    'https://github.com/someone/jannisborn',
    'https://gitlab.com/jannisborn/covid19-pocus-ultrasound',
    'https://data.mendeley.com/datasets/abc/1',
    'https://www.kaggle.com/datasets',
    '10.1016/j.media.2021.102225',
    'no address',
  ])('is not %s', (url) => {
    expect(found('MIDRC', url)).toEqual([])
  })

  it('is a weaker sign than a name, and adds to it', () => {
    expect(found('Segmentation masks', 'https://www.kaggle.com/bachrr/masks')).toEqual([
      'COVID-19 CT Segmentation Dataset: shares “segmentation”',
      'COVID-19 Chest X-Ray: same account on kaggle.com',
    ])
    expect(found('COVID-CT 2', 'https://github.com/UCSD-AI4H/COVID-CT-2')).toEqual([
      'COVID-CT: nearly the same name, same account on github.com',
    ])
    expect(found('COVID CT', 'https://github.com/UCSD-AI4H/COVID-CT/tree/master')).toEqual([
      'COVID-CT: same name, same account on github.com',
    ])
  })
})

describe('look-alikes', () => {
  it('of any names are at most as many as asked for, and of any name itself is the first', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    const named = fc.record({ name: text, url: fc.oneof(text, fc.webUrl()) })
    fc.assert(
      fc.property(named, fc.array(named, { maxLength: 20 }), fc.nat(5), (candidate, listed, most) => {
        expect(lookAlikes(candidate, comparedNames(listed), most).length).toBeLessThanOrEqual(most)
        const [first] = lookAlikes(candidate, comparedNames([...listed, candidate]), 1)
        if (/[a-z]/.test(candidate.name)) expect(first?.signs).toContainEqual({ kind: 'sameName' })
      }),
    )
  })
})

it('are found among four thousand long names in the time that reading these four times takes', () => {
  const words =
    'chest lung ct xray covid atlas images data hospital masks sonograms patients university archive'
  const many = Array.from({ length: 4000 }, (_, i) => ({
    name: words
      .split(' ')
      .map((word, j) => `${word}${((i >> (j % 8)) + j) % 7}`)
      .join(' '),
    url: `https://site-${i}.org/`,
  }))
  /** The quickest of some: a busy machine makes others slower. */
  const timeOf = (doing: (n: number) => void) =>
    Math.min(
      ...Array.from({ length: 7 }, (_, n) => {
        const start = performance.now()
        doing(n)
        return performance.now() - start
      }),
    )
  const compared = comparedNames(many)
  const reading = timeOf(() => comparedNames(many))
  const finding = timeOf((n) => {
    const candidate = { name: `${many[n]?.name} new`, url: 'https://new.org/' }
    expect(lookAlikes(candidate, compared, 5)).toHaveLength(5)
  })
  expect(finding).toBeLessThan(4 * reading)
})
