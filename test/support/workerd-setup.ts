import { env } from 'cloudflare:workers'
import { afterAll, vi } from 'vitest'
import { applySurvey } from './releases.ts'

// Test files share a few Workers, since to start one costs more than most files do: each file leaves the Worker as it
// was, and begins with a database of its own.
afterAll(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const { results: left } = await env.DB.prepare(
  `select name from pragma_table_list
   where type in ('table', 'virtual') and name not glob 'sqlite_*' and name not glob '_cf_*'`,
).all<{ name: string }>()
const emptying = ['pragma defer_foreign_keys = on', ...left.map(({ name }) => `drop table "${name}"`)]
await env.DB.batch(emptying.map((query) => env.DB.prepare(query)))

// Tests start from the survey's 14 rows; a test that is about a later release applies it: releases.ts.
await applySurvey()
