// Changes made to the survey's resources, as the feeds tell of them.

import type { Resource } from '../../../../schema/record/resource.ts'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import { FIRST, RESOURCES } from '../records.ts'

/** The survey's own changes, latest first: each resource came to be. */
export const ADDITIONS: readonly ListedChange[] = RESOURCES.map((after, i) => ({
  sequence: i + 1,
  slug: after.slug,
  name: after.name,
  action: 'added' as const,
  version: 1,
  at: after.updatedAt,
  reason: 'Listed in the survey, version 2.0.',
  after,
})).reverse()

/** What becomes of a resource: corrected, removed, restored, and the correction reverted; latest first. */
export const FATES: readonly ListedChange[] = fates(FIRST)

function fates(original: Resource): readonly ListedChange[] {
  const corrected: Resource = {
    ...original,
    organization: 'Mila & <friends>',
    availability: { ...original.availability, ultrasound: 'yes' },
    references: original.references.slice(1),
  }
  const steps = [
    { action: 'corrected', at: '2026-02-01T10:00:00.123Z', after: corrected, reason: 'They have 20 clips.' },
    { action: 'removed', at: '2026-02-02T10:00:00.000Z', after: { ...corrected, status: 'removed' } },
    { action: 'restored', at: '2026-02-03T10:00:00.000Z', after: corrected },
    { action: 'reverted', at: '2026-02-04T10:00:00.000Z', after: original, reason: 'A mistake.' },
  ] as const
  let before = original
  return steps
    .map(({ after, ...step }, i): ListedChange => {
      const version = i + 2
      const change = {
        ...step,
        sequence: 20 + i,
        slug: original.slug,
        name: original.name,
        version,
        submission: `S-0000${i}`,
        before,
        after: { ...after, version, updatedAt: step.at },
      }
      before = change.after
      return change
    })
    .reverse()
}
