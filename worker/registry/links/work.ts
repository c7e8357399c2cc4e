// What the job that looks at addresses has to do next.

import { and, asc, eq, sql } from 'drizzle-orm'
import { links } from '../../../schema/tables.ts'
import type { LinkWork } from '../../../schema/verbs/links.ts'
import { type Context, timestamp, type Verb } from '../context.ts'

/** Of so many candidates a run takes those whose hosts are not asked too often. */
const MOST_DUE = 100
const MOST_WITHOUT_COPY = 3
const MOST_TO_SAVE = 2

/** The archive is asked again so many days later: what it has grows slowly. */
const ARCHIVE_ASKED_EVERY_DAYS = 30
const DAY_MS = 86_400_000

const LINK = { id: links.id, address: links.address }

/** No index has the addresses in this order, since each look would write to it: the table is small, and gone through. */
const selectDue = (context: Context) =>
  context.db
    .select({
      ...LINK,
      resourceId: links.resourceId,
      role: links.role,
      state: {
        verdict: links.verdict,
        since: links.since,
        finalUrl: links.finalUrl,
        failures: links.failures,
        failedOn: links.failedOn,
        movedOn: links.movedOn,
        identity: links.identity,
        finding: links.finding,
        saying: links.saying,
      },
    })
    .from(links)
    .where(sql`coalesce(${links.nextAt}, '') <= ${timestamp(context)}`)
    .orderBy(asc(sql`coalesce(${links.checkedAt}, '')`), asc(links.id))
    .limit(MOST_DUE)

function selectWithoutCopy(context: Context) {
  const before = new Date(context.now().getTime() - ARCHIVE_ASKED_EVERY_DAYS * DAY_MS).toISOString()
  return context.db
    .select(LINK)
    .from(links)
    .where(
      and(
        eq(links.role, 'own'),
        sql`${links.archivedUrl} is null and coalesce(${links.copySoughtAt}, '') <= ${before}`,
      ),
    )
    .orderBy(sql`${links.verdict} <> 'dead', coalesce(${links.copySoughtAt}, ''), ${links.id}`)
    .limit(MOST_WITHOUT_COPY)
}

export const listLinkWork: Verb<'listLinkWork'> = async (context): Promise<LinkWork> => {
  const [due, withoutCopy, toBeSaved] = await context.db.batch([
    selectDue(context),
    selectWithoutCopy(context),
    context.db.select(LINK).from(links).where(sql`is_to_be_saved`).limit(MOST_TO_SAVE),
  ])
  return { due, withoutCopy, toBeSaved }
}
