import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/** Whether a migration brings what was found out since the survey. */
export const isAfterTheSurvey = ({ name }: D1Migration): boolean => /_release_\d/.test(name)

/** The registry as a migrated one is: with every release. */
export const applyReleases = (): Promise<void> => applyD1Migrations(env.DB, env.MIGRATIONS)
