import { releases } from '../../../schema/tables.ts'
import type { Release } from '../../../schema/verbs/as-of.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { LATEST_RELEASE_FIRST, refuseFuture, selectAsOf, toAsOf } from './as-of.ts'

const selectReleases = (db: Database) =>
  db
    .select({
      version: releases.version,
      title: releases.title,
      authors: releases.authors,
      keywords: releases.keywords,
      note: releases.note,
      releasedOn: releases.releasedOn,
      resources: releases.resources,
    })
    .from(releases)
    .orderBy(...LATEST_RELEASE_FIRST)

export const listReleases: Verb<'listReleases'> = async ({ db }) => {
  const [asOf, items] = await db.batch([selectAsOf(db), selectReleases(db)])
  return { items: items satisfies Release[], asOf: toAsOf(asOf) }
}

export const getAsOf: Verb<'getAsOf'> = async (context, moment) => {
  refuseFuture(context, moment)
  const { db } = context
  const [asOf] = await db.batch([selectAsOf(db, moment)])
  return toAsOf(asOf, moment)
}
