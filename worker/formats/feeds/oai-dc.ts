// A resource in Dublin Core, in the container that every OAI-PMH repository must support (OAI-PMH 2.0, section 5). It has
// no date and no language, because the registry does not know those of the data.

import { doiLink, referenceLink } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { type Catalogue, recordAddress } from '../catalogue.ts'
import { description, keywords } from '../description.ts'
import { describeAccess } from '../fact-text.ts'
import { element, schemaLocation, type XmlElement } from './xml.ts'

export const OAI_DC = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const

/** The elements' own namespace: Dublin Core Metadata Element Set 1.1. */
const DC = 'http://purl.org/dc/elements/1.1/'

type Statement = readonly [name: string, value: string]

/** One element for each value that is not null. */
const each = (name: string, values: readonly (string | null | undefined)[]): Statement[] =>
  values.flatMap((value): Statement[] => (value === null || value === undefined ? [] : [[name, value]]))

export function oaiDc(resource: Resource, catalogue: Pick<Catalogue, 'base'>): XmlElement {
  const { slug, name, organization, url, license, formats, derivedFrom, origins, references } = resource
  const statements: readonly Statement[] = [
    ['title', name],
    ['creator', organization],
    ...each('subject', keywords(resource)),
    ['description', description(resource)],
    // A term of the DCMI type vocabulary.
    ['type', 'Dataset'],
    ['identifier', url],
    ['identifier', recordAddress(catalogue, slug)],
    ...each(
      'identifier',
      [doiLink(resource)].filter((address) => address !== url),
    ),
    ...each('format', formats),
    ...each(
      'source',
      derivedFrom.map((source) => recordAddress(catalogue, source)),
    ),
    ...each('source', origins),
    ...each('relation', references.map(referenceLink)),
    ...each('rights', [license, licenseLink(resource), describeAccess(resource)]),
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
