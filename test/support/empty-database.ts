import { env } from 'cloudflare:workers'

/** Drops every table of the database. */
export async function emptyDatabase(): Promise<void> {
  const { results: left } = await env.DB.prepare(
    `select name from pragma_table_list
     where type in ('table', 'virtual') and name not glob 'sqlite_*' and name not glob '_cf_*'`,
  ).all<{ name: string }>()
  const emptying = ['pragma defer_foreign_keys = on', ...left.map(({ name }) => `drop table "${name}"`)]
  await env.DB.batch(emptying.map((query) => env.DB.prepare(query)))
}
