// What every read of the registry costs, measured at release 4.0 and with a thousand resources.

import { env } from 'cloudflare:workers'
import { COMMANDS } from '../../bot/commands/index.ts'
import { ALL_CODES, cellsRow } from '../../schema/record/values/cells.ts'
import { app, pagesAndApi } from '../../worker/app.ts'
import { signed } from '../support/discord.ts'
import { applyEveryRelease } from '../support/releases.ts'
import { watchedDatabase } from '../support/watched-database.ts'
import { insertResources, madeUp } from '../worker/registry/made-up.ts'
import { COSTS, type Cost, routeName } from './cost-rows.ts'

const page = (path: string) =>
  new Request(`https://registry.example${path}`, {
    headers: { Accept: '*/*', 'CF-Connecting-IP': '203.0.113.7' },
  })

async function interaction(body: object): Promise<Request> {
  const text = JSON.stringify(body)
  return new Request('https://registry.example/interactions', {
    method: 'POST',
    body: text,
    headers: await signed(text),
  })
}

/** Commands that write or are for maintainers: their costs are those of the verbs, which other tests hold. */
const WRITING = /^\/covid-(?:review|watch (?:add|remove))/

/** What a person can ask for, and has no row. */
export function routesWithoutRow(): string[] {
  const routes = pagesAndApi()
    .routes.filter(({ method }) => method === 'GET')
    .map(({ method, path }) => routeName(method, path))
  const commands = COMMANDS.flatMap(({ name, options = [] }) =>
    options.map((option) => `/${name} ${option.name}`),
  )
  return [...new Set([...routes, ...commands.filter((name) => !WRITING.test(name))])].filter(
    (name) => !COSTS.some((cost) => cost.name.startsWith(`${name} `)),
  )
}

/** The most rows that any read of a route may take at release 4.0; none, where it takes no read. */
export const mostRowsOf = (path: string): number =>
  Math.max(
    0,
    ...COSTS.filter(({ name }) => name.startsWith(`${routeName('GET', path)} `)).map(
      ({ most: [most] }) => most,
    ),
  )

export interface Measured {
  readonly status: number
  readonly rows: number
  readonly trips: number
}

/** The text of every statement that was sent. */
export const statements = new Set<string>()

const requestOf = ({ request }: Cost): Request | Promise<Request> =>
  'path' in request ? page(request.path) : interaction(request.interaction())

async function measure(cost: Cost): Promise<Measured> {
  // The first read of an isolate costs most: it brings all blocks.
  await env.DB.prepare('update listed_blocks set born = lower(hex(randomblob(8)))').run()
  const { counts, texts, DB } = watchedDatabase(env.DB)
  const settings = { DB, PUBLIC_URL: 'https://registry.example', CONTACT_EMAIL: 'contact@registry.example' }
  const unlimited = { limit: async () => ({ success: true }) }
  const answer = await app.request(await requestOf(cost), {}, { ...env, ...settings, READ_BURST: unlimited })
  await answer.arrayBuffer()
  for (const text of texts) statements.add(text.replace(/\(values [\d(),]+\)/, '(values (1))'))
  return { status: answer.status, rows: counts.rowsRead, trips: counts.batches }
}

const WORDS = [
  'lung',
  'chest',
  'covid',
  'atlas',
  'cohort',
  'segmentation',
  'severity',
  'pneumonia',
  'ultrasound',
]

/** Fills the registry up to a thousand resources of the usual shape: families of two, a few origins, some licences. */
const grow = () =>
  insertResources(
    Array.from({ length: 900 }, (_, n) => {
      const word = (step: number) => WORDS[(n * step) % WORDS.length]
      return madeUp(10_000 + n, {
        slug: `made-${n}`,
        name: `${word(2)} ${word(4)} ${n}`,
        organization: `Institute ${n % 40}`,
        availability: cellsRow((n * 37) % ALL_CODES),
        ...(n % 3 === 0 && { license: 'CC BY 4.0', licenseSpdx: 'CC-BY-4.0' }),
        access: n % 2 === 0 ? 'open' : 'login',
        derivedFrom: n % 10 === 1 ? [`made-${n - 1}`] : [],
        origins: n % 50 === 0 ? [`Source ${n % 70}`] : [],
      })
    }),
  )

export async function measureAll(): Promise<{ readonly small: Measured[]; readonly large: Measured[] }> {
  await applyEveryRelease()
  const all = async () => {
    const measured: Measured[] = []
    for (const cost of COSTS) measured.push(await measure(cost))
    return measured
  }
  const small = await all()
  await grow()
  return { small, large: await all() }
}
