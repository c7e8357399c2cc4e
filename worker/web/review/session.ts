// Who is signed in.

import type { Context, Handler } from 'hono'
import { getCookie } from 'hono/cookie'
import { RegistryError } from '../../../schema/errors.ts'
import type { SessionActor } from '../../../schema/submission-verbs.ts'
import type { AppEnv } from '../../env.ts'
import { sha256 } from '../../registry/people.ts'
import { failurePage } from '../failure.tsx'

export interface Maintainer {
  readonly actor: SessionActor
  readonly name: string
}

export async function actorOf(c: Context<AppEnv>): Promise<SessionActor> {
  const token = getCookie(c, 'session')
  if (token === undefined) throw new RegistryError('unauthenticated', 'You are not signed in.')
  return { kind: 'session', id: await sha256(token) }
}

export async function maintainerOf(c: Context<AppEnv>): Promise<Maintainer> {
  const actor = await actorOf(c)
  const { name } = await c.get('registry').getSession(actor)
  return { actor, name }
}

export const forMaintainers =
  (answer: (c: Context<AppEnv>, maintainer: Maintainer) => Response | Promise<Response>): Handler<AppEnv> =>
  async (c) => {
    try {
      return await answer(c, await maintainerOf(c))
    } catch (fault) {
      if (fault instanceof RegistryError && fault.code === 'unauthenticated')
        return failurePage(c, { status: 401, message: 'You are not signed in.' })
      throw fault
    }
  }
