// The IRIs of linked data, the same in schema.org, DCAT and Croissant. A record and its data set need two IRIs (DCAT 3,
// section 6.5): the record's is its address, the others are fragments of it, so each can be opened.

import type { Resource } from '../../../schema/record/resource.ts'
import { iri } from '../../../schema/record/values/addresses/address.ts'
import { type Catalogue, recordAddress } from '../catalogue.ts'

type Base = Pick<Catalogue, 'base'>
type WithSlug = Pick<Resource, 'slug'>

export const catalogIri = ({ base }: Base): string => iri(`${base}/#catalog`)

/** The publisher of the registry. It is the registry itself, because its data do not name the operator. */
export const publisherIri = ({ base }: Base): string => iri(`${base}/#publisher`)

export const recordIri = (base: Base, { slug }: WithSlug): string => iri(recordAddress(base, slug))

export const datasetIri = (base: Base, resource: WithSlug): string => `${recordIri(base, resource)}#dataset`

export const distributionIri = (base: Base, resource: WithSlug): string =>
  `${recordIri(base, resource)}#distribution`

export const organizationIri = (base: Base, resource: WithSlug): string =>
  `${recordIri(base, resource)}#organization`
