// A report of a record that has moved on while it was written.

import type { Context } from 'hono'
import { withChanges } from '../../../schema/record/proposal.ts'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { AppEnv } from '../../env.ts'
import type { FormValues } from '../parts/form.ts'
import { proposalIn, valuesFrom } from '../parts/proposal/reading.ts'

/** As far back as a report may begin: who was shown an older version has what they typed laid over the record all the same. */
const MOST_READ = 100

/** The record at a version. */
export async function recordAt(
  c: Context<AppEnv>,
  slug: string,
  version: number,
): Promise<Resource | undefined> {
  const { items } = await c.get('registry').listChanges({ slug, size: MOST_READ })
  return items.find(({ after }) => after.version === version)?.after
}

/** What was typed, with the record as it is now in every field that its sender left as they found it. */
export function rebase(record: Resource, seen: Resource, typed: FormValues): FormValues {
  const changes = proposedChanges(seen, { fields: proposalIn(typed), evidence: [] })?.changes ?? {}
  const { formerUrls } = changes.formerUrls ? changes : record
  return new Map([
    ...typed,
    ...valuesFrom({ ...withChanges(record, changes, []), formerUrls }),
    ['notes', typed.get('notes') ?? ''],
  ])
}
