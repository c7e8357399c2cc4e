// What is kept of people ends when /privacy says so, by the daily job, whatever else fails.

import { env } from 'cloudflare:workers'
import { getTableName, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, it } from 'vitest'
import * as schema from '../../../schema/tables.ts'
import { DAILY, runDaily } from '../../../worker/jobs/daily.ts'
import { openDatabase, QUERY_LIMIT } from '../../../worker/registry/database.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { MOST_EXPIRED } from '../../../worker/registry/retention/expire.ts'
import { EXPIRING, LASTING } from '../../../worker/registry/retention/kept.ts'
import { getText } from '../api/get.ts'
import { ANNA, rows } from '../registry/submissions.ts'

const NOW = new Date('2027-03-01T03:17:00.000Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString()
const noFault = (fault: unknown) => expect.unreachable(String(fault))
const run = (onFault: (fault: unknown) => void = noFault) =>
  runDaily({
    d1: env.DB,
    bucket: undefined,
    now: NOW,
    onFault,
  })

const insert = async (table: string, row: Record<string, unknown>) => {
  const names = Object.keys(row)
  await rows(
    `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    ...Object.values(row),
  )
}

/** People by number: 1xx are old, 2xx are young. */
const person = (id: number, days: number, more = {}) =>
  insert('people', { id, created_at: daysAgo(days), discord_id: String(id), name: `P${id}`, ...more })
const submission = (id: number, submitter: number, state: string, days: number) =>
  insert('submissions', {
    id,
    capability: `c${id}`,
    reference: `S-${id}`,
    kind: 'addition',
    state,
    version: 1,
    content: '{"evidence":[]}',
    thread: '[]',
    door: 'http',
    submitter_id: submitter,
    sent_from: 'hash',
    idempotency_key: `discord:${id}`,
    request_hash: 'x',
    created_at: daysAgo(days),
    updated_at: daysAgo(days),
  })
const delivery = (id: number, kind: string, submissionId: number, endedDaysAgo: number | undefined) =>
  insert('deliveries', {
    id,
    kind,
    target: kind === 'review' ? 'review' : 'person:110',
    submission_id: submissionId,
    change_subject: 'submission',
    change_subject_id: String(id),
    change_version: 1,
    state: endedDaysAgo === undefined ? 'waiting' : 'sent',
    next_at: daysAgo(99),
    created_at: daysAgo(99),
    ended_at: endedDaysAgo === undefined ? null : daysAgo(endedDaysAgo),
  })
const block = (id: number, subject: string, liftedDaysAgo: number | undefined) =>
  insert('blocks', {
    id,
    subject,
    submission_id: 110,
    blocked_by: 1,
    blocked_at: daysAgo(500),
    lifted_at: liftedDaysAgo === undefined ? null : daysAgo(liftedDaysAgo),
  })
const watch = (id: number, personId: number, endedDaysAgo: number | undefined) =>
  insert('watches', {
    id,
    person_id: personId,
    created_at: daysAgo(400),
    ended_at: endedDaysAgo === undefined ? null : daysAgo(endedDaysAgo),
  })

const mailAddress = (id: number, submissionId: number, days: number, isConfirmed: boolean) =>
  insert('mail_addresses', {
    id,
    submission_id: submissionId,
    address: `${id}@lab.example`,
    token: `t${id}`,
    created_at: daysAgo(days),
    confirmed_at: isConfirmed ? daysAgo(days) : null,
  })

const ids = async (table: string, where = 'true') =>
  (await rows<{ id: unknown }>(`select id from ${table} where ${where} order by id`)).map(({ id }) => id)

beforeAll(async () => {
  await createRegistry(env.DB).addMaintainer('console', ANNA.kind === 'discord' ? ANNA.discordId : '', 'Anna')
  // Nothing is left of 101, old; of 201 neither, but young. 102 to 105 have something left.
  await person(101, 31)
  await person(201, 29)
  for (const id of [102, 103, 104, 105, 106]) await person(id, 400)
  await watch(1, 102, undefined)
  await insert('drafts', { id: 'old', person_id: 104, content: '{}', updated_at: daysAgo(1.1) })
  await insert('drafts', { id: 'young', person_id: 105, content: '{}', updated_at: daysAgo(0.9) })
  await insert('sessions', { id: 'over', person_id: 105, created_at: daysAgo(8), expires_at: daysAgo(0.1) })
  await insert('sessions', { id: 'on', person_id: 106, created_at: daysAgo(2), expires_at: daysAgo(-5) })
  // Without an account: decided long ago, decided lately, waiting.
  const anonymous = { discord_id: null, contact: 'a@b.example' }
  for (const id of [110, 111, 112]) await person(id, 400, anonymous)
  await submission(110, 110, 'rejected', 91)
  await submission(111, 111, 'withdrawn', 89)
  await submission(112, 112, 'pending', 300)
  await submission(113, 110, 'approved', 92)
  await submission(114, 111, 'approved', 29)
  // Not confirmed, old and young; confirmed: decided long ago, decided lately, waiting.
  await mailAddress(1, 113, 8, false)
  await mailAddress(2, 114, 6, false)
  await mailAddress(3, 110, 300, true)
  await mailAddress(4, 111, 300, true)
  await mailAddress(5, 112, 300, true)
  await watch(2, 102, 61)
  await watch(3, 102, 59)
  await block(1, 'person:103', undefined)
  await block(2, 'contact:old', 91)
  await block(3, 'contact:young', 89)
  await delivery(1, 'submitter', 110, 31)
  await delivery(2, 'submitter', 110, 29)
  await delivery(3, 'submitter', 112, undefined)
  await delivery(4, 'review', 110, 80)
  await delivery(5, 'review', 110, 40)
  for (const [day, count] of [
    [daysAgo(1).slice(0, 10), 1],
    [NOW.toISOString().slice(0, 10), 2],
  ] as const)
    await insert('daily_counts', { day, counted: 'drafts', subject: 'hash', count, most: 9 })
  for (const days of [2, 1, 0])
    await insert('daily_secrets', { day: daysAgo(days).slice(0, 10), secret: String(days) })
})

describe('the daily job', () => {
  it('ends what is old, and nothing that is young or in use', async () => {
    await run()
    // 104 had an old draft and nothing else; it goes in the same run, because drafts go first.
    expect(await ids('people', 'id > 100')).toEqual([102, 103, 105, 106, 110, 111, 112, 201])
    expect(await ids('people', 'contact is not null')).toEqual([111, 112])
    expect(await ids('people', 'name is null')).toEqual([110])
    expect(await ids('drafts')).toEqual(['young'])
    expect(await ids('sessions')).toEqual(['on'])
    expect(await ids('watches')).toEqual([1, 3])
    expect(await ids('blocks')).toEqual([1, 3])
    expect(await ids('mail_addresses')).toEqual([2, 4, 5])
    expect(await ids('deliveries')).toEqual([2, 3, 5])
    expect(await ids('submissions')).toEqual([110, 111, 112, 113, 114])
    expect(await ids('submissions', 'idempotency_key is not null and sent_from is not null')).toEqual([114])
    expect(await rows('select day from daily_counts')).toEqual([{ day: '2027-03-01' }])
    expect(await rows('select secret from daily_secrets order by secret')).toEqual([
      { secret: '0' },
      { secret: '1' },
    ])
    expect(DAILY).toBe('17 3 * * *')
  })

  it('is bounded, and goes on the next day', async () => {
    await rows(
      `insert into sessions (id, person_id, created_at, expires_at)
       with recursive n (value) as (select 1 union all select value + 1 from n where value < ?)
       select 's' || value, 106, '2020', '2020' from n`,
      MOST_EXPIRED + 1,
    )
    await run()
    expect(await ids('sessions', `expires_at = '2020'`)).toHaveLength(1)
    await run()
    expect(await ids('sessions')).toEqual(['on'])
    expect(EXPIRING.length).toBeLessThan(QUERY_LIMIT)
  })

  it('finds what is old by an index', async () => {
    const { db } = openDatabase(env.DB)
    for (const { what, tables, expire } of EXPIRING) {
      const plan = await db.all<{ detail: string }>(sql`explain query plan ${expire(daysAgo(1), 9)}`)
      const scans = plan
        .map(({ detail }) => detail)
        .filter((detail) => /^SCAN (?!.*USING .*INDEX)/.test(detail))
      expect([what, tables, scans]).toEqual([what, tables, []])
    }
  })

  it('goes on where one kind fails', async () => {
    const faults: unknown[] = []
    await insert('sessions', { id: 'late', person_id: 106, created_at: daysAgo(9), expires_at: daysAgo(1) })
    await insert('drafts', { id: 'late', person_id: 106, content: '{}', updated_at: daysAgo(3) })
    await rows(`create trigger fails before delete on sessions begin select raise(abort, 'no'); end`)
    await run((fault) => faults.push(fault))
    expect([faults.length, await ids('drafts')]).toEqual([1, ['young']])
    await rows('drop trigger fails')
  })
})

describe('the list', () => {
  /** Tables of which no row is about a person. */
  const WITHOUT_PEOPLE = [
    'addresses',
    'candidate_addresses',
    'cell_counts',
    'jobs',
    'lineage',
    'link_verdicts',
    'links',
    'upstream_looks',
    'listed_blocks',
    'names',
    'origins',
    'references',
    'releases',
    'resource_references',
    'resources',
    'rows_used',
    'submission_addresses',
    'version_references',
    'versions',
    'word_endings',
    'word_forms',
    'word_blocks',
    'tallies',
    'edition',
    'words',
  ]

  it('has every table that holds a person', () => {
    const tables = Object.values(schema).flatMap((one) => (is(one, SQLiteTable) ? [getTableName(one)] : []))
    const listed = [...EXPIRING, ...LASTING].flatMap(({ tables: named }) => named)
    expect([...new Set([...listed, ...WITHOUT_PEOPLE])].sort()).toEqual(tables.sort())
  })

  it('is the table of /privacy, which is linked from everywhere', async () => {
    const page = await getText('/privacy', { CONTACT_EMAIL: 'host@registry.example' })
    for (const { what, why } of [...EXPIRING, ...LASTING])
      for (const text of [what, why]) expect(page).toContain(text)
    expect(page).toContain('mailto:host@registry.example')
    for (const path of ['/', '/submit', '/about', '/llms.txt', '/sitemap.xml'])
      expect(await getText(path, { PUBLIC_URL: 'https://registry.example' })).toContain('/privacy')
  })
})
