import type { D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

// `applyD1Migrations` of cloudflare:test does this too, but to load that module takes two seconds of a processor, and
// nothing here needs the note of what was applied.
const apply = async (migrations: readonly D1Migration[]): Promise<void> => {
  const queries = migrations.flatMap((migration) => migration.queries)
  await env.DB.batch(queries.map((query) => env.DB.prepare(query)))
}

/** Whether a migration brings what was found out since the survey. */
const isAfterTheSurvey = ({ name }: D1Migration): boolean => /_release_\d/.test(name)

/** The schema, and the survey in it. */
export const applySurvey = (): Promise<void> =>
  apply(env.MIGRATIONS.filter((migration) => !isAfterTheSurvey(migration)))

/** The releases after the survey, once that is there. Most tests are written for what 3.0 says. */
export const applyReleases = ({ upTo = '3.0' }: { upTo?: '3.0' | '4.0' } = {}): Promise<void> =>
  apply(
    env.MIGRATIONS.filter(
      (migration) =>
        isAfterTheSurvey(migration) && Number(/_release_(\d+)/.exec(migration.name)?.[1]) <= Number(upTo),
    ),
  )
