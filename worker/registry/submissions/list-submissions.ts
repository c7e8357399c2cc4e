import { asc, eq, sql } from 'drizzle-orm'
import { submissions } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { selectSubmissions, toSubmissionRecord } from './submission-rows.ts'

export const listSubmissions: Verb<'listSubmissions'> = async (
  context,
  actor,
  { state, after = 0, size },
) => {
  const { db } = context
  const [actors, [counted], rows] = await db.batch([
    selectActor(context, actor),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(submissions)
      .where(eq(submissions.state, state)),
    selectSubmissions(db, sql`${submissions.state} = ${state} and ${submissions.id} > ${after}`)
      .orderBy(asc(submissions.id))
      .limit(size + 1),
  ])
  requireMaintainer(await identityOf(actor, actors))
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    items: page.map(toSubmissionRecord),
    total: counted?.total ?? 0,
    ...(rows.length > size && last && { next: last.id }),
  }
}
