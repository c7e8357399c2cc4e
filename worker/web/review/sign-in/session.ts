// The session of a maintainer, which every review page needs.

import type { Context, Handler } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { SessionActor } from '../../../../schema/verbs/actor.ts'
import type { AppEnv } from '../../../env.ts'
import { sha256 } from '../../../registry/people/people.ts'
import { signInSettings } from '../../../settings.ts'
import { readCookie } from './cookies.ts'
import { showSignIn } from './sign-in-page.tsx'

export interface Maintainer {
  readonly actor: SessionActor
  readonly name: string
}

/** The actor that the session cookie names, without a query: each verb of the registry checks the session itself. */
export async function findActor(c: Context<AppEnv>): Promise<SessionActor | undefined> {
  const settings = signInSettings(c.env, c.get('requestId'))
  if ('missing' in settings) return undefined
  const token = await readCookie(c, 'session', settings.sessionSecret)
  return token === undefined ? undefined : { kind: 'session', id: await sha256(token) }
}

export function requireActor(actor: SessionActor | undefined): SessionActor {
  if (!actor) throw new RegistryError('unauthenticated', 'You are not signed in.')
  return actor
}

/** Reads the session in one query. Throws `unauthenticated` where there is none. */
async function getMaintainer(c: Context<AppEnv>): Promise<Maintainer> {
  const actor = requireActor(await findActor(c))
  const { name } = await c.get('registry').getSession(actor)
  return { actor, name }
}

/** Whether the session cookie is that of a maintainer. */
export async function isSignedIn(c: Context<AppEnv>): Promise<boolean> {
  try {
    await getMaintainer(c)
    return true
  } catch (fault) {
    if (fault instanceof RegistryError && ['unauthenticated', 'forbidden'].includes(fault.code)) return false
    throw fault
  }
}

/** Runs a handler for maintainers only; anyone else, and a session that ends meanwhile, gets the sign-in page. */
export const forMaintainers =
  (answer: (c: Context<AppEnv>, maintainer: Maintainer) => Response | Promise<Response>): Handler<AppEnv> =>
  (c) =>
    withSignIn(c, async () => answer(c, await getMaintainer(c)))

/** Answers with the sign-in page where `answer` throws `unauthenticated`. */
export async function withSignIn(c: Context<AppEnv>, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (fault) {
    if (fault instanceof RegistryError && fault.code === 'unauthenticated') return showSignIn(c)
    throw fault
  }
}
