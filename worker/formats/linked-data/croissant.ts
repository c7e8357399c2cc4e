// Croissant 1.1, as tools for machine learning read it. https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
//
// The document describes the data set as a whole. Three required properties are missing where the registry does not know
// them: `datePublished`, `distribution` (files with checksums) and often `license`. The description says so. MLCommons'
// own library (https://pypi.org/project/mlcroissant) warns about a missing licence and date, and requires none of them.

import { citedReferences } from '../../../schema/record/reference.ts'
import { sameAs } from '../../../schema/record/reference-links.ts'
import { iri } from '../../../schema/record/values/addresses/address.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { RecordFormat } from '../catalogue.ts'
import { description, keywords } from '../description.ts'
import { describeLicense } from '../fact-text.ts'
import { bibtex } from '../references/bibtex.ts'
import { datasetIri, organizationIri, publisherIri } from './iris.ts'
import { printed } from './json-ld.ts'

export const CROISSANT_VERSION = 'http://mlcommons.org/croissant/1.1'

/** The terms of the specification's context that keep their own name (appendix 1). */
const TERMS = [
  ...[
    'annotation',
    'arrayShape',
    'citeAs',
    'column',
    'containedIn',
    'equivalentProperty',
    'excludes',
    'extract',
  ],
  ...[
    'field',
    'fileObject',
    'fileProperty',
    'fileSet',
    'format',
    'includes',
    'isArray',
    'isLiveDataset',
    'jsonPath',
  ],
  ...['key', 'md5', 'parentField', 'readLines', 'recordSet', 'references', 'regex', 'sdVersion', 'separator'],
  ...['source', 'subField', 'transform', 'unArchive', 'value'],
]

/**
 * Inline, as the specification requires. The specification writes schema.org with http; its example data sets and the
 * library know only https.
 */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(TERMS.map((term) => [term, `cr:${term}`])),
}

const NOT_HOSTED =
  'The data are not hosted by the registry that says this, so no files and no record sets are described here; '

const missingText = (licensed: boolean) =>
  `${NOT_HOSTED}their ${licensed ? 'date of publication is' : 'licence and their date of publication are'} not known to it.`

/** A resource as a Croissant data set without files. */
export const croissant: RecordFormat = (resource, catalogue) => {
  const [cited] = citedReferences(resource)
  const license = describeLicense(resource)
  const organization = organizationIri(catalogue, resource)
  const document = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    '@id': datasetIri(catalogue, resource),
    conformsTo: CROISSANT_VERSION,
    name: resource.name,
    description: `${description(resource)} ${missingText(license !== undefined)}`,
    url: iri(resource.url),
    sameAs: sameAs(resource),
    license: licenseLink(resource) ?? (license && { '@type': 'sc:CreativeWork', name: license }),
    creator: { '@type': 'sc:Organization', '@id': organization, name: resource.organization },
    publisher: { '@id': organization },
    keywords: keywords(resource),
    citeAs: cited && bibtex(cited),
    // These belong to this description; schema.org's `version` and `dateModified` would belong to the data.
    sdVersion: String(resource.version),
    sdDatePublished: resource.updatedAt.slice(0, 10),
    sdLicense: REGISTRY.license.url,
    sdPublisher: { '@type': 'sc:Organization', '@id': publisherIri(catalogue), name: REGISTRY.title },
  }
  return `${printed(document)}\n`
}
