// The nodes that DCAT-AP wants typed (3.0.1, SHACL range shapes): readers that know only DCAT-AP infer no types.

import { licenseLink } from '../../../schema/record/values/licence.ts'
import { fullName } from '../../../schema/record/works/authors.ts'
import type { CslName } from '../../../schema/record/works/reference.ts'
import { blankNode, literal, type Statement, statements } from './turtle.ts'

/** IANA's registry, in which DCAT names media types. */
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/'

export const mediaTypeIri = (mediaType: string): string => MEDIA_TYPES + mediaType

/** A node with a label alone, or nothing. */
export function labelled(label: string | undefined, type: string, depth = 1): string[] {
  if (label === undefined) return []
  return [
    blankNode(
      [
        ['a', [type]],
        ['rdfs:label', [literal(label)]],
        ['skos:prefLabel', type === 'skos:Concept' ? [literal(label)] : []],
      ],
      depth,
    ),
  ]
}

export const page = (address: string): string => statements(address, [['a', ['foaf:Document']]])

export const mediaType = (type: string): string =>
  statements(mediaTypeIri(type), [
    ['a', ['dct:MediaType']],
    ['rdfs:label', [literal(type)]],
  ])

/** A licence by its address in the SPDX list. CKAN finds licences by their title. */
export function license(licensed: { readonly licenseSpdx: string | null }): string[] {
  const address = licenseLink(licensed)
  return address === undefined ? [] : [licenseAt(address, licensed.licenseSpdx ?? '')]
}

export const licenseAt = (address: string, identifier: string): string =>
  statements(address, [
    ['a', ['dct:LicenseDocument']],
    ['dct:title', [literal(identifier)]],
    ['dct:identifier', [literal(identifier)]],
  ])

export function agent(type: 'foaf:Organization' | 'foaf:Person', name: string): Statement[] {
  return [
    ['a', [type, 'foaf:Agent']],
    ['foaf:name', [literal(name)]],
  ]
}

export function author(name: CslName & { readonly affiliation?: string }): string {
  if ('literal' in name) return blankNode(agent('foaf:Organization', name.literal))
  const { affiliation } = name
  const organization =
    affiliation === undefined ? [] : [blankNode(agent('foaf:Organization', affiliation), 2)]
  return blankNode([...agent('foaf:Person', fullName(name)), ['schema:affiliation', organization]])
}
