// A backup gives the registry back, to the byte.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { backupLines, WrittenMeanwhile } from '../../../../worker/registry/backup/back-up.ts'
import { countOwnRows } from '../../../../worker/registry/backup/restore.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { applyReleases } from '../../../support/releases.ts'
import { watchedDatabase } from '../../../support/watched-database.ts'
import { getText } from '../../api/get.ts'
import { insertResources, madeUp } from '../made-up.ts'
import { ANNA, addition, rows, SENDER, sent } from '../submissions.ts'
import {
  A_DRAFT,
  begin,
  dumpTables,
  lines,
  listed,
  restoreLines,
  TAKEN_AT,
  useRegistry,
} from './used-registry.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
/** What people read. */
const answers = () =>
  Promise.all(
    [
      ...[
        '/v1/export.json',
        '/v1/export.csv',
        '/v1/export.ndjson',
        '/v1/export.bib',
        '/feed.atom',
        '/v1/stats',
      ],
      ...['/v1/resources?q=wurzburg', '/v1/resources?q=lnug+atals', '/v1/resources?ct=yes&sort=certain'],
      ...['/v1/changes?limit=100', '/v1/resources/covid-ct?release=2.1', '/v1/references', '/v1/lineage'],
      ...['/v1/resources?at=2026-11-23T00:00:00.000Z', '/v1/releases', '/?q=atlas'],
    ].map(async (path) => [path, (await getText(path)).replaceAll(/nonce[-=]"?[\w+/=-]+/g, '')]),
  )

const search = () =>
  rows('select rowid from search where search match ? order by rank, rowid', 'atlas OR covid')

let before: Awaited<ReturnType<typeof dumpTables>>
let saved: readonly string[]

beforeAll(async () => {
  await begin()
  await useRegistry(registry)
  // A delivery that was deleted: its number is not given again.
  await env.DB.prepare('delete from deliveries where id = (select max(id) from deliveries)').run()
  before = await dumpTables()
  saved = await lines()
})

describe('a backup', () => {
  it('is of a registry with a row in every table, but for those of one deployment', () => {
    const empty = Object.entries(before).flatMap(([table, { length }]) => (length === 0 ? [table] : []))
    expect(empty.sort()).toEqual(['jobs', 'rows_used'])
  })

  it('gives back every table, every answer and every search, in a registry that is new or half restored', async () => {
    const read = { answers: await answers(), found: await search() }
    const numbers = await rows('select * from sqlite_sequence order by name')
    await begin()
    await restoreLines(saved.slice(0, 40))
    await env.DB.prepare('create table restore_in_progress (restored integer)').run()
    expect(await countOwnRows(env.DB)).toEqual([])
    await restoreLines(saved)
    // The key of the day's counts would keep the addresses recoverable that they are hashes of.
    expect(await dumpTables()).toEqual({ ...before, daily_counts: [], daily_secrets: [] })
    expect(await rows('select * from sqlite_sequence order by name')).toEqual(numbers)
    expect({ answers: await answers(), found: await search() }).toEqual(read)
    expect(await lines()).toEqual(saved)
  })

  it('leaves a registry that works: the log stays append-only, and submissions go on', async () => {
    await expect(env.DB.prepare('delete from changes').run()).rejects.toThrow('append-only')
    await expect(env.DB.prepare('delete from resources').run()).rejects.toThrow('never deleted')
    const { reference } = await sent(registry, addition('After the restore', { derivedFrom: ['covid-ct'] }))
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    expect((await registry.resolveResource('after the restore')).resource.name).toBe('After the restore')
  })
})

describe('a registry in use', () => {
  it('is known by the rows that no migration writes', async () => {
    expect(await countOwnRows(env.DB)).toContainEqual({ table: 'people', rows: before.people?.length })
    await begin()
    await applyReleases()
    expect(await countOwnRows(env.DB)).toEqual([])
  })

  it('that is written to between two pages is no backup', async () => {
    await insertResources(Array.from({ length: 450 }, (_, i) => madeUp(100 + i)))
    expect(await lines()).toEqual(await lines())
    const { DB } = watchedDatabase(env.DB, (batch) => {
      if (batch === 2) throw new Error('Unreachable.')
    })
    await expect(lines(DB)).rejects.toThrow('Unreachable')
    const writing = backupLines(env.DB, TAKEN_AT)
    await writing.next()
    await writing.next()
    await registry.saveDraft(SENDER, A_DRAFT)
    await expect(listed(writing)).rejects.toThrow(WrittenMeanwhile)
  })
})
