// A report on a record that changed while the submitter typed.

import type { Context } from 'hono'
import { withChanges } from '../../../schema/record/proposal.ts'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { AppEnv } from '../../env.ts'
import type { FormValues } from '../parts/form.ts'
import { proposalIn, valuesFrom } from '../parts/proposal/reading.ts'

/** How many changes back `recordAt` looks. */
const MAX_CHANGES = 100

/** The record at a version; undefined for a version further back than MAX_CHANGES. */
export async function recordAt(
  c: Context<AppEnv>,
  slug: string,
  version: number,
): Promise<Resource | undefined> {
  const { items } = await c.get('registry').listChanges({ slug, size: MAX_CHANGES })
  return items.find(({ after }) => after.version === version)?.after
}

/** The typed values, with the current record in the fields that the submitter left. `base` is the version that they saw. */
export function rebase(record: Resource, base: Resource, values: FormValues): FormValues {
  const changes =
    proposedChanges(base, { fields: proposalIn(values, base.references), evidence: [] })?.changes ?? {}
  const { formerUrls } = changes.formerUrls ? changes : record
  return new Map([
    ...values,
    ...valuesFrom({ ...withChanges(record, changes, []), formerUrls }),
    ['notes', values.get('notes') ?? ''],
  ])
}
