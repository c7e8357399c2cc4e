import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LENGTHS } from '../../../schema/contract.ts'
import { description, keywords, techniques } from '../../../worker/formats/description.ts'
import { anyResource } from './arbitrary-resource.ts'
import { RESOURCES, surveyResource } from './records.ts'

describe('the description of a resource', () => {
  it('says what it has, what it has not, and what is unknown', () => {
    expect(description(surveyResource('coronacases'))).toBe(
      'Public COVID-19 medical imaging data: coronacases.org, from Radiology Artificial Intelligence. ' +
        'It has CT, Metadata and Case review. It does not have X-Ray or MRT. Whether it has Ultrasound is unknown.',
    )
  })

  it('says nothing of what there is none of', () => {
    expect(description(surveyResource('covid-net-covidx'))).not.toContain('unknown')
    expect(description(surveyResource('radiopaedia'))).not.toContain('does not have')
  })

  it('is of a length that search engines take', () => {
    const longest = { name: 'n'.repeat(LENGTHS.name), organization: 'o'.repeat(LENGTHS.organization) }
    const [resource] = RESOURCES
    expect(resource && description({ ...resource, ...longest }).length).toBeLessThanOrEqual(5000)
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
