// A registry with people in it goes through every migration, one at a time, and ends as a new one.

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { emptyDatabase } from '../../../support/empty-database.ts'
import { getText } from '../../api/get.ts'
import { rows } from '../submissions.ts'

const EXPORTS = [
  '/v1/export.json',
  '/v1/export.csv',
  '/v1/changes?limit=100',
  '/v1/releases',
  '/v1/resources?q=lung',
]
const exported = () => Promise.all(EXPORTS.map((path) => getText(path)))

const migrate = ({ queries }: (typeof env.MIGRATIONS)[number]) =>
  env.DB.batch(queries.map((query) => env.DB.prepare(query)))

/** Rows of people after the nth migration: somebody who is told of all changes, and what was rejected of theirs. */
const use = (n: number) =>
  env.DB.batch(
    [
      `insert into people (id, discord_id, name, contact, created_at) values (${n}, '${n}', 'Person ${n}', 'c${n}', '2026-01-01')`,
      `insert into watches (id, person_id, created_at) values (${n}, ${n}, '2026-01-01')`,
      `insert into submissions (id, capability, reference, kind, state, version, content, thread, door, submitter_id, created_at, updated_at)
       values (${n}, 'c${n}', 'S-${n}', 'addition', 'rejected', 1, '{"evidence":[]}', '[]', 'http', ${n}, '2026-01-01', '2026-01-01')`,
      `insert into submission_addresses (canonical, submission_id) values ('data.org/${n}', ${n})`,
      `insert into deliveries (kind, target, submission_id, change_subject, change_subject_id, change_version, state, next_at, created_at)
       values ('review', 'review', ${n}, 'submission', '${n}', 1, 'sent', '2026-01-01', '2026-01-01')`,
    ].map((query) => env.DB.prepare(query)),
  )

it('keeps every row, and has what a new registry has', async () => {
  await emptyDatabase()
  for (const migration of env.MIGRATIONS) await migrate(migration)
  const fresh = await exported()

  await emptyDatabase()
  for (const [n, migration] of env.MIGRATIONS.entries()) {
    await migrate(migration)
    await use(n + 1)
    expect(await rows('pragma quick_check'), migration.name).toEqual([{ quick_check: 'ok' }])
    expect(await rows('pragma foreign_key_check'), migration.name).toEqual([])
  }
  expect(await exported()).toEqual(fresh)
  for (const table of ['people', 'watches', 'submissions', 'submission_addresses', 'deliveries'])
    expect(await rows(`select count(*) as n from ${table}`), table).toEqual([{ n: env.MIGRATIONS.length }])
})
