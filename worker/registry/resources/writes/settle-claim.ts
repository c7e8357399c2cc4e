// A maintainer decides which of several claims the record states.

import { sql } from 'drizzle-orm'
import { refusal } from '../../../../schema/errors.ts'
import { withStated } from '../../../../schema/record/claims.ts'
import { withLicenceRead } from '../../../../schema/record/licence-read.ts'
import { Resource } from '../../../../schema/record/resource.ts'
import { sameValue } from '../../../../schema/same-value.ts'
import { versions } from '../../../../schema/tables.ts'
import { parseText } from '../../../domain/intake/parse.ts'
import { timestamp, type Verb } from '../../context.ts'
import { findMade } from '../../people/maintainer-actions.ts'
import { identityOf, requireMaintainer, selectActor } from '../../people/people.ts'
import { selectCurrent } from '../lists/versions.ts'
import { commitVersion } from './resource-writes.ts'

export const settleClaim: Verb<'settleClaim'> = async (context, actor, slug, { version, claim }, given) => {
  const { db } = context
  const reason = parseText('reason', given, 'lines')
  const [actors, [resource]] = await db.batch([
    selectActor(context, actor),
    selectCurrent(db, sql`${versions.slug} = ${slug}`),
  ])
  const identity = await identityOf(actor, actors)
  requireMaintainer(identity)
  if (!resource) throw refusal('not_found', 'noSuchSlug', [slug])
  const { record } = resource
  const action = { action: 'settle', subject: `resource:${resource.id}` } as const
  if (record.version !== version) {
    const made = await findMade(db, resource.id, {
      ...action,
      personId: identity.personId,
      reason,
      version: version + 1,
    })
    if (made) return made
    throw refusal('conflict', 'recordChanged', [], {
      conflict: 'stale_version',
      slug,
    })
  }
  const chosen = record.claims[claim]
  if (!chosen) throw refusal('not_found', 'noSuchClaim', [])
  if (chosen.field === 'url') throw refusal('invalid', 'addressNotSettled', [])
  const stated = withStated(record, chosen.field, chosen.value)
  const next = {
    ...withLicenceRead(stated, record, chosen.field === 'use' ? stated.use : undefined),
    version: version + 1,
    updatedAt: timestamp(context),
  }
  if (!Resource.safeParse(next).success) throw refusal('invalid', 'claimUnfit', [])
  if (sameValue({ ...next, version, updatedAt: record.updatedAt }, record))
    throw refusal('invalid', 'statedAlready', [])
  const cause = { action: 'settled', personId: identity.personId, reason } as const
  await commitVersion(context, resource, next, cause, action)
  return next
}
