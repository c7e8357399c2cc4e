import type { RequestIdVariables } from 'hono/request-id'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { Registry } from '../schema/verbs/registry.ts'

/** Bindings and settings, as wrangler.toml names them. */
export interface Env {
  readonly DB: D1Database
  readonly DISCORD_APPLICATION_ID: string
  readonly DISCORD_PUBLIC_KEY: string
  readonly DISCORD_API_URL: string
  readonly REVIEW_CHANNEL_ID: string
  /** Of the review channel: "en" or "de"; empty: English. */
  readonly LANGUAGE: string
  /** "https://registry.example"; empty: addresses of ours are relative, and what needs whole ones is unavailable. */
  readonly PUBLIC_URL: string
  /** A mail address for whoever harvests; empty: OAI-PMH, which wants one, is unavailable. */
  readonly CONTACT_EMAIL: string
  /** The deployed version of the code. */
  readonly VERSION: { readonly id: string }
  /** A secret. */
  readonly DISCORD_BOT_TOKEN?: string
  /** A secret, of the application at Discord; without it nobody can sign in on pages. */
  readonly DISCORD_CLIENT_SECRET?: string
  /** A secret of our own, that signs cookies, likewise, and when a form was made. */
  readonly SESSION_SECRET?: string
  readonly SUBMISSIONS_PER_DAY: string
  readonly SUBMISSION_BURST: RateLimit
  /** Cloudflare Turnstile on the forms of submissions: the key that pages show, and a secret. Without both it is not asked. */
  readonly TURNSTILE_SITE_KEY: string
  readonly TURNSTILE_SECRET_KEY?: string
}

/** What the app carries through a request. */
export interface AppEnv {
  Bindings: Env
  Variables: RequestIdVariables & Partial<SecureHeadersVariables> & { registry: Registry }
}
