import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { deliveries, jobs } from '../../../schema/tables.ts'
import type { RowsUsed } from '../../../schema/verbs/operations.ts'
import { openDatabase, selectValues } from '../../../worker/registry/database.ts'
import { rows } from './submissions.ts'

describe('an insert of selected values', () => {
  const letters = sqliteTable('letters', {
    id: integer().primaryKey(),
    urgency: text().notNull().default('low'),
    postedAt: text('posted_at'),
    target: text().notNull(),
    topics: text({ mode: 'json' }).$type<readonly string[]>(),
  })

  it('names its columns, and one without a value has its default', async () => {
    await env.DB.exec(
      "create table letters (id integer primary key, target text not null, topics text, posted_at text, urgency text not null default 'high')",
    )
    const { db } = openDatabase(env.DB)
    const row = selectValues(letters, { target: sql`'to ' || c.value`, topics: ['ct'] })
    await db.insert(letters).select(sql`${row} from json_each('["Anna", "Bert"]') as c`)
    expect(await rows('select * from letters')).toEqual([
      { id: 1, target: 'to Anna', topics: '["ct"]', posted_at: null, urgency: 'low' },
      { id: 2, target: 'to Bert', topics: '["ct"]', posted_at: null, urgency: 'low' },
    ])
  })

  it('begins a delivery with no attempts', async () => {
    const { db } = openDatabase(env.DB)
    const at = '2026-06-01T12:00:00.000Z'
    const times = { nextAt: at, createdAt: at }
    const change = { changeSubject: 'submission', changeSubjectId: '7', changeVersion: 0 } as const
    const row = selectValues(deliveries, {
      kind: 'digest',
      target: 'review',
      state: 'waiting',
      ...change,
      ...times,
    })
    await db.insert(deliveries).select(row)
    expect(await rows('select attempts, typeof(attempts) as type, watch_id from deliveries')).toEqual([
      { attempts: 0, type: 'integer', watch_id: null },
    ])
  })
})

it('counts each statement of a batch, with and without values', async () => {
  const { db, countQueries } = openDatabase(env.DB, { limit: 4 })
  await db.select({ id: deliveries.id }).from(deliveries).where(sql`${deliveries.id} = ${1}`)
  expect(countQueries()).toMatchObject({ sent: 1, left: 3 })
  const select = () => db.select({ id: deliveries.id }).from(deliveries)
  await db.batch([select(), select().where(sql`${deliveries.id} = ${1}`)])
  expect(countQueries()).toMatchObject({ sent: 3, left: 1 })
  await expect(db.batch([select(), select()])).rejects.toThrow('More than 4 queries to D1.')
  await select()
  await expect(select()).rejects.toThrow()
  expect(countQueries()).toMatchObject({ sent: 4, left: 0 })
})

it('counts the rows that each statement reads and writes, alone or in a batch', async () => {
  const counted: RowsUsed[] = []
  const { db, countQueries } = openDatabase(env.DB, { onRows: (rows) => counted.push(rows) })
  const all = () => db.select({ name: jobs.name }).from(jobs)
  await db.insert(jobs).values({ name: 'outbox', ranAt: '2026-11-29T12:00:00.000Z' })
  expect(await all()).toEqual([{ name: 'outbox' }])
  await db.batch([all(), db.delete(jobs)])
  expect(countQueries()).toMatchObject({ trips: 3, rowsRead: 2 })
  expect(countQueries().rowsWritten).toBeGreaterThanOrEqual(2)
  expect(counted).toHaveLength(4)
})
