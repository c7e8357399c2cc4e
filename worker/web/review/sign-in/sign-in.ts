// Signing in with Discord: there and back.

import type { Context, Handler } from 'hono'
import * as z from 'zod/mini'
import { RegistryError } from '../../../../schema/errors.ts'
import type { AppEnv } from '../../../env.ts'
import { logFault } from '../../../log.ts'
import { type SignInSettings, signInSettings } from '../../../settings.ts'
import { dropCookie, giveCookie, readCookie } from './cookies.ts'
import { type Begun, newBegun, openDiscord } from './discord.ts'
import { HOME, pathTo } from './paths.ts'
import { answerRefused } from './refused-page.tsx'
import { notSetUp } from './sign-in-page.tsx'

/** How long one may take at Discord. */
const BEGUN_SECONDS = 600

/** What the cookie of a sign-in on its way holds. */
const Kept = z.object({ state: z.string(), verifier: z.string(), to: z.string() })

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

/** GET /review/sign-in: to Discord, with what will tell its answer from anyone else's. */
export const signIn = withSettings(async (c, settings) => {
  const begun = newBegun()
  const kept: z.infer<typeof Kept> = { ...begun, to: pathTo(c.req.query('to')) }
  await giveCookie(c, 'begun', JSON.stringify(kept), {
    secret: settings.sessionSecret,
    seconds: BEGUN_SECONDS,
  })
  return c.redirect(await discordOf(c, settings).discord.authorizeUrl(begun))
})

/** GET /review/callback: back from Discord. */
export const callback = withSettings(async (c, settings) => {
  const kept = await readKept(c, settings.sessionSecret)
  if (!kept) return answerRefused(c, 'foreign', HOME)
  const { discord, onFault } = discordOf(c, settings)
  const answer = await discord.identify(new URL(c.req.url).searchParams, kept)
  // Someone else's answer does not end the sign-in that is on its way.
  if (answer.result === 'foreign') return answerRefused(c, 'foreign', kept.to)
  dropCookie(c, 'begun')
  if (answer.result === 'unavailable') onFault(answer.error)
  if (answer.result !== 'known') return answerRefused(c, answer.result, kept.to)
  try {
    const { token, expiresAt } = await c.get('registry').startSession(answer.discordId, answer.name)
    await giveCookie(c, 'session', token, {
      secret: settings.sessionSecret,
      seconds: Math.round((Date.parse(expiresAt) - Date.now()) / 1000),
    })
  } catch (fault) {
    if (fault instanceof RegistryError && fault.code === 'forbidden')
      return answerRefused(c, 'forbidden', kept.to, fault.message)
    throw fault
  }
  return c.redirect(kept.to, 303)
})

async function readKept(
  c: Context<AppEnv>,
  secret: string,
): Promise<(Begun & { readonly to: string }) | undefined> {
  const cookie = await readCookie(c, 'begun', secret)
  return cookie === undefined ? undefined : z.parse(Kept, JSON.parse(cookie))
}
