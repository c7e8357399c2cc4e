// A list's filter, asked of what is in memory already. In SQL it is worker/registry/resources/lists/versions.ts.

import type { Resource } from '../../../schema/record/resource.ts'
import { admits } from '../../../schema/record/values/cells.ts'
import type { ResourceFilter, Tally } from '../../../schema/verbs/resources.ts'

/** By what a licence is asked for. */
export const licenseKey = ({ license, licenseSpdx }: Pick<Resource, 'license' | 'licenseSpdx'>): string =>
  licenseSpdx ?? (license === null ? 'unknown' : 'other')

/** The conditions of a filter that facets count by, each by itself. */
export const CONDITIONS = {
  cells: ({ cells = {} }: ResourceFilter, { availability }: Pick<Tally, 'availability'>) =>
    admits(cells, availability),
  status: ({ statuses }: ResourceFilter, { status }: Pick<Tally, 'status'>) =>
    statuses?.includes(status) ?? status !== 'removed',
  access: ({ access: admitted }: ResourceFilter, { access }: Pick<Tally, 'access'>) =>
    admitted?.includes(access) ?? true,
  /** Identifiers are the same in any case. */
  license: ({ licenses }: ResourceFilter, { license }: Pick<Tally, 'license'>) =>
    licenses?.some((one) => one.toLowerCase() === license.toLowerCase()) ?? true,
} as const
export type Condition = keyof typeof CONDITIONS

/** Whether a filter admits a resource. */
export function isAdmitted(filter: ResourceFilter, resource: Resource): boolean {
  const { changedFrom = '', changedUntil } = filter
  const subject = { ...resource, license: licenseKey(resource) }
  return (
    Object.values(CONDITIONS).every((holds) => holds(filter, subject)) &&
    resource.updatedAt >= changedFrom &&
    (changedUntil === undefined || resource.updatedAt <= changedUntil)
  )
}
