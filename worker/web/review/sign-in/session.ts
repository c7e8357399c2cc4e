// Who is signed in: what every page for maintainers begins with.

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

/** Whose browser it says it is, without a question to the database: every verb asks whether that is so. */
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

/** Who is signed in, by one question to the database. Signed out: `unauthenticated`. */
async function maintainerOf(c: Context<AppEnv>): Promise<Maintainer> {
  const actor = requireActor(await findActor(c))
  const { name } = await c.get('registry').getSession(actor)
  return { actor, name }
}

/** Lets only maintainers through; to anyone else, and when a session ends meanwhile, it offers to sign in. */
export const forMaintainers =
  (answer: (c: Context<AppEnv>, maintainer: Maintainer) => Response | Promise<Response>): Handler<AppEnv> =>
  (c) =>
    offeringSignIn(c, async () => answer(c, await maintainerOf(c)))

export async function offeringSignIn(c: Context<AppEnv>, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (fault) {
    if (fault instanceof RegistryError && fault.code === 'unauthenticated') return showSignIn(c)
    throw fault
  }
}
