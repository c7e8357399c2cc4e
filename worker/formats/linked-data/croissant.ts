// Croissant 1.1, as tools for machine learning read it. https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
//
// The document describes the data set as a whole. Three required properties are missing where the registry does not know
// them: `distribution` (files with checksums), mostly `datePublished` and often `license`. The description says so. MLCommons'
// own library (https://pypi.org/project/mlcroissant) warns about a missing licence and date, and requires none of them.

import type { Resource } from '../../../schema/record/resource.ts'
import { iri } from '../../../schema/record/values/addresses/address.ts'
import { isoDate } from '../../../schema/record/values/dates.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { authorsOf } from '../../../schema/record/works/authors.ts'
import { citedWorks, type Work } from '../../../schema/record/works/cited-works.ts'
import { sameAs } from '../../../schema/record/works/reference-links.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { RecordFormat } from '../catalogue.ts'
import { description, keywords } from '../description.ts'
import { describeAnnotations, describeLicense } from '../fact-text.ts'
import { bibtex } from '../references/bibtex.ts'
import { datasetIri, organizationIri, publisherIri } from './iris.ts'
import { type JsonLdNode, printed, some } from './json-ld.ts'
import { schemaPeople } from './schema-org-citation.ts'
import { sharedFacts } from './schema-org-facts.ts'

export const CROISSANT_VERSION = 'http://mlcommons.org/croissant/1.1'
/** The vocabulary for responsible AI. A document that uses it says so beside. */
const RAI_VERSION = 'http://mlcommons.org/croissant/RAI/1.0'

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
  ...['key', 'md5', 'parentField', 'path', 'readLines', 'recordSet', 'references', 'regex', 'repeated'],
  ...['replace', 'samplingRate', 'sdVersion', 'separator', 'source', 'subField', 'transform', 'unArchive'],
  ...['value'],
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
  'The data are not hosted by the registry that says this, so no files and no record sets are described here.'

/** What the specification requires and the registry does not know. */
function missingText(known: { readonly license: boolean; readonly date: boolean }): string {
  const missing = [known.license ? '' : 'licence', known.date ? '' : 'date of publication'].filter(Boolean)
  if (missing.length === 0) return NOT_HOSTED
  const verb = missing.length > 1 ? 'are' : 'is'
  return `${NOT_HOSTED.slice(0, -1)}; their ${missing.join(' and their ')} ${verb} not known to it.`
}

/** What describes the data set: the first work about it with authors and year, or else the data set itself. */
const describing = ([dataSet, ...others]: readonly [Work, ...Work[]]): Work =>
  others.find((work) => work.issued !== undefined && authorsOf(work).authors.length > 0) ?? dataSet

/** How the data are annotated, what limits their use, and where they are from, in the vocabulary for responsible AI. */
function responsibleAi(resource: Resource): JsonLdNode {
  const { cautions, origins } = resource
  return {
    'rai:dataAnnotationProtocol': describeAnnotations(resource),
    'rai:dataLimitations': some(cautions),
    'rai:dataCollectionRawData': origins.length > 0 ? `From ${origins.join(', ')}` : undefined,
  }
}

/** A resource as a Croissant data set without files. */
export const croissant: RecordFormat = (resource, catalogue) => {
  const works = citedWorks(resource)
  const [dataSet] = works
  const { issued, version } = dataSet
  const license = describeLicense(resource)
  const organization = organizationIri(catalogue, resource)
  const rai = responsibleAi(resource)
  const hasRai = Object.values(rai).some((value) => value !== undefined)
  const document = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    '@id': datasetIri(catalogue, resource),
    conformsTo: hasRai ? [CROISSANT_VERSION, RAI_VERSION] : CROISSANT_VERSION,
    name: resource.name,
    alternateName: some(resource.aliases),
    description: `${description(resource)} ${missingText({ license: license !== undefined, date: issued !== undefined })}`,
    url: iri(resource.url),
    sameAs: sameAs(resource),
    license: licenseLink(resource) ?? (license && { '@type': 'sc:CreativeWork', name: license }),
    creator: { '@type': 'sc:Organization', '@id': organization, name: resource.organization },
    author: schemaPeople(dataSet),
    publisher: { '@id': organization },
    keywords: keywords(resource),
    citeAs: bibtex(describing(works)),
    datePublished: issued && isoDate(issued),
    dateModified: resource.lastUpdated ?? undefined,
    version,
    ...sharedFacts(resource, catalogue),
    ...rai,
    // These belong to this description.
    sdVersion: String(resource.version),
    sdDatePublished: resource.updatedAt.slice(0, 10),
    sdLicense: REGISTRY.license.url,
    sdPublisher: {
      '@type': 'sc:Organization',
      '@id': publisherIri(catalogue),
      name: REGISTRY.name,
    },
  }
  return `${printed(document)}\n`
}
