// Watches: the changes that a person or channel wants announced. ../announcements.ts queues the announcements.

import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import type { Wanted } from '../../../schema/record/filters.ts'
import { resources, watches } from '../../../schema/tables.ts'
import type { Watch, Watched, Watcher, WatchInput, WatchOwner } from '../../../schema/verbs/watches.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { wantedTags } from '../../domain/search/wanted.ts'
import { commit } from '../commit.ts'
import { timestamp, type Verb } from '../context.ts'
import { type Database, selectValues } from '../database.ts'
import { identifyCaller } from '../limits/caller.ts'
import { quotaOf } from '../limits/quotas.ts'
import { personIdOf, rememberPerson } from '../people/people.ts'

const selectWatches = (db: Database) =>
  db
    .select({
      id: watches.id,
      channelId: watches.channelId,
      wanted: watches.wanted,
      createdAt: watches.createdAt,
      slug: resources.slug,
      name: resources.name,
    })
    .from(watches)
    .leftJoin(resources, eq(resources.id, watches.resourceId))

type Row = Awaited<ReturnType<typeof selectWatches>>[number]

/** What `selectWatches` answered in a batch, which does not say of which statement its rows are. */
const watchRows = (rows: unknown) => rows as readonly Row[] | undefined

export function toWatched({ wanted, slug, name }: Pick<Row, 'wanted' | 'slug' | 'name'>): Watched {
  if (wanted !== null) return { kind: 'wanted', ...wanted }
  return slug !== null && name !== null ? { kind: 'resource', slug, name } : { kind: 'everything' }
}

const toWatch = (row: Row): Watch => ({
  id: row.id,
  watched: toWatched(row),
  createdAt: row.createdAt,
  ...present({ channelId: row.channelId }),
})

const isOn = isNull(watches.endedAt)

const isOf = (watcher: Watcher): SQL =>
  watcher.kind === 'channel'
    ? sql`${watches.channelId} = ${watcher.channelId} and ${watches.guildId} = ${watcher.guildId}`
    : sql`${watches.personId} = ${personIdOf(watcher.actor.discordId)}`

function isAbout(watched: WatchInput): SQL {
  switch (watched.kind) {
    case 'everything':
      return sql`${watches.wanted} is null and ${watches.resourceId} is null`
    case 'wanted':
      return sql`${watches.wanted} = ${JSON.stringify(wantedOf(watched))}`
    case 'resource':
      return sql`${watches.resourceId} = (select id from resources where slug = ${watched.slug})`
  }
}

/** The same is always written the same, so that it is one watch. */
const wantedOf = ({ dataTypes, terms: { access, license, use, annotations } }: Wanted): Wanted => ({
  dataTypes: DATA_TYPE_KEYS.filter((key) => dataTypes.includes(key)),
  terms: present({ access, license, use, annotations }),
})

const isOwned = (owner: WatchOwner): SQL =>
  owner.kind === 'server'
    ? sql`${watches.guildId} = ${owner.guildId}`
    : sql`${watches.personId} = ${personIdOf(owner.actor.discordId)}`

export const addWatch: Verb<'addWatch'> = async (context, watcher, watched) => {
  const { db } = context
  const caller = await identifyCaller(context, watcher)
  const isPerson = watcher.kind === 'person'
  const createdAt = timestamp(context)
  // An unknown resource selects no row: a watch without a resource would watch everything.
  const source =
    watched.kind === 'resource'
      ? sql`resources where slug = ${watched.slug}`
      : sql`(select null as id) where true`
  const row = selectValues(watches, {
    ...(isPerson
      ? { personId: personIdOf(watcher.actor.discordId) }
      : { channelId: watcher.channelId, guildId: watcher.guildId }),
    ...(watched.kind === 'wanted' && { wanted: wantedOf(watched), tags: wantedTags(watched) }),
    resourceId: sql`id`,
    createdAt,
  })
  const which = and(isOf(watcher), isAbout(watched), isOn)
  const remembered = isPerson ? [rememberPerson(context, watcher.actor)] : []
  const statements = [
    ...remembered,
    db.insert(watches).select(sql`${row} from ${source}`).onConflictDoNothing().returning({ id: watches.id }),
    // An existing watch also takes on the server's current language.
    ...(isPerson
      ? []
      : [
          db
            .update(watches)
            .set({ locale: watcher.locale ?? null })
            .where(which),
        ]),
    selectWatches(db).where(which),
  ]
  const isStored = sql`exists (select 1 from ${watches} where ${which})`
  const rows = await commit(db, statements, isStored, quotaOf(context, caller, 'watches'))
  const [found] = watchRows(rows?.at(-1)) ?? (await selectWatches(db).where(which))
  if (!found) throw refusal('not_found', 'nothingToWatch', [])
  const inserted = rows?.[remembered.length]
  // Where the answer was lost, the time tells, unless the same was asked for in the same millisecond.
  const isNew = Array.isArray(inserted) ? inserted.length > 0 : found.createdAt === createdAt
  return { watch: toWatch(found), isNew }
}

export const listWatches: Verb<'listWatches'> = async ({ db }, owner) => {
  const rows = await selectWatches(db)
    .where(and(isOwned(owner), isOn))
    .orderBy(asc(watches.id))
  return rows.map(toWatch)
}

/** The deliveries that wait for an ended watch are dropped when they are due. */
export const endWatch: Verb<'endWatch'> = async (context, owner, id) => {
  const { db } = context
  const which = and(eq(watches.id, id), isOwned(owner))
  const endedAt = timestamp(context)
  const select = selectWatches(db).where(which)
  const rows = await commit(
    db,
    [select, db.update(watches).set({ endedAt }).where(and(which, isOn))],
    sql`exists (select 1 from ${watches} where ${which} and ${watches.endedAt} = ${endedAt})`,
  )
  const [found] = watchRows(rows?.[0]) ?? (await select)
  if (!found) throw refusal('not_found', 'noSuchWatch', [])
  return toWatch(found)
}
