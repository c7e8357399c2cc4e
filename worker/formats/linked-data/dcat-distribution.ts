import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { type Permission, USES, type UseKey } from '../../../schema/vocabulary.ts'
import type { Catalogue } from '../catalogue.ts'
import { describeLicense, describeUse } from '../fact-text.ts'
import { formatNames, isFile, onlyMediaType } from '../file-formats.ts'
import { labelled, mediaType, mediaTypeIri } from './dcat-nodes.ts'
import { distributionIri } from './iris.ts'
import { blankNode, link, literal, statements, typedLiteral } from './turtle.ts'

/** What one may want to do, as actions of Creative Commons, which ODRL 2.2 has in its common vocabulary. */
const ACTIONS: Readonly<Record<UseKey, string>> = {
  commercial: 'cc:CommercialUse',
  redistribution: 'cc:Distribution',
  modification: 'cc:DerivativeWorks',
}

/** What is allowed and what is not. ODRL has no condition in words, so what is conditional is in `dct:rights` alone. */
function policy({ use }: Resource): string[] {
  const rules = (permission: Permission) =>
    USES.filter((key) => use[key] === permission).map((key) =>
      blankNode([['odrl:action', [ACTIONS[key]]]], 2),
    )
  const [permissions, prohibitions] = [rules('yes'), rules('no')]
  if (permissions.length + prohibitions.length === 0) return []
  return [
    blankNode([
      ['a', ['odrl:Policy', 'odrl:Set']],
      ['odrl:permission', permissions],
      ['odrl:prohibition', prohibitions],
    ]),
  ]
}

/**
 * The data as they can be had: portals such as CKAN read address, licence and format here. Several formats are parts of
 * one distribution, not a choice.
 */
export function distribution(resource: Resource, catalogue: Catalogue): string[] {
  const { url, downloadBytes } = resource
  const license = licenseLink(resource)
  const formats = formatNames(resource)
  const type = onlyMediaType(resource)
  return [
    statements(distributionIri(catalogue, resource), [
      ['a', ['dcat:Distribution']],
      ['dct:title', [literal(resource.name)]],
      ['dcat:accessURL', [link(url)]],
      ['dcat:downloadURL', isFile(url) ? [link(url)] : []],
      [
        'dct:license',
        license === undefined ? labelled(describeLicense(resource), 'dct:LicenseDocument') : [link(license)],
      ],
      ['dct:rights', labelled(describeUse(resource), 'dct:RightsStatement')],
      ['odrl:hasPolicy', policy(resource)],
      [
        'dcat:byteSize',
        downloadBytes === null ? [] : [typedLiteral(String(downloadBytes), 'nonNegativeInteger')],
      ],
      ['dct:format', formats.length === 0 ? [] : labelled(formats.join(', '), 'dct:MediaTypeOrExtent')],
      ['dcat:mediaType', type === undefined ? [] : [link(mediaTypeIri(type))]],
    ]),
    ...(type === undefined ? [] : [mediaType(type)]),
  ]
}
