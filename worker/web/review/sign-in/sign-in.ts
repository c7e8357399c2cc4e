// Signing in with Discord: the redirect to Discord, and the callback.

import type { Context, Handler } from 'hono'
import * as z from 'zod/mini'
import { RegistryError } from '../../../../schema/errors.ts'
import type { AppEnv } from '../../../env.ts'
import { anonymousActor } from '../../../http/anonymous-actor.ts'
import { logFault } from '../../../log.ts'
import { type SignInSettings, signInSettings } from '../../../settings.ts'
import { deleteOwnCookie, readCookie, writeCookie } from './cookies.ts'
import { newPendingSignIn, openDiscord, type PendingSignIn } from './discord.ts'
import { HOME, pathTo } from './paths.ts'
import { answerRefused, type UnfinishedReason } from './refused-page.tsx'
import { isSignedIn } from './session.ts'
import { notSetUp } from './sign-in-page.tsx'

/** The time limit for the consent at Discord. */
const PENDING_SECONDS = 600

/** The content of the cookie `begun`. */
const PendingCookie = z.object({ state: z.string(), verifier: z.string(), to: z.string() })

const withSettings =
  (answer: (c: Context<AppEnv>, settings: SignInSettings) => Promise<Response>): Handler<AppEnv> =>
  (c) => {
    c.header('Cache-Control', 'no-store')
    const settings = signInSettings(c.env, c.get('requestId'))
    return 'missing' in settings ? notSetUp(c, settings.missing) : answer(c, settings)
  }

function discordOf(c: Context<AppEnv>, settings: SignInSettings) {
  const onFault = (fault: unknown) =>
    logFault(fault, { requestId: c.get('requestId'), at: 'signing in' }, [settings.clientSecret])
  return { discord: openDiscord(settings, onFault), onFault }
}

/** GET /review/sign-in: redirects to Discord, and keeps the state that its response must have. */
export const signIn = withSettings(async (c, settings) => {
  const pending = newPendingSignIn()
  const content: z.infer<typeof PendingCookie> = { ...pending, to: pathTo(c.req.query('to')) }
  await writeCookie(c, 'begun', JSON.stringify(content), {
    secret: settings.sessionSecret,
    seconds: PENDING_SECONDS,
  })
  return c.redirect(await discordOf(c, settings).discord.authorizeUrl(pending))
})

/** GET /review/callback: starts the session of the user that Discord identifies. */
export const callback = withSettings(async (c, settings) => {
  const pending = await readPending(c, settings.sessionSecret)
  if (!pending) return answerUnfinished(c, 'foreign', HOME)
  // Discord limits how often an application asks, and would then refuse maintainers too.
  if (await isTooFast(c)) return answerRefused(c, 'tooFast', pending.to)
  const { discord, onFault } = discordOf(c, settings)
  const answer = await discord.identify(new URL(c.req.url).searchParams, pending)
  // A response to another sign-in does not end this one.
  if (answer.result === 'foreign') return answerUnfinished(c, 'foreign', pending.to)
  deleteOwnCookie(c, 'begun')
  if (answer.result === 'unavailable') onFault(answer.error)
  if (answer.result !== 'known') return answerUnfinished(c, answer.result, pending.to)
  try {
    const { token, expiresAt } = await c.get('registry').startSession(answer.discordId, answer.name)
    await writeCookie(c, 'session', token, {
      secret: settings.sessionSecret,
      seconds: Math.round((Date.parse(expiresAt) - Date.now()) / 1000),
    })
  } catch (fault) {
    if (fault instanceof RegistryError && fault.code === 'forbidden')
      return answerRefused(c, 'forbidden', pending.to, fault.message)
    throw fault
  }
  return c.redirect(pending.to, 303)
})

async function isTooFast(c: Context<AppEnv>): Promise<boolean> {
  try {
    await c.get('registry').admit(anonymousActor(c), 'signIn')
    return false
  } catch (fault) {
    if (fault instanceof RegistryError && fault.code === 'rate_limited') return true
    throw fault
  }
}

/** A reload, Back or a second callback comes from a person who is signed in already: nothing is left to refuse. */
const answerUnfinished = async (
  c: Context<AppEnv>,
  reason: UnfinishedReason,
  to: string,
): Promise<Response> => ((await isSignedIn(c)) ? c.redirect(to, 303) : answerRefused(c, reason, to))

async function readPending(
  c: Context<AppEnv>,
  secret: string,
): Promise<(PendingSignIn & { readonly to: string }) | undefined> {
  const cookie = await readCookie(c, 'begun', secret)
  return cookie === undefined ? undefined : z.parse(PendingCookie, JSON.parse(cookie))
}
