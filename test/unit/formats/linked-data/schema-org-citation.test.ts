import { describe, expect, it } from 'vitest'
import { schemaCitation } from '../../../../worker/formats/linked-data/schema-org-citation.ts'
import { reference } from '../references/read-back.ts'

describe('a citation', () => {
  it('of an article has its authors, date, journal, pages and DOI', () => {
    const item = reference({
      type: 'article-journal',
      title: 'A study',
      author: [{ family: 'Ai', given: 'Tao' }, { literal: 'A hospital' }, { literal: 'others' }],
      issued: { 'date-parts': [[2020, 4]] },
      'container-title': 'Radiology',
      volume: '12',
      issue: '3',
      page: '1-7',
      DOI: '10.1148/radiol.2020200642',
    })
    expect(JSON.parse(JSON.stringify(schemaCitation(item)))).toEqual({
      '@type': 'ScholarlyArticle',
      name: 'A study',
      author: [
        { '@type': 'Person', name: 'Tao Ai', givenName: 'Tao', familyName: 'Ai' },
        { '@type': 'Organization', name: 'A hospital' },
      ],
      datePublished: '2020-04',
      identifier: 'https://doi.org/10.1148/radiol.2020200642',
      url: 'https://doi.org/10.1148/radiol.2020200642',
      sameAs: 'https://doi.org/10.1148/radiol.2020200642',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: '3',
        isPartOf: {
          '@type': 'PublicationVolume',
          volumeNumber: '12',
          isPartOf: { '@type': 'Periodical', name: 'Radiology' },
        },
      },
      pagination: '1-7',
    })
  })

  it('has a web address that is no DOI as no identifier', () => {
    const node = schemaCitation(reference({ URL: 'https://data.example/' }))
    expect(node.url).toBe('https://data.example/')
    expect(node.identifier).toBeUndefined()
  })

  it('of a data set is no data set of ours', () => {
    expect(schemaCitation(reference({ type: 'dataset' }))['@type']).toBe('CreativeWork')
  })

  it('says nothing of what is not known', () => {
    expect(JSON.stringify(schemaCitation(reference({})))).toBe('{"@type":"CreativeWork","name":"Some data"}')
  })
})
