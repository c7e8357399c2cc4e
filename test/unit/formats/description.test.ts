import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { COUNTRIES } from '../../../schema/record/values/countries.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { ANNOTATIONS, COUNTED } from '../../../schema/vocabulary.ts'
import { description, keywords, techniques } from '../../../worker/formats/description.ts'
import { croissant } from '../../../worker/formats/linked-data/croissant.ts'
import { FULL } from './full-record.ts'
import { CATALOGUE, RESOURCES, surveyResource } from './records.ts'
import { anyResource } from './references/arbitrary-resource.ts'

describe('the description of a resource', () => {
  it('says what it has, what it has not, and what is unknown', () => {
    expect(description(surveyResource('coronacases'))).toBe(
      'Public COVID-19 medical imaging data: coronacases.org, from Radiology Artificial Intelligence. ' +
        'It has CT, Metadata and Case review. It does not have X-ray or MRI. Whether it has Ultrasound is unknown.',
    )
  })

  it('says nothing of what there is none of', () => {
    expect(description(surveyResource('covid-net-covidx'))).not.toContain('unknown')
    expect(description(surveyResource('radiopaedia'))).not.toContain('does not have')
  })

  it('says what else is known, a sentence each', () => {
    expect(description(FULL)).toContain('Institute. CT & X-rays of <lungs>, with masks. It has CT')
    const [, facts] = description(FULL).split(' or Case review. ')
    expect(facts).toBe(
      'Annotations: class labels, lesion masks. Patients from: Spain, Germany. ' +
        'Size: 1,252 images, 349 of them COVID-19 · 1 patient (as of October 2020): “1,252 slices <CT>”. ' +
        'Download: 18.7\u00a0GB. Licence, as claimed: CC BY-NC 4.0. ' +
        'Use: commercial use: no, redistribution: yes, changed copies: on conditions; ' +
        '“Changed copies must be under the "same" licence”. Access: open to everyone. ' +
        'Caution: Split it by patient, not by <slice>. Caution: Not for diagnosis.',
    )
  })

  it('is of a length that search engines take', () => {
    const most = 1_000_000_000
    const longest: Partial<Resource> = {
      name: 'n'.repeat(LENGTHS.name),
      organization: 'o'.repeat(LENGTHS.organization),
      description: 'd'.repeat(LENGTHS.description),
      license: 'l'.repeat(LENGTHS.license),
      use: {
        ...{ commercial: 'conditional', redistribution: 'conditional', modification: 'conditional' },
        note: 'n'.repeat(LENGTHS.useNote),
      },
      annotations: [...ANNOTATIONS],
      countries: COUNTRIES.slice(0, 12),
      downloadBytes: Number.MAX_SAFE_INTEGER,
      access: 'build_it_yourself',
      counts: {
        ...Object.fromEntries(COUNTED.map((key) => [key, most])),
        text: 'c'.repeat(LENGTHS.countsText),
        asOf: '2020-10-07',
      },
      cautions: Array.from({ length: LENGTHS.cautions }, () => 'c'.repeat(LENGTHS.caution)),
    }
    for (const resource of RESOURCES) {
      const given = { ...resource, ...longest }
      expect(description(given).length).toBeLessThanOrEqual(5000)
      expect(JSON.parse(croissant(given, CATALOGUE)).description.length).toBeLessThanOrEqual(5000)
    }
    fc.assert(
      fc.property(anyResource, (given) => {
        expect(description({ ...given, name: 'x', organization: 'y' }).length).toBeGreaterThanOrEqual(50)
      }),
    )
  })
})

describe('what a resource is found by', () => {
  it('is what it is about and what it has', () => {
    expect(keywords(surveyResource('coronacases'))).toEqual([
      'COVID-19',
      'medical imaging',
      'CT',
      'Metadata',
      'Case review',
    ])
  })

  it('is how its images were made, where it has any', () => {
    expect(techniques(surveyResource('cord-19'))).toEqual(['computed tomography', 'radiography'])
    expect(techniques(surveyResource('covid-19-pocus-ultrasound'))).toEqual(['ultrasonography'])
  })
})
