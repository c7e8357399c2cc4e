import { LANGUAGES, type Messages, messagesFor } from '../bot/languages/index.ts'
import { present } from '../schema/present.ts'
import type { Env } from './env.ts'
import { baseIn } from './http/base.ts'
import { logFault } from './log.ts'
import { QUERY_LIMIT } from './registry/database.ts'

/** Settings of the registry. An invalid one is logged, and its default applies. */
export function registrySettings(
  env: Partial<Pick<Env, 'SUBMISSIONS_PER_DAY' | 'QUERIES_PER_REQUEST' | 'READ_ONLY'>>,
  requestId: string,
) {
  const submissionsPerDay = numberIn(env, 'SUBMISSIONS_PER_DAY', requestId)
  const queryLimit = numberIn(env, 'QUERIES_PER_REQUEST', requestId) ?? QUERY_LIMIT
  return { ...present({ submissionsPerDay }), queryLimit, readOnly: readOnlyIn(env) }
}

/** Undefined where it is empty, or no number. */
function numberIn<Name extends 'SUBMISSIONS_PER_DAY' | 'QUERIES_PER_REQUEST'>(
  env: { readonly [Setting in Name]?: string },
  name: Name,
  requestId: string,
): number | undefined {
  const value = env[name] ?? ''
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  if (value !== '') logSetting(`${name} is "${value}", and it should be a whole number above 0.`, requestId)
  return undefined
}

/** Whether data sets are searched for. */
export function isDiscoveringIn(
  { DISCOVERY = '' }: Partial<Pick<Env, 'DISCOVERY'>>,
  requestId: string,
): boolean {
  const wanted = DISCOVERY.trim().toLowerCase()
  if (!['', 'yes', 'no'].includes(wanted))
    logSetting(`DISCOVERY is "${wanted}", and it should be yes or no.`, requestId)
  return wanted === 'yes'
}

/** What sends mail, from which address, with links to which; undefined unless all are set. */
export function mailSettings({
  MAIL,
  MAIL_FROM,
  PUBLIC_URL,
}: Pick<Env, 'MAIL' | 'MAIL_FROM' | 'PUBLIC_URL'>) {
  const from = MAIL_FROM.trim()
  const base = baseIn({ PUBLIC_URL })
  return MAIL && from !== '' && base !== undefined ? { binding: MAIL, from, base } : undefined
}

/** As long as a sentence. */
const READ_ONLY_LENGTH = 300

/** Why nothing may be changed; undefined while all may. An empty setting keeps its value at a deployment, "no" ends it. */
export function readOnlyIn({ READ_ONLY = '' }: Partial<Pick<Env, 'READ_ONLY'>>): string | undefined {
  const why = READ_ONLY.trim().slice(0, READ_ONLY_LENGTH)
  if (why === '' || why.toLowerCase() === 'no') return undefined
  return /[.!?]$/.test(why) ? why : `${why}.`
}

/**
 * Messages for the review channel, whose language no interaction names. English if LANGUAGE is empty; also, and this is
 * logged, if the bot does not speak it.
 */
export function reviewMessages(
  { LANGUAGE = '' }: Partial<Pick<Env, 'LANGUAGE'>>,
  requestId: string,
): Messages {
  const tag = LANGUAGE.trim()
  const messages = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined
  if (messages) return messages
  if (tag !== '')
    logSetting(
      `LANGUAGE is "${tag}", and it should be one of ${Object.keys(LANGUAGES).join(', ')}.`,
      requestId,
    )
  return messagesFor(undefined)
}

export interface SignInSettings {
  readonly applicationId: string
  readonly clientSecret: string
  readonly apiUrl: string
  readonly sessionSecret: string
  /** Without a slash at its end. */
  readonly publicUrl: string
}

/** HMAC with SHA-256 gains nothing from a longer key than its output, and loses by a shorter one (RFC 2104, 3). */
const MIN_SECRET_LENGTH = 32

/** Settings for signing in on pages, or the names of the missing ones. A secret that is too short counts as missing. */
export function signInSettings(
  env: Env,
  requestId: string,
): SignInSettings | { readonly missing: readonly string[] } {
  const { DISCORD_CLIENT_SECRET = '', SESSION_SECRET = '' } = env
  const isShort = SESSION_SECRET !== '' && SESSION_SECRET.length < MIN_SECRET_LENGTH
  if (isShort)
    logSetting(
      `SESSION_SECRET has ${SESSION_SECRET.length} characters, and it should have ${MIN_SECRET_LENGTH} or more.`,
      requestId,
    )
  const required = {
    DISCORD_APPLICATION_ID: env.DISCORD_APPLICATION_ID.trim(),
    DISCORD_CLIENT_SECRET: DISCORD_CLIENT_SECRET.trim(),
    SESSION_SECRET: isShort ? '' : SESSION_SECRET,
    PUBLIC_URL: env.PUBLIC_URL.trim().replace(/\/+$/, ''),
  }
  const missing = Object.entries(required).flatMap(([name, value]) => (value === '' ? [name] : []))
  if (missing.length > 0) return { missing }
  return {
    applicationId: required.DISCORD_APPLICATION_ID,
    clientSecret: required.DISCORD_CLIENT_SECRET,
    apiUrl: env.DISCORD_API_URL.trim().replace(/\/+$/, ''),
    sessionSecret: required.SESSION_SECRET,
    publicUrl: required.PUBLIC_URL,
  }
}

const logSetting = (problem: string, requestId: string): void =>
  logFault(new Error(problem), { requestId, at: 'settings' })
