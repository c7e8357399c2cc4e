// How SQLite goes through tables: EXPLAIN QUERY PLAN of statements that were sent.

import { env } from 'cloudflare:workers'

/** What may be gone through as a whole, and why that does not grow, or not with each read. */
const ALLOWED: readonly (readonly [table: string, inStatement: RegExp, reason: string])[] = [
  ['redactions', /order by id desc limit 1/, 'the last one alone'],
  ['releases', /./, 'a few a year'],
  ['maintainers', /./, 'a few people'],
  ['jobs', /./, 'one row a job'],
  ['d1_migrations', /./, 'one row a migration'],
  ['deliveries', /state = 'waiting'/, 'an index of waiting ones, up to a limit'],
  ['versions', /order by near\.position/, 'a page in table order, up to its limit'],
  ['versions', /near not indexed/, 'an early moment, up to its limit'],
  ['submissions', /where false/, 'nothing is read'],
  ['people', /where false/, 'nothing is read'],
]

/** The tables that a statement goes through from one end, apart from those that it may. */
export async function scansOf(text: string): Promise<string[]> {
  const { results: tables } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'",
  ).all<{ name: string }>()
  const names = new Set(tables.map(({ name }) => name))
  const named = new Map([...names].map((name) => [name, name]))
  for (const [, table = '', alias = table] of text.matchAll(
    /(?:from|join)\s+"?(\w+)"?(?:\s+as\s+"?(\w+)"?)?/g,
  ))
    if (names.has(table) && !isSubquery(text, alias)) named.set(alias, table)
  const marks = text.replace(/'[^']*'/g, '').match(/\?/g)?.length ?? 0
  const { results } = await env.DB.prepare(`explain query plan ${text}`)
    .bind(...Array.from({ length: marks }, () => 1))
    .all<{ detail: string }>()
  return results.flatMap(({ detail }) => {
    const table = named.get(/^SCAN (\w+)(?!.*VIRTUAL)/.exec(detail)?.[1] ?? '')
    const isAllowed = ALLOWED.some(([name, within]) => name === table && within.test(text))
    return table === undefined || isAllowed ? [] : [`${detail}: ${text}`]
  })
}

/** Whether a name is also that of a subquery, of which a scan is no scan of a table. */
const isSubquery = (text: string, alias: string): boolean => new RegExp(`\\) as ${alias}\\b`).test(text)
