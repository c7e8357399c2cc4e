import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { isAfterTheSurvey } from './releases.ts'

// Tests begin at the survey, whose 14 rows can be told by heart. What is about a later release applies it: releases.ts.
await applyD1Migrations(
  env.DB,
  env.MIGRATIONS.filter((migration) => !isAfterTheSurvey(migration)),
)
