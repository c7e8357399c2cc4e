import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { description } from '../../../../worker/formats/description.ts'
import { oaiDc } from '../../../../worker/formats/feeds/oai-dc.ts'
import { xmlDocument } from '../../../../worker/formats/feeds/xml.ts'
import { CATALOGUE, FIRST } from '../records.ts'
import { anyString, xmlPart } from '../references/any-text.ts'
import { reference } from '../references/read-back.ts'
import { childOf, childrenOf, readXml } from './xml-tree.ts'

const read = (resource: Resource) => readXml(xmlDocument(oaiDc(resource, CATALOGUE)))
const statements = (resource: Resource) => read(resource).children.map(({ name, text }) => [name, text])

describe('a resource in Dublin Core', () => {
  it('says what the registry knows, and no more', () => {
    expect(statements(FIRST)).toEqual([
      ['dc:title', 'COVID-19 Image Data Collection'],
      ['dc:creator', 'Institute for Reproducible Research'],
      ['dc:creator', 'Cohen, J. P.'],
      ['dc:creator', 'Morrison, P.'],
      ['dc:creator', 'Dao, L.'],
      ['dc:subject', 'COVID-19'],
      ['dc:subject', 'medical imaging'],
      ['dc:subject', 'CT'],
      ['dc:subject', 'X-ray'],
      ['dc:subject', 'Metadata'],
      ['dc:description', description(FIRST)],
      ['dc:publisher', 'GitHub'],
      ['dc:type', 'Dataset'],
      ['dc:identifier', 'https://github.com/ieee8023/covid-chestxray-dataset'],
      ['dc:identifier', 'https://registry.example/v1/resources/covid-19-image-data-collection'],
      ['dc:relation', 'https://arxiv.org/abs/2003.11597'],
      [
        'dc:relation',
        'Cohen, J. P., Morrison, P., & Dao, L. (2020). COVID-19 Image Data Collection. arXiv:2003.11597.',
      ],
    ])
  })

  it('relates to each reference by its citation and its address: DOI, preprint or page', () => {
    const references = [
      reference({ DOI: '10.1000/a', URL: 'https://example.org/a', archive: 'arXiv', archive_location: '1' }),
      reference({ URL: 'https://example.org/b', archive: 'arXiv', archive_location: '2003.11597' }),
      reference({ URL: 'https://example.org/c', archive: 'medRxiv', archive_location: '2020.03' }),
      reference({}),
    ]
    const relations = statements({ ...FIRST, references }).filter(([name]) => name === 'dc:relation')
    const texts = relations.map(([, text = '']) => text)
    expect(texts.filter((text) => text.startsWith('Some data [Data set]. (n.d.).'))).toHaveLength(4)
    expect(texts.filter((text) => text.startsWith('https:'))).toEqual([
      'https://doi.org/10.1000/a',
      'https://arxiv.org/abs/2003.11597',
      'https://example.org/c',
    ])
  })

  it('is in the namespaces that every harvester knows', () => {
    expect(read(FIRST).attributes).toEqual({
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    })
  })

  it('holds any text', () => {
    fc.assert(
      fc.property(anyString, anyString, (name, organization) => {
        const tree = read({ ...FIRST, name, organization })
        expect(childOf(tree, 'dc:title').text).toBe(xmlPart(name))
        expect(childrenOf(tree, 'dc:creator')[0]?.text).toBe(xmlPart(organization))
      }),
    )
  })
})
