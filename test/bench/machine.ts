// One workerd with all Workers of the bench in it, each on a socket of its own without anything between, and one D1.

import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { Miniflare, type WorkerOptions } from 'miniflare'
import type { Keys } from '../../bot/cli/keys.ts'
import { FOLDER } from '../../worker/cli/browser-files/write.ts'
import { APPLICATION_ID, MAINTAINER } from '../discord/protocol/people.ts'
import { type Module, type Rival, smallModules } from './built.ts'
import { workerdUnder } from './processor.ts'

const FLOOR = 'floor'
const COUNTED = 'counted'
const REGISTRY = 'registry'

/** The same in wrangler.toml; a bench that ran by another date would measure another runtime. */
const DATE = '2026-08-03'

const settingsFor = (keys: Keys) => ({
  DISCORD_APPLICATION_ID: APPLICATION_ID,
  DISCORD_PUBLIC_KEY: keys.publicKey,
  DISCORD_API_URL: 'http://127.0.0.1:9/api/v10',
  PUBLIC_URL: 'https://registry.example',
  CONTACT_EMAIL: 'registry@registry.example',
  SESSION_SECRET: 'a-secret-of-the-bench-that-nobody-needs',
  ...{ REVIEW_CHANNEL_ID: '', LANGUAGE: '', DISCOVERY: '', READ_ONLY: '', TURNSTILE_SITE_KEY: '' },
  ...{ SUBMISSIONS_PER_DAY: '999999999', QUERIES_PER_REQUEST: '1000' },
})

/** The bench asks more often than any person may. */
const UNLIMITED = { simple: { limit: 1_000_000_000, period: 60 } } as const

const text = (value: string) => ({ type: 'text', value }) as const

export function workerOf(name: string, modules: readonly Module[], keys: Keys): WorkerOptions {
  const [main] = modules
  if (!main) throw new Error(`${name} has no module.`)
  return {
    config: {
      name,
      compatibilityDate: DATE,
      manifest: {
        mainModule: main.name,
        modules: Object.fromEntries(modules.map(({ name, ...module }) => [name, module])),
      },
      env: {
        ...Object.fromEntries(
          Object.entries(settingsFor(keys)).map(([setting, value]) => [setting, text(value)]),
        ),
        DB: { type: 'd1', id: 'bench' },
        SUBMISSION_BURST: { type: 'rate-limit', namespace: '1', ...UNLIMITED },
        READ_BURST: { type: 'rate-limit', namespace: '2', ...UNLIMITED },
        VERSION: { type: 'version-metadata' },
        ASSETS: { type: 'assets' },
      },
      assets: { directory: FOLDER, hasUserWorker: true, runWorkerFirst: true },
    },
    dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }], stripCfConnectingIp: false },
  }
}

interface Count {
  readonly total: number
  /** The highest number that a resource has; what was approved has one too. */
  readonly last: number
}

export interface Machine {
  readonly registry: URL
  readonly counted: URL
  readonly floor: URL
  readonly rivals: readonly { readonly name: string; readonly url: URL }[]
  /** Of workerd, for the time that its processor has spent. */
  readonly pid: number | undefined
  readonly count: () => Promise<Count>
  /** Makes resources up until there are so many. */
  readonly grow: (to: number) => Promise<void>
  readonly maintainerToken: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** `modules` are the registry's; `rivals` are those of RIVALS whose packages are installed. */
export async function startMachine(
  keys: Keys,
  modules: readonly Module[],
  rivals: readonly Rival[],
): Promise<Machine> {
  const small = {
    [COUNTED]: await smallModules('workers/counted.ts'),
    [FLOOR]: await smallModules('workers/floor.ts'),
    filler: await smallModules('workers/filler.ts'),
  }
  const miniflare = new Miniflare({
    workers: [
      workerOf(REGISTRY, modules, keys),
      ...Object.entries(small).map(([name, own]) => workerOf(name, own, keys)),
      ...rivals.map(({ name, modules: own }) => workerOf(name, own, keys)),
    ],
  })
  await miniflare.ready
  const urlOf = (name: string) => miniflare.unsafeGetDirectURL(name)
  const filler = await urlOf('filler')
  const ask = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(new URL(path, filler), { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`The filler answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  await migrate(miniflare)
  const db = await miniflare.getD1Database('DB', REGISTRY)
  const count = async (): Promise<Count> => {
    const row = await db
      .prepare('select count(*) as total, max(max(id), max(position)) as last from resources')
      .first<Count>()
    return row ?? { total: 0, last: 0 }
  }
  return {
    registry: await urlOf(REGISTRY),
    counted: await urlOf(COUNTED),
    floor: await urlOf(FLOOR),
    rivals: await Promise.all(rivals.map(async ({ name }) => ({ name, url: await urlOf(name) }))),
    pid: workerdUnder(process.pid),
    count,
    async grow(to) {
      const { total, last } = await count()
      const end = last + 1 + to - total
      for (let at = last + 1; at < end; at += BATCH)
        await ask('/', { from: at, to: Math.min(end, at + BATCH) })
    },
    async maintainerToken() {
      const { token } = await ask('/maintainer', { id: MAINTAINER.id, name: MAINTAINER.globalName })
      return String(token)
    },
    stop: () => miniflare.dispose(),
  }
}
const BATCH = 1000

async function migrate(miniflare: Miniflare): Promise<void> {
  const db = await miniflare.getD1Database('DB', REGISTRY)
  for (const { name, queries } of await readD1Migrations('schema/migrations')) {
    await db.batch(queries.map((query) => db.prepare(query)))
    await db.prepare('create table if not exists d1_migrations (id integer primary key, name text)').run()
    await db.prepare('insert into d1_migrations (name) values (?)').bind(name).run()
  }
}
