// A resource as fifteen-element Dublin Core, in the container that every OAI-PMH repository tells records in
// (OAI-PMH 2.0, section 5). Of it what the registry knows: no date, language or rights of the data.

import type { Resource } from '../../schema/contract.ts'
import { type Catalogue, recordAddress } from './catalogue.ts'
import { description, keywords } from './description.ts'
import { referenceLink } from './links.ts'
import { element, schemaLocation, type XmlElement } from './xml.ts'

export const OAI_DC = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const

/** The elements' own namespace: Dublin Core Metadata Element Set 1.1. */
const DC = 'http://purl.org/dc/elements/1.1/'

export function oaiDc(resource: Resource, catalogue: Pick<Catalogue, 'base'>): XmlElement {
  const { slug, name, organization, url, references } = resource
  const statements: readonly (readonly [name: string, value: string])[] = [
    ['title', name],
    ['creator', organization],
    ...keywords(resource).map((subject) => ['subject', subject] as const),
    ['description', description(resource)],
    // The DCMI type vocabulary's.
    ['type', 'Dataset'],
    ['identifier', url],
    ['identifier', recordAddress(catalogue, slug)],
    ...references.flatMap((one) => referenceLink(one) ?? []).map((link) => ['relation', link] as const),
  ]
  return element(
    'oai_dc:dc',
    statements.map(([term, value]) => element(`dc:${term}`, value)),
    {
      'xmlns:oai_dc': OAI_DC.namespace,
      'xmlns:dc': DC,
      ...schemaLocation(OAI_DC.namespace, OAI_DC.schema),
    },
  )
}
