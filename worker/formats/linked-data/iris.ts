// What linked data calls things, one name in every form: schema.org, DCAT and Croissant speak of the same data set.
// A record and what it is about are two things (DCAT 3, section 6.5), so only the record has its address for a name,
// and the others are parts of it: whoever follows any of these names arrives at something that speaks of the thing.

import type { Resource } from '../../../schema/record/resource.ts'
import { iri } from '../../../schema/record/values/address.ts'
import { type Catalogue, recordAddress } from '../catalogue.ts'

type At = Pick<Catalogue, 'base'>
type Named = Pick<Resource, 'slug'>

export const catalogIri = ({ base }: At): string => iri(`${base}/#catalog`)

/** Who publishes the registry: it speaks for itself, since who runs it is no part of its data. */
export const publisherIri = ({ base }: At): string => iri(`${base}/#publisher`)

/** Our record of a data set. */
export const recordIri = (at: At, { slug }: Named): string => iri(recordAddress(at, slug))

/** The data set itself, which is not ours. */
export const datasetIri = (at: At, resource: Named): string => `${recordIri(at, resource)}#dataset`

/** The organisation that a data set is from. */
export const organizationIri = (at: At, resource: Named): string => `${recordIri(at, resource)}#organization`
