import { describe, expect, it } from 'vitest'
import { downloadLine } from '../../../../schema/record/values/addresses/download-line.ts'

describe('the line to type for a download', () => {
  it.each([
    ['https://github.com/UCSD-AI4H/COVID-CT', 'git clone https://github.com/UCSD-AI4H/COVID-CT'],
    ['https://github.com/o/r.git', 'git clone https://github.com/o/r'],
    ['https://github.com/o/r/tree/main/Some%20folder', 'git clone https://github.com/o/r'],
    ['https://github.com/o/r/releases/tag/1.0', 'gh release download 1.0 --repo o/r'],
    ['https://gitlab.com/group/team/name', 'git clone https://gitlab.com/group/team/name'],
    ['https://www.kaggle.com/datasets/hgunraj/covidxct', 'kaggle datasets download -d hgunraj/covidxct'],
    ['https://www.kaggle.com/bachrr/covid-chest-xray', 'kaggle datasets download -d bachrr/covid-chest-xray'],
    ['https://huggingface.co/datasets/Own/Set', 'hf download Own/Set --repo-type dataset'],
    ['https://zenodo.org/record/3757476', 'zenodo_get 3757476'],
    ['https://zenodo.org/records/3757476', 'zenodo_get 3757476'],
    ['https://doi.org/10.5281/zenodo.4633999', 'zenodo_get 4633999'],
    [
      'https://physionet.org/content/a-set/1.0.0/',
      'wget -r -N -c -np https://physionet.org/files/a-set/1.0.0/',
    ],
    [
      'https://openneuro.org/datasets/ds005364/versions/1.0.0',
      'aws s3 sync --no-sign-request s3://openneuro.org/ds005364 ds005364',
    ],
  ])('of %s is %s', (url, line) => {
    expect(downloadLine(url)?.line).toBe(line)
  })

  it.each([
    'https://data.midrc.org',
    'https://github.com/topics/covid',
    'https://github.com/one-owner',
    'https://github.com/o/r/issues',
    'https://www.kaggle.com/competitions/siim-covid19-detection',
    'https://www.kaggle.com/c/siim-covid19-detection',
    'https://www.kaggle.com/datasets/somebody',
    'https://evil.example/github.com/o/r',
  ])('of %s is not known', (url) => {
    expect(downloadLine(url)).toBeUndefined()
  })

  it.each([
    '; rm -rf ~',
    '$(reboot)',
    '`reboot`',
    ' --upload-pack=x',
    '\nreboot',
    "'",
    '"',
    '|sh',
    '&sh',
    '>x',
    '*',
  ])('has nothing in it that a shell reads: %j', (sign) => {
    for (const url of [
      `https://github.com/o/r${sign}`,
      `https://github.com/o${sign}/r`,
      `https://github.com/o/r/tree/${sign}`,
      `https://github.com/o/r/releases/tag/${sign}`,
      `https://www.kaggle.com/datasets/o/r${sign}`,
      `https://huggingface.co/datasets/o/r${sign}`,
      `https://zenodo.org/records/1${sign}`,
      `https://physionet.org/content/a/1${sign}`,
      `https://openneuro.org/datasets/ds1/${sign}`,
    ])
      expect(downloadLine(url)?.line ?? '').toMatch(/^[\w ./:-]*$/)
  })

  it('has no name that a program takes for an option', () => {
    expect(downloadLine('https://github.com/o/r/releases/tag/-x')).toBeUndefined()
    expect(downloadLine('https://www.kaggle.com/datasets/-d/x')).toBeUndefined()
  })
})
