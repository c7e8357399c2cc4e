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
  ['versions', /and false\b/, 'nothing is read'],
  ['changes', /\bfalse\b/, 'nothing is read'],
  ['resources', /order by "resources"\."position" desc limit/, 'the last ones, up to a limit'],
  ['resources', /"upstream_looks"/, 'four times a day; jobs.test.ts has its budget'],
  [
    'links',
    /^select "id", "address"/,
    'once an hour, since each look would write an index too; jobs.test.ts has its budget',
  ],
  ['deliveries', /state = 'dead'/, 'an index of dead ones, which maintainers empty'],
  ['maintainer_actions', /order by "maintainer_actions"\."id" desc/, 'the last ones, up to a limit'],
  ['watches', /insert into "deliveries"/, 'each watch is compared with what changed'],
  ['watches', /update "watches"/, 'the watches of a server, when a dead announcement is sent again'],
  ['blocks', /update "blocks"/, 'an index of those that are on'],
  ['blocks', /insert into "submissions"/, 'only while a foreign key is broken, which none is'],
  ['candidates', /insert into "submissions"/, 'only while a foreign key is broken, which none is'],
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
