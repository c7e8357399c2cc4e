import { env } from 'cloudflare:workers'

/** Drops every view and table of the database. */
export async function emptyDatabase(): Promise<void> {
  const { results: left } = await env.DB.prepare(
    `select name, iif(type = 'view', 'view', 'table') as kind from pragma_table_list
     where type in ('table', 'virtual', 'view') and name not glob 'sqlite_*' and name not glob '_cf_*'
     order by type <> 'view'`,
  ).all<{ name: string; kind: string }>()
  const emptying = [
    'pragma defer_foreign_keys = on',
    ...left.map(({ name, kind }) => `drop ${kind} "${name}"`),
  ]
  await env.DB.batch(emptying.map((query) => env.DB.prepare(query)))
}
