// A list's filter, asked of what is in memory already. In SQL it is worker/registry/resources/lists/versions.ts.

import {
  filterTag,
  filterTagsNow,
  type Measure,
  RANGE_FILTER_NAMES,
  RANGE_FILTERS,
  type RangeFilters,
  VALUE_FILTER_NAMES,
  type ValueFilter,
} from '../../../schema/record/filters.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { WithLink } from '../../../schema/record/sites/link.ts'
import { licenseKey } from '../../../schema/record/values/asked-licences.ts'
import type { AvailabilityRow } from '../../../schema/record/values/availability.ts'
import { admits } from '../../../schema/record/values/cells.ts'
import type { ResourceFilter } from '../../../schema/verbs/resources.ts'
import type { ResourceStatus } from '../../../schema/vocabulary.ts'
import { sortColumn } from './version-columns.ts'

/** What the conditions look at: a resource, or many that are alike. */
interface Subject {
  readonly availability: AvailabilityRow
  readonly status: ResourceStatus
  /** An SPDX identifier; `other` for what is none, `unknown` where none is stated. */
  readonly license: string
  /** Each value that they have, as `filterTag` writes it. */
  readonly tags: readonly string[]
}

/** How many resources are alike in all that facets count. */
export interface Tally extends Subject {
  /** Whether they are within the ranges that the filter asks for. */
  readonly isInRange: boolean
  readonly resources: number
}

/** Each condition of a filter that facets count by. */
export type Condition = 'cells' | 'status' | 'license' | ValueFilter
export const CONDITIONS: readonly Condition[] = ['cells', 'status', 'license', ...VALUE_FILTER_NAMES]

export function holds(condition: Condition, filter: ResourceFilter, subject: Subject): boolean {
  const { cells = {}, statuses, licenses, values } = filter
  switch (condition) {
    case 'cells':
      return admits(cells, subject.availability)
    case 'status':
      return statuses?.includes(subject.status) ?? subject.status !== 'removed'
    case 'license':
      // Identifiers are the same in any case.
      return licenses?.some((one) => one.toLowerCase() === subject.license.toLowerCase()) ?? true
    default:
      return values?.[condition]?.some((value) => subject.tags.includes(filterTag(condition, value))) ?? true
  }
}

/** Whether numbers are within each range. They are as `sortColumn` writes them: negative, and 1 for none. */
export const isInRanges = (ranges: RangeFilters = {}, columnOf: (measure: Measure) => number): boolean =>
  RANGE_FILTER_NAMES.every((name) => {
    const edge = ranges[name]
    if (edge === undefined) return true
    const { measure, bound } = RANGE_FILTERS[name]
    const column = columnOf(measure)
    return bound === 'least' ? column <= -edge : column >= -edge && column <= 0
  })

/** A resource as a tally of one. */
export const subjectOf = (
  filter: ResourceFilter,
  resource: WithLink<Resource>,
): Omit<Tally, 'resources'> => ({
  availability: resource.availability,
  status: resource.status,
  license: licenseKey(resource),
  tags: filterTagsNow(resource),
  isInRange: isInRanges(filter.ranges, (measure) => sortColumn(measure, resource)),
})

/** Whether a filter leaves out anything but what was removed. A part of it that has no conditions leaves out nothing. */
export const isFiltering = (filter: ResourceFilter): boolean =>
  Object.values(filter).some((part) =>
    typeof part === 'object' && !Array.isArray(part)
      ? Object.values(part).some((condition) => condition !== undefined)
      : part !== undefined,
  )

/** Whether a filter admits a resource. */
export function isAdmitted(filter: ResourceFilter, resource: WithLink<Resource>): boolean {
  const { changedFrom = '', changedUntil } = filter
  const subject = subjectOf(filter, resource)
  return (
    subject.isInRange &&
    CONDITIONS.every((condition) => holds(condition, filter, subject)) &&
    resource.updatedAt >= changedFrom &&
    (changedUntil === undefined || resource.updatedAt <= changedUntil)
  )
}
