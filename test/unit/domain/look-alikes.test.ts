import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessText } from '../../../schema/likeness.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import { lookAlikes } from '../../../worker/domain/intake/look-alikes.ts'

/** What the survey's resources are to a candidate: name and reason, best first. */
const found = (name: string, url = 'https://new.example.org/') =>
  lookAlikes({ name, url }, survey.items, 5).map(
    ({ listed, signs }) => `${listed.name}: ${likenessText(signs)}`,
  )

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
    expect(lookAlikes({ name, url: '' }, survey.items, 1)).toHaveLength(1)
  })

  it('is found by a DOI that both have, whatever their names', () => {
    const candidate = { name: 'Northern set', url: 'https://a.org/1', identifiers: ['doi:10.1234/a'] }
    const listed = [
      { name: 'Of the south', url: 'https://b.org/2', identifiers: ['doi:10.1234/b'] },
      { name: 'From elsewhere', url: 'https://c.org/3', identifiers: ['arxiv:2003.1', 'doi:10.1234/a'] },
      { name: 'Without any', url: 'https://d.org/4' },
    ]
    expect(lookAlikes(candidate, listed, 5)).toEqual([{ listed: listed[1], signs: [{ kind: 'sameDoi' }] }])
    expect(likenessText([{ kind: 'sameDoi' }])).toBe('same DOI')
  })

  it('is no sign where many names have it', () => {
    const listed = Array.from({ length: 20 }, (_, i) => ({
      name: `Lung atlas ${'abcdefghijklmnopqrst'[i]}x`,
      url: '',
    }))
    expect(lookAlikes({ name: 'Atlas of Lyon', url: '' }, listed, 5)).toEqual([])
    expect(lookAlikes({ name: 'Atlas of Lyon', url: '' }, listed.slice(0, 3), 5)).toHaveLength(3)
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
        expect(lookAlikes(candidate, listed, most).length).toBeLessThanOrEqual(most)
        const [first] = lookAlikes(candidate, [...listed, candidate], 1)
        if (/[a-z]/.test(candidate.name)) expect(first?.signs).toContainEqual({ kind: 'sameName' })
      }),
    )
  })
})
