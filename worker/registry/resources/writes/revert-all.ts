// The host undoes all that a maintainer changed in a time: one version a resource, in one batch that announces nothing.

import { and, desc, eq, gte, lte, sql } from 'drizzle-orm'
import { refusal } from '../../../../schema/errors.ts'
import { addressesOf, everyAddressOf } from '../../../../schema/record/addresses-of.ts'
import { undoChange } from '../../../../schema/record/changes.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { sameValue } from '../../../../schema/same-value.ts'
import { addresses, changes, people, versions } from '../../../../schema/tables.ts'
import type { ListedChange, UndoneChange } from '../../../../schema/verbs/resources.ts'
import { versionColumns } from '../../../domain/search/version-columns.ts'
import { commit, LostRace, requireSeenRecords, type Statement } from '../../commit.ts'
import { type Context, timestamp, type Verb } from '../../context.ts'
import { type Database, insertRows } from '../../database.ts'
import { insertAction } from '../../people/maintainer-actions.ts'
import { changeColumns, toListedChange } from '../listed-changes.ts'
import { selectCurrent } from '../lists/versions.ts'
import { placeReferences, writeWorks } from './reference-writes.ts'

/** A record may have 16 KB, and a change comes with two. */
const PAGE = 100

interface Made {
  readonly resourceId: number
  readonly change: ListedChange
}

interface Changed {
  readonly id: number
  readonly record: Resource
  readonly next: Resource
}

const REASON = 'The host undid all changes of one maintainer.'

export const revertAll: Verb<'revertAll'> = async (context, _host, { by, since, until }, isApplied) => {
  const { db } = context
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.discordId, by))
  if (!person) throw refusal('not_found', 'noSuchMaintainer', [by])
  const made = await changesOf(db, person.id, since, until)
  const current = await currentOf(db, [...new Set(made.map(({ resourceId }) => resourceId))])
  const taken = await ownersOf(db, made, current)
  const at = timestamp(context)
  const outcomes: UndoneChange[] = []
  const changed: Changed[] = []
  for (const { id, record } of current) {
    const own = made.filter(({ resourceId }) => resourceId === id)
    const { next, undone } = withoutChanges(
      record,
      own.map(({ change }) => change),
      (next) => addressesOf(next).filter((canonical) => (taken.get(canonical) ?? id) !== id),
    )
    outcomes.push(...undone)
    if (!sameValue(next, record))
      changed.push({ id, record, next: { ...next, version: record.version + 1, updatedAt: at } })
  }
  outcomes.sort((a, b) => b.change.sequence - a.change.sequence)
  if (isApplied && changed.length > 0)
    await write(context, { changed, made }, person.id, `${since} to ${until ?? 'now'}`)
  return outcomes
}

/** Latest first. */
async function changesOf(db: Database, personId: number, since: string, until: string | undefined) {
  const found: Made[] = []
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await db
      .select({
        ...changeColumns,
        resourceId: sql<number>`cast(${changes.subjectId} as integer)`.as('resource_id'),
      })
      .from(changes)
      .where(
        and(
          eq(changes.subject, 'resource'),
          eq(changes.personId, personId),
          gte(changes.at, since),
          until === undefined ? undefined : lte(changes.at, until),
          sql`${changes.sequence} < ${before}`,
        ),
      )
      .orderBy(desc(changes.sequence))
      .limit(PAGE)
    found.push(...rows.map((row) => ({ resourceId: row.resourceId, change: toListedChange(row) })))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return found
    before = last.sequence
  }
}

async function currentOf(db: Database, ids: readonly number[]) {
  const found: { readonly id: number; readonly record: Resource }[] = []
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = JSON.stringify(ids.slice(at, at + PAGE))
    found.push(
      ...(await selectCurrent(db, sql`${versions.resourceId} in (select value from json_each(${page}))`)),
    )
  }
  return found
}

/** Of each address that may come back the resource that has it; 0 for a submission that waits. */
async function ownersOf(
  db: Database,
  made: readonly Made[],
  current: readonly { readonly record: Resource }[],
): Promise<ReadonlyMap<string, number>> {
  const records = [
    ...made.flatMap(({ change }) => change.before ?? []),
    ...current.map(({ record }) => record),
  ]
  const canonicals = JSON.stringify([...new Set(records.flatMap(addressesOf))])
  const rows = await db
    .select()
    .from(addresses)
    .where(sql`${addresses.canonical} in (select value from json_each(${canonicals}))`)
  return new Map(
    rows.map(({ canonical, ownerKind, ownerId }) => [
      canonical,
      ownerKind === 'resource' ? Number(ownerId) : 0,
    ]),
  )
}

/** A record without changes of it, the latest undone first. */
function withoutChanges(
  record: Resource,
  made: readonly ListedChange[],
  takenIn: (next: Resource) => readonly string[],
): { readonly next: Resource; readonly undone: UndoneChange[] } {
  let next = record
  const undone = made.map((change): UndoneChange => {
    const result = withoutChange(next, change)
    if ('conflicts' in result) return { change, outcome: 'changedLater', fields: result.conflicts }
    if (sameValue(result.record, next)) return { change, outcome: 'nothingLeft' }
    if (takenIn(result.record).length > 0) return { change, outcome: 'addressTaken' }
    next = result.record
    return { change, outcome: 'undone' }
  })
  return { next, undone }
}

/** Without the change that added it a resource is removed, and the record stays. */
const withoutChange = (record: Resource, { before, after }: ListedChange) =>
  before ? undoChange(before, after, record) : { record: { ...record, status: 'removed' as const } }

async function write(
  context: Context,
  { changed, made }: { readonly changed: readonly Changed[]; readonly made: readonly Made[] },
  personId: number,
  time: string,
): Promise<void> {
  const { db } = context
  const at = changed[0]?.next.updatedAt ?? timestamp(context)
  const subject = `person:${personId}`
  const read = [
    ...changed.map(({ id, record }) => ({ ...record, id })),
    ...made.flatMap(({ resourceId, change: { before, after } }) =>
      [after, ...(before ? [before] : [])].map((record) => ({ ...record, id: resourceId })),
    ),
  ]
  const statements: Statement[] = [
    requireSeenRecords(db, read),
    ...insertRows(
      db,
      changes,
      changed.map(({ id, next }) => ({
        subject: 'resource' as const,
        subjectId: String(id),
        version: next.version,
        action: 'reverted' as const,
        record: next,
        reason: REASON,
        at,
      })),
    ),
    ...insertRows(
      db,
      versions,
      changed.map(({ id, next }) => ({ ...versionColumns(next), resourceId: id })),
      { sequence: sequenceOfRow },
    ),
    ...referenceStatements(db, changed),
    ...addressStatements(db, changed),
    insertAction(db, { action: 'revert_all', personId: undefined, subject, reason: time, at }),
  ]
  const isStored = sql`exists (
    select 1 from maintainer_actions where action = 'revert_all' and subject = ${subject} and at = ${at})`
  try {
    await commit(db, statements, isStored)
    context.onPublish()
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    throw refusal('conflict', 'recordChanged', [], { conflict: 'stale_version' })
  }
}

/** The change that the batch has just made of the resource. */
const sequenceOfRow = sql`(
  select max(sequence) from changes
  where subject = 'resource' and subject_id = cast(row.value ->> '$.resourceId' as text))`

function referenceStatements(db: Database, changed: readonly Changed[]): Statement[] {
  const cited = changed
    .filter(({ record, next }) => !sameValue(record.references, next.references))
    .map(({ id, next }) => ({ id, references: next.references }))
  if (cited.length === 0) return []
  return [
    ...writeWorks(
      db,
      cited.flatMap(({ references }) => references),
    ),
    ...placeReferences(db, cited),
  ]
}

/** Frees the addresses that came by what is undone, and takes those that come back. */
function addressStatements(db: Database, changed: readonly Changed[]): Statement[] {
  const freed = changed.flatMap(({ id, record, next }) => {
    const kept = everyAddressOf(next)
    return addressesOf(record).flatMap((canonical) =>
      kept.includes(canonical) ? [] : [[canonical, String(id)]],
    )
  })
  const taken = changed.flatMap(({ id, next }) =>
    addressesOf(next).map((canonical) => [canonical, String(id)]),
  )
  return [
    db.delete(addresses).where(
      sql`${addresses.ownerKind} = 'resource' and (${addresses.canonical}, ${addresses.ownerId}) in (
        select value ->> 0, value ->> 1 from json_each(${JSON.stringify(freed)}))`,
    ),
    db.insert(addresses).select(
      sql`select value ->> 0, 'resource', value ->> 1 from json_each(${JSON.stringify(taken)}) where not exists (
        select 1 from ${addresses} as own where own.canonical = value ->> 0
        and own.owner_kind = 'resource' and own.owner_id = value ->> 1)`,
    ),
  ]
}
