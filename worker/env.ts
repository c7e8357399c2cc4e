import type { RequestIdVariables } from 'hono/request-id'
import type { Registry } from '../schema/verbs/registry.ts'

/** Bindings and settings, as wrangler.toml names them. */
export interface Env {
  readonly DB: D1Database
  /** The files of worker/static, those included that only the Worker reads. */
  readonly ASSETS: Fetcher
  /** Where a copy of the registry is kept every day. */
  readonly BACKUPS?: R2Bucket
  /** Where a data point for each request is written. */
  readonly METRICS?: AnalyticsEngineDataset
  /** Sends mail about submissions. */
  readonly MAIL?: SendEmail
  readonly DISCORD_APPLICATION_ID: string
  readonly DISCORD_PUBLIC_KEY: string
  readonly DISCORD_API_URL: string
  readonly REVIEW_CHANNEL_ID: string
  /** Language of the review channel, a tag of LANGUAGES in bot/languages; empty means English. */
  readonly LANGUAGE: string
  /** "https://registry.example". While it is empty, links are relative, and formats that need absolute ones are unavailable. */
  readonly PUBLIC_URL: string
  /** A mail address for harvesters. While it is empty, OAI-PMH is unavailable, which requires one. */
  readonly CONTACT_EMAIL: string
  /** The address that mail comes from, of a domain which Cloudflare sends for. Empty: no mail is sent. */
  readonly MAIL_FROM: string
  /** "yes": DataCite and Hugging Face are searched for data sets once a week. */
  readonly DISCOVERY: string
  /** Plays every other site, on this machine: test/outside. Empty: the sites themselves are asked. */
  readonly OUTSIDE_URL?: string
  /** The deployed version of the code. */
  readonly VERSION: { readonly id: string }
  /** A secret. */
  readonly DISCORD_BOT_TOKEN?: string
  /** A secret of the application at Discord. Signing in on pages requires it. */
  readonly DISCORD_CLIENT_SECRET?: string
  /** A secret of our own that signs cookies and the times of forms. Signing in on pages requires it. */
  readonly SESSION_SECRET?: string
  /** Why the registry takes no changes at the moment, a sentence for everybody; empty or "no": it takes them. */
  readonly READ_ONLY: string
  /** What `npm run deploy` made the code of; a local Worker has none. */
  readonly DEPLOYED_FROM?: string
  readonly SUBMISSIONS_PER_DAY: string
  readonly QUERIES_PER_REQUEST: string
  readonly SUBMISSION_BURST: RateLimit
  readonly READ_BURST: RateLimit
  /** Cloudflare Turnstile on the submission forms: a public key and a secret. Without both, the forms do without it. */
  readonly TURNSTILE_SITE_KEY: string
  readonly TURNSTILE_SECRET_KEY?: string
}

export interface AppEnv {
  Bindings: Env
  /** `isReading`: an interaction that a copy of the database may answer, though it lags by seconds. */
  Variables: RequestIdVariables & { registry: Registry; isReading?: boolean }
}
