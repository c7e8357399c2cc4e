import { describe, expect, it } from 'vitest'
import { citeKey } from '../../../../worker/formats/references/cite-key.ts'
import { unusedNames } from '../../../../worker/formats/references/unused-names.ts'
import { REFERENCES } from '../records.ts'
import { reference } from './read-back.ts'

const issued = { 'date-parts': [[2020]] }

describe('a cite key', () => {
  it('is family name, year and first word of the title', () => {
    const author = [{ family: 'Cohen', given: 'J. P.' }]
    expect(citeKey(reference({ author, issued, title: 'The COVID-19 Image Data' }))).toBe('cohen2020covid')
  })

  it('is in ASCII whatever the name', () => {
    const author = [{ family: 'de la Brändle', given: 'G.' }]
    expect(citeKey(reference({ author, issued, title: '"Étude" 1' }))).toBe('delabrandle2020etude')
  })

  it('ends in the number where author or year are missing, else in the id', () => {
    expect(citeKey(reference({ title: 'COVID-CT', 'citation-number': 21 }))).toBe('covid-21')
    expect(citeKey(reference({ title: 'COVID-CT', id: 'Submitted 7' }))).toBe('covid-submitted-7')
  })

  it('is a word even where nothing can be spelt in ASCII', () => {
    expect(citeKey(reference({ author: [{ literal: '武漢' }], issued, title: '新冠', id: 'wuhan-1' }))).toBe(
      '2020-wuhan-1',
    )
    expect(citeKey(reference({ title: '新冠', id: '武漢' }))).toBe('reference')
  })

  it.each([
    [
      'Public COVID-19 medical imaging data, a living registry',
      'A registry',
      'publiccovid19medical2026registry',
    ],
    [
      'Società Italiana di Radiologia Medica e Interventistica and all of its many sections',
      'COVID-19 database',
      'societaitalianadi2026covid',
    ],
    ['x'.repeat(90), 'y'.repeat(90), `${'x'.repeat(20)}2026${'y'.repeat(16)}`],
  ])('is short however long a name is: %s', (literal, title, key) => {
    const date = { 'date-parts': [[2026]] }
    expect(citeKey(reference({ author: [{ literal }], issued: date, title }))).toBe(key)
  })

  it('that is another only where it is cut stays unique in its list', () => {
    const unused = unusedNames()
    const keys = ['clinic one', 'clinic two'].map((end) =>
      unused(citeKey(reference({ author: [{ literal: `${'x'.repeat(24)} ${end}` }], issued, title: 'T' }))),
    )
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['cord-19', 'cord-19'],
    ['covid-imaging-registry-3.0', 'covid-imaging-registry-3.0'],
  ])('of its own is kept: %s', (key, written) => {
    expect(citeKey({ ...reference({}), key })).toBe(written)
  })

  it('of its own is cut where it is long, and stays another than one that begins alike', () => {
    const keys = ['one', 'two'].map((end) =>
      citeKey({ ...reference({}), key: `${'lungs-'.repeat(9)}${end}` }),
    )
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^lungs-[a-z0-9-]{1,34}$/)
  })

  it("tells the survey's references apart", () => {
    expect(new Set(REFERENCES.map(citeKey)).size).toBe(22)
  })
})
