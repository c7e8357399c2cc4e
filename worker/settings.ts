import { LANGUAGES, type Messages, messagesFor } from '../bot/languages/index.ts'
import type { Env } from './env.ts'
import { logFault } from './log.ts'

/** What the settings say to the registry. One that makes no sense is complained of and left at its default. */
export function registrySettings(
  { SUBMISSIONS_PER_DAY: perDay = '' }: Partial<Pick<Env, 'SUBMISSIONS_PER_DAY'>>,
  requestId: string,
): { readonly submissionsPerDay?: number } {
  if (perDay === '') return {}
  if (/^[1-9]\d{0,8}$/.test(perDay)) return { submissionsPerDay: Number(perDay) }
  const told = `SUBMISSIONS_PER_DAY is "${perDay}", and it should be a whole number above 0.`
  logFault(new Error(told), { requestId, at: 'settings' })
  return {}
}

/**
 * How the review channel is spoken to: nobody asks there, and nothing tells the language of its server. English where
 * LANGUAGE is empty, or, which is complained of, no language that the bot speaks.
 */
export function reviewWords({ LANGUAGE = '' }: Partial<Pick<Env, 'LANGUAGE'>>, requestId: string): Messages {
  const tag = LANGUAGE.trim()
  const words = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined
  if (words) return words
  if (tag !== '') {
    const told = `LANGUAGE is "${tag}", and it should be one of ${Object.keys(LANGUAGES).join(', ')}.`
    logFault(new Error(told), { requestId, at: 'settings' })
  }
  return messagesFor(undefined)
}

/** What signing in on pages takes. */
export interface SignInSettings {
  readonly applicationId: string
  readonly clientSecret: string
  readonly apiUrl: string
  readonly sessionSecret: string
  /** Without a slash at its end. */
  readonly publicUrl: string
}

/** HMAC with SHA-256 gains nothing from a longer key than its output, and loses by a shorter one (RFC 2104, 3). */
const LEAST_SECRET = 32

/** What the settings say of signing in, or the names of those that are missing; a short secret counts for none. */
export function signInSettings(
  env: Env,
  requestId: string,
): SignInSettings | { readonly missing: readonly string[] } {
  const { DISCORD_CLIENT_SECRET = '', SESSION_SECRET = '' } = env
  const isShort = SESSION_SECRET !== '' && SESSION_SECRET.length < LEAST_SECRET
  if (isShort) {
    const told = `SESSION_SECRET has ${SESSION_SECRET.length} characters, and it should have ${LEAST_SECRET} or more.`
    logFault(new Error(told), { requestId, at: 'settings' })
  }
  const given = {
    DISCORD_APPLICATION_ID: env.DISCORD_APPLICATION_ID.trim(),
    DISCORD_CLIENT_SECRET: DISCORD_CLIENT_SECRET.trim(),
    SESSION_SECRET: isShort ? '' : SESSION_SECRET,
    PUBLIC_URL: env.PUBLIC_URL.trim().replace(/\/+$/, ''),
  }
  const missing = Object.entries(given).flatMap(([name, value]) => (value === '' ? [name] : []))
  if (missing.length > 0) return { missing }
  return {
    applicationId: given.DISCORD_APPLICATION_ID,
    clientSecret: given.DISCORD_CLIENT_SECRET,
    apiUrl: env.DISCORD_API_URL.trim().replace(/\/+$/, ''),
    sessionSecret: given.SESSION_SECRET,
    publicUrl: given.PUBLIC_URL,
  }
}
