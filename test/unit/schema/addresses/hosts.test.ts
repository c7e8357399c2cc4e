import { describe, expect, it } from 'vitest'
import { publisherOf, SITES, versionIn } from '../../../../schema/record/values/addresses/hosts.ts'
import { dataSetWork } from '../../../../schema/record/works/cited-works.ts'
import { FIRST } from '../../formats/records.ts'

describe('the sites that are known', () => {
  it.each(['hosts', 'prefixes'] as const)('has each of the %s once', (column) => {
    const all = SITES.flatMap((site) => site[column] ?? [])
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([])
  })

  it.each([
    ['https://www.kaggle.com/datasets/owner/name', undefined, 'Kaggle'],
    ['https://covid-segmentation.grand-challenge.org/COVID-19-20/', undefined, 'Grand Challenge'],
    ['https://raw.githubusercontent.com/owner/name/main/data.csv', undefined, 'GitHub'],
    ['https://hf.co/datasets/owner/name', undefined, 'Hugging Face'],
    ['https://github.com/owner/name', '10.5281/zenodo.1234', 'Zenodo'],
    ['https://data.org/set', '10.25835/0090041', 'Research Data Repository of Leibniz University Hannover'],
    ['https://data.org/set', '10.9999/set', undefined],
    ['https://notgithub.com/owner/name', undefined, undefined],
  ])('%s with the DOI %s is published by %s', (url, doi, publisher) => {
    expect(publisherOf(doi, url)).toBe(publisher)
  })

  it.each([
    ['https://data.mendeley.com/datasets/2fxz4px6d8/4', undefined, '4'],
    ['https://github.com/ari-dasci/OD-covidgr/releases/tag/v1.0-RC', undefined, '1.0-RC'],
    ['https://github.com/owner/name/tree/main', undefined, undefined],
    ['https://physionet.org/content/covid-us/1.0.0/', undefined, '1.0.0'],
    ['https://data.org/set', '10.17632/2FXZ4PX6D8.3', '3'],
    ['https://data.org/set', '10.6084/m9.figshare.12580328.V2', '2'],
    ['https://data.org/set', '10.18112/openneuro.ds003364.v1.0.0', '1.0.0'],
    ['https://data.org/set', '10.5281/zenodo.3757476', undefined],
  ])('%s with the DOI %s is of version %s', (url, doi, version) => {
    expect(versionIn(url, doi)).toBe(version)
  })
})

it('cites the DOI that an address is, of OSF too', () => {
  const url = 'https://doi.org/10.17605/OSF.IO/NH7G8'
  expect(dataSetWork({ ...FIRST, references: [], url, doi: null })).toMatchObject({
    DOI: '10.17605/OSF.IO/NH7G8',
    publisher: 'OSF',
  })
})
