// A name for the registry as it stands, for good.

import { eq, sql } from 'drizzle-orm'
import { faultyFields, refusal } from '../../../../schema/errors.ts'
import type { Refused } from '../../../../schema/refusals.ts'
import { changes, releases } from '../../../../schema/tables.ts'
import { releaseOf } from '../../../../schema/verbs/as-of.ts'
import { type ChangeAction, REGISTRY } from '../../../../schema/vocabulary.ts'
import { parseText } from '../../../domain/intake/parse.ts'
import { commit, LostRace } from '../../commit.ts'
import { timestamp, type Verb } from '../../context.ts'
import type { Database } from '../../database.ts'
import { insertAction, wasDone } from '../../people/maintainer-actions.ts'
import { identityOf, requireMaintainer, selectActor } from '../../people/people.ts'
import { proposeFirst } from '../../people/second-maintainer.ts'
import { selectAsOf, toAsOf } from '../as-of.ts'

const VERSION = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/

/** What became of resources, in the words of a release's notes. */
const WORDS: Partial<Record<ChangeAction, string>> = {
  added: 'added',
  corrected: 'corrected',
  settled: 'settled',
  confirmed: 'confirmed',
  removed: 'removed',
  restored: 'restored',
  reverted: 'reverted',
}

/** "32 added, 12 corrected": what happened since the release before. */
const notesOf = (counts: readonly { action: ChangeAction; total: number }[]): string =>
  counts.flatMap(({ action, total }) => (WORDS[action] ? [`${total} ${WORDS[action]}`] : [])).join(', ')

export const cutRelease: Verb<'cutRelease'> = async (context, actor, version, given) => {
  const { db } = context
  const isAfter = sql`${changes.subject} = 'resource' and ${changes.sequence} > (
    select max(through_sequence) from releases)`
  const [actors, read, counts, [through]] = await db.batch([
    selectActor(context, actor),
    selectAsOf(db),
    db
      .select({ action: changes.action, total: sql<number>`count(*)`.as('total') })
      .from(changes)
      .where(isAfter)
      .groupBy(changes.action)
      .orderBy(changes.action),
    db
      .select({ sequence: sql<number | null>`max(${changes.sequence})`.as('through') })
      .from(changes)
      .where(isAfter),
  ])
  const identity = await identityOf(actor, actors)
  requireMaintainer(identity)
  const { personId } = identity
  const action = { action: 'release', personId, subject: `release:${version}` } as const
  const latest = releaseOf(toAsOf(read))
  const problem = versionProblem(version, latest.version)
  if (problem) {
    const made = (await wasDone(db, action)) ? await findRelease(db, version) : undefined
    if (made) return { release: made }
    throw faultyFields([{ ...problem, field: 'version' }])
  }
  const sequence = through?.sequence
  if (sequence === null || sequence === undefined)
    throw refusal('invalid', 'nothingToRelease', [latest.version])
  const reason = given === undefined ? undefined : parseText('note', given, 'line')
  const wish = { action: 'propose_release', subject: action.subject, reason } as const
  const proposal = await proposeFirst(context, identity, wish)
  if (proposal) return { proposal }
  const at = timestamp(context)
  const remark = reason === undefined ? '' : ` ${reason}`
  const release = {
    version,
    title: `${REGISTRY.title}, release ${version}`,
    authors: [{ literal: REGISTRY.name }],
    keywords: latest.keywords,
    note: `${REGISTRY.caution} Since release ${latest.version}: ${notesOf(counts)}.${remark}`,
    releasedOn: at.slice(0, 10),
  }
  try {
    await commit(
      db,
      [
        db.insert(releases).values({ ...release, throughSequence: sequence }),
        insertAction(db, { ...action, reason, at }),
      ],
      sql`exists (
        select 1 from releases
        where version = ${version} and note = ${release.note} and through_sequence = ${sequence})`,
    )
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    throw refusal('conflict', 'releaseExists', [version])
  }
  context.onPublish()
  return { release }
}

async function findRelease(db: Database, version: string) {
  const [found] = await db.select().from(releases).where(eq(releases.version, version))
  if (!found) return undefined
  const { throughSequence: _, ...release } = found
  return release
}

/** Versions go up, so that whoever sorts them finds the latest. */
function versionProblem(version: string, latest: string): Refused | undefined {
  const [, major, minor] = VERSION.exec(version) ?? []
  if (major === undefined) return { name: 'versionUnfit', values: [] }
  const [latestMajor = 0, latestMinor = 0] = latest.split('.').map(Number)
  const isLater =
    Number(major) > latestMajor || (Number(major) === latestMajor && Number(minor) > latestMinor)
  return isLater ? undefined : { name: 'versionNotLater', values: [latest] }
}
