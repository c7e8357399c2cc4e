// Writes what the looks of one run say, by few statements however many there are.

import { eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { links, linkVerdicts, listedBlocks, resources } from '../../../schema/tables.ts'
import type { RecordedLooks } from '../../../schema/verbs/links.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { type Database, rawStatement } from '../database.ts'

const rowsOf = (rows: readonly unknown[]) => sql`json_each(${JSON.stringify(rows)}) as given`
const given = (name: string) => sql`given.value ->> ${sql.raw(`'$.${name}'`)}`
/** The address may be another one by now, and the number may be given to it. */
const isThere = sql`${links.id} = ${given('id')} and ${links.address} = ${given('address')}`

function writeLooks(db: Database, { looked }: RecordedLooks, at: string): BatchItem<'sqlite'>[] {
  if (looked.length === 0) return []
  const rows = looked.map(({ link: { id, address }, state, nextAt }) => ({
    ...{ id, address, nextAt, ...state },
    identity: state.identity && JSON.stringify(state.identity),
  }))
  const columns = [
    ...['verdict', 'since', 'finalUrl', 'failures', 'failedOn', 'movedOn', 'identity', 'finding', 'saying'],
    'nextAt',
  ] as const
  const set = columns.map((name) => sql`${sql.identifier(snakeCase(name))} = ${given(name)}`)
  return [
    rawStatement(
      db,
      sql`insert into ${linkVerdicts} (resource_id, address, verdict, final_url, saying, at)
        select links.resource_id, links.address, ${given('verdict')}, ${given('finalUrl')}, ${given('saying')}, ${at}
        from ${rowsOf(rows)} join ${links} on ${isThere} where ${links.verdict} <> ${given('verdict')}`,
    ),
    rawStatement(
      db,
      sql`update ${links} set ${sql.join(set, sql`, `)}, checked_at = ${at},
          proposed = case when ${given('verdict')} <> 'alive' or proposed <> 'dead' then proposed end
        from ${rowsOf(rows)} where ${isThere}`,
    ),
  ]
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A copy is an address of the resource too, which is looked at like the others; a dead one is forgotten. */
function writeCopies(db: Database, { copies, saved, looked }: RecordedLooks, at: string) {
  const statements: BatchItem<'sqlite'>[] = []
  const lost = looked.flatMap(({ link, state }) =>
    link.role === 'archived' && state.verdict === 'dead' ? [link.id] : [],
  )
  if (copies.length > 0)
    statements.push(
      rawStatement(
        db,
        sql`update ${links} set copy_sought_at = ${at}, archived_url = coalesce(${given('archivedUrl')}, archived_url)
          from ${rowsOf(copies)} where ${isThere}`,
      ),
      rawStatement(
        db,
        sql`insert or ignore into ${links} (resource_id, address, role)
          select links.resource_id, ${given('archivedUrl')}, 'archived'
          from ${rowsOf(copies)} join ${links} on ${isThere} where ${given('archivedUrl')} is not null`,
      ),
    )
  if (saved.length > 0)
    statements.push(
      rawStatement(
        db,
        sql`update ${links} set is_to_be_saved = false where id in (select value from json_each(${JSON.stringify(saved)}))`,
      ),
    )
  if (lost.length > 0)
    statements.push(
      rawStatement(
        db,
        sql`update ${links} set archived_url = null from (
            select resource_id, address from ${links} where id in (select value from json_each(${JSON.stringify(lost)}))
          ) as gone where links.resource_id = gone.resource_id and links.archived_url = gone.address`,
      ),
      rawStatement(
        db,
        sql`delete from ${links} where role = 'archived' and id in (select value from json_each(${JSON.stringify(lost)}))`,
      ),
    )
  return statements
}

/** The blocks that lists read, each with a number of its own: a read that finds nothing new reads the last one alone. */
function writeBlocks(db: Database, ids: readonly number[]) {
  const among = sql`(select value from json_each(${JSON.stringify(ids)}))`
  const resourceIds = sql`(select resource_id from ${links} where id in ${among})`
  return rawStatement(
    db,
    sql`update ${listedBlocks} set touched = (select max(touched) from ${listedBlocks}) + 1 + block,
      links = json_patch(links, (
        select json_group_object(cast(position as text), json(link)) from listed_links
        where resource_id in ${resourceIds} and position / 512 = block))
      where block in (select position / 512 from ${resources} where id in ${resourceIds})`,
  )
}

export const recordLooks: Verb<'recordLooks'> = async (context: Context, looks) => {
  const { db } = context
  const at = timestamp(context)
  const ids = [...looks.looked.map(({ link }) => link.id), ...looks.copies.map(({ id }) => id)]
  if (ids.length === 0) return
  // What is lost is deleted after the looks at it, and is in the blocks no more.
  const [first, ...statements] = [...writeLooks(db, looks, at), ...writeCopies(db, looks, at)]
  if (first === undefined) return
  await db.batch([first, ...statements, writeBlocks(db, ids)])
  const isNews = looks.looked.some(({ link, state }) => link.state.verdict !== state.verdict)
  if (isNews || looks.copies.some(({ archivedUrl }) => archivedUrl !== undefined)) context.onPublish()
}

export const noteProposed: Verb<'noteProposed'> = async ({ db }, id, proposed) => {
  await db.update(links).set({ proposed }).where(eq(links.id, id))
}
