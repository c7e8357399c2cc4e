import type { RequestIdVariables } from 'hono/request-id'
import type { Registry } from '../schema/registry.ts'

/** Bindings and settings, as wrangler.toml names them. */
export interface Env {
  readonly DB: D1Database
  readonly DISCORD_APPLICATION_ID: string
  readonly DISCORD_PUBLIC_KEY: string
  readonly DISCORD_API_URL: string
  readonly REVIEW_CHANNEL_ID: string
  /** A secret. */
  readonly DISCORD_BOT_TOKEN?: string
  readonly SUBMISSIONS_PER_DAY: string
  readonly SUBMISSION_BURST: RateLimit
}

/** What the app carries through a request. */
export interface AppEnv {
  Bindings: Env
  Variables: RequestIdVariables & { registry: Registry }
}
