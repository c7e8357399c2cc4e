// workerd is killed among submissions, again and again: what was acknowledged is there, once.

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { afterAll, expect, it } from 'vitest'
import { ROOT } from '../../../worker/cli/local/wrangler.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'

const folder = mkdtempSync(join(tmpdir(), 'registry-killed-'))
afterAll(() => removeFolder(folder))

const KILLS = 10
/** Senders at once. */
const SENDERS = 4

/** The processes that this one started. */
const children = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(process.pid)
      } catch {
        // It has ended.
        return false
      }
    })
    .map(Number)

const built = build({
  entryPoints: [join(ROOT, 'worker/index.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  conditions: ['workerd', 'worker', 'browser'],
})

async function start(): Promise<{ readonly worker: Miniflare; readonly pids: readonly number[] }> {
  const before = children()
  const unlimited = (namespace: string) =>
    ({ type: 'rate-limit', namespace, simple: { limit: 1_000_000, period: 60 } }) as const
  const text = (value: string) => ({ type: 'text', value }) as const
  const worker = new Miniflare({
    resourcePersistencePath: join(folder, 'v3'),
    workers: [
      {
        config: {
          name: 'registry',
          compatibilityDate: '2026-08-03',
          manifest: {
            mainModule: 'worker.js',
            modules: { 'worker.js': { type: 'esm', contents: (await built).outputFiles[0]?.text ?? '' } },
          },
          env: {
            DB: { type: 'd1', id: '00000000-0000-0000-0000-000000000000' },
            SUBMISSION_BURST: unlimited('1'),
            READ_BURST: unlimited('2'),
            SUBMISSIONS_PER_DAY: text('100000'),
            PUBLIC_URL: text('https://registry.example'),
            VERSION: { type: 'version-metadata' },
          },
        },
      },
    ],
  })
  await worker.ready
  return { worker, pids: children().filter((pid) => !before.includes(pid)) }
}

interface Sent {
  readonly key: string
  /** What was acknowledged: its secret id. */
  id?: string
}

let names = 0
async function send(worker: Miniflare, sent: Sent): Promise<void> {
  const answer = await worker.dispatchFetch('https://registry.example/v1/submissions', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'CF-Connecting-IP': '203.0.113.9',
      'Idempotency-Key': sent.key,
    },
    body: JSON.stringify({
      kind: 'addition',
      resource: {
        name: `Atlas ${sent.key}`,
        url: `https://atlas-data.org/${sent.key}`,
        organization: 'A clinic',
      },
    }),
  })
  const { id } = (await answer.json()) as { id?: string }
  if (!answer.ok) throw new Error(`It was answered ${answer.status}.`)
  if (sent.id !== undefined) expect(id).toBe(sent.id)
  if (id !== undefined) sent.id = id
}

/** Sends one after another until the Worker is gone. */
async function sendUntilKilled(worker: Miniflare, all: Sent[], isKilled: () => boolean): Promise<void> {
  while (!isKilled()) {
    const sent: Sent = { key: `k${++names}` }
    all.push(sent)
    await send(worker, sent).catch((error: unknown) => {
      if (!isKilled()) throw error
    })
  }
}

it('killed ten times among submissions, workerd has lost and doubled none', async () => {
  await copyMigrated(folder)
  const all: Sent[] = []
  const acknowledged = () => all.filter(({ id }) => id !== undefined).length
  for (let kill = 0; kill < KILLS; kill++) {
    const { worker, pids } = await start()
    expect(pids.length).toBeGreaterThan(0)
    let isKilled = false
    const sending = Array.from({ length: SENDERS }, () => sendUntilKilled(worker, all, () => isKilled))
    const enough = acknowledged() + 1 + kill
    while (acknowledged() < enough) await sleep(5)
    await sleep(3 * kill)
    isKilled = true
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    await Promise.all(sending)
    await worker.dispose().catch(() => {})
  }
  const { worker } = await start()
  // Each again with its key, the acknowledged ones too: these get the same id.
  await Promise.all(all.map((sent) => send(worker, sent)))
  await worker.dispose()
  const { length: n } = all
  expect(counts()).toEqual({ submissions: n, keys: n, changes: n, cards: n, addresses: n, integrity: 'ok' })
})

function counts(): unknown {
  const databases = join(folder, 'v3/d1/miniflare-D1DatabaseObject')
  const [file = ''] = readdirSync(databases).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
  const db = new DatabaseSync(join(databases, file))
  try {
    return {
      ...db
        .prepare(
          `select count(*) as submissions, count(distinct idempotency_key) as keys,
            (select count(*) from changes where subject = 'submission' and version = 1) as changes,
            (select count(*) from deliveries where kind = 'review') as cards,
            (select count(*) from addresses where owner_kind = 'submission') as addresses,
            (select group_concat(integrity_check) from pragma_integrity_check) as integrity from submissions`,
        )
        .get(),
    }
  } finally {
    db.close()
  }
}
