import type { Resource } from '../../../schema/record/resource.ts'
import { countryName } from '../../../schema/record/values/countries.ts'
import type { Catalogue } from '../catalogue.ts'
import { describeAccess, describeUse } from '../fact-text.ts'
import { datasetIri } from './iris.ts'
import { type JsonLdNode, some } from './json-ld.ts'

/** The facts that schema.org has properties for and Croissant none of its own. */
export function sharedFacts(resource: Resource, catalogue: Catalogue): JsonLdNode {
  const { cautions, countries, derivedFrom, downloadBytes, origins } = resource
  const use = describeUse(resource)
  return {
    conditionsOfAccess: describeAccess(resource),
    // A plain text would be read as an address.
    usageInfo: some(
      [...(use === undefined ? [] : [use]), ...cautions].map((text) => ({ '@type': 'CreativeWork', text })),
    ),
    // AD is the byte in the code list of UN/CEFACT, which schema.org asks for.
    size:
      downloadBytes === null
        ? undefined
        : { '@type': 'QuantitativeValue', value: downloadBytes, unitCode: 'AD', unitText: 'bytes' },
    spatialCoverage: some(
      countries.map((code) => ({ '@type': 'Country', name: countryName('en', code), identifier: code })),
    ),
    isBasedOn: some<JsonLdNode>([
      ...derivedFrom.map((slug) => ({ '@id': datasetIri(catalogue, { slug }) })),
      ...origins.map(named),
    ]),
  }
}

/** A node with a name alone, where schema.org wants an address or a node. */
export const named = (name: string): JsonLdNode => ({ '@type': 'CreativeWork', name })
