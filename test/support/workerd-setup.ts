import { env } from 'cloudflare:workers'
import { afterAll, expect, vi } from 'vitest'
import { emptyDatabase } from './empty-database.ts'
import { leaks } from './faults/read-log.ts'
import { applySurvey } from './releases.ts'

// Test files share a few Workers, since to start one costs more than most files do: each file leaves the Worker as it
// was, and begins with a database and a bucket of its own.
afterAll(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  expect(leaks.splice(0), 'secrets in the log').toEqual([])
})

await emptyDatabase()
const { objects: copies } = await env.BACKUPS.list()
await env.BACKUPS.delete(copies.map(({ key }) => key))

// Tests start from the survey's 14 rows; a test that is about a later release applies it: releases.ts.
await applySurvey()
