// What a watch wants, and whether a resource has come to be that: both as tags, which a database can compare.

import {
  filterTag,
  filterTags,
  VALUE_FILTER_NAMES,
  valuesUnder,
  type Wanted,
} from '../../../schema/record/filters.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { findRequestedLicences, licenseKey } from '../../../schema/record/values/asked-licences.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'

/** Of each list a resource needs one tag. */
export function wantedTags({ dataTypes, terms }: Wanted): string[][] {
  const { license } = terms
  const values = valuesUnder(terms)
  const licenses = license === undefined ? [] : (findRequestedLicences(license)?.identifiers ?? [license])
  return [
    ...dataTypes.map((key) => [filterTag(key, 'yes')]),
    ...VALUE_FILTER_NAMES.flatMap((name) => {
      const asked = values[name]?.map((value) => filterTag(name, value))
      return asked ? [asked] : []
    }),
    ...(licenses.length > 0 ? [licenses.map(licenseTag)] : []),
  ]
}

/** Identifiers are the same in any case. */
const licenseTag = (license: string) => filterTag('license', license.toLowerCase())

/** Every tag that a watch can want of a resource; none of one that is not listed. */
export function tagsToWatch(resource: Resource | undefined): string[] {
  if (resource === undefined || resource.status === 'removed') return []
  return [
    ...DATA_TYPE_KEYS.map((key) => filterTag(key, resource.availability[key])),
    ...filterTags(resource),
    licenseTag(licenseKey(resource)),
  ]
}
