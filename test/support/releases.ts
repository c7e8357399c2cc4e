import type { D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

// `applyD1Migrations` of cloudflare:test does this too, but to load that module takes two seconds of a processor.
const apply = async (migrations: readonly D1Migration[]): Promise<void> => {
  const queries = migrations.flatMap((migration) => migration.queries)
  await env.DB.batch(queries.map((query) => env.DB.prepare(query)))
}

/** All as applied, as wrangler notes it: what a release brings is data, which most tests apply later or never. */
const noteMigrations = async (): Promise<void> => {
  const names = JSON.stringify(env.MIGRATIONS.map(({ name }) => name))
  await env.DB.batch([
    env.DB.prepare('create table d1_migrations (id integer primary key, name text)'),
    env.DB.prepare('insert into d1_migrations (name) select value from json_each(?)').bind(names),
  ])
}

/** Whether a migration brings what was found out since the survey. */
const isAfterTheSurvey = ({ name }: D1Migration): boolean => /_release_\d/.test(name)

/** The schema, and the survey in it. */
export async function applySurvey(): Promise<void> {
  await apply(env.MIGRATIONS.filter((migration) => !isAfterTheSurvey(migration)))
  await noteMigrations()
}

const releases = (upTo: number): readonly D1Migration[] =>
  env.MIGRATIONS.filter(
    (migration) => isAfterTheSurvey(migration) && Number(/_release_(\d+)/.exec(migration.name)?.[1]) <= upTo,
  )

/** Release 3.0, once the survey is there. Most tests are written for what it says. */
export const applyReleases = (): Promise<void> => apply(releases(3))

/** The registry as a migrated one is: with every release. */
export const applyEveryRelease = (): Promise<void> => apply(releases(Number.POSITIVE_INFINITY))
