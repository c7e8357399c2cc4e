import type { Handler } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { readForm } from '../../parts/form.ts'
import { deleteOwnCookie } from './cookies.ts'
import { HOME } from './paths.ts'
import { findActor, requireActor, withSignIn } from './session.ts'

/** POST /review/sign-out: ends this session or, with the field `everywhere`, all sessions of the maintainer. */
export const signOut: Handler<AppEnv> = (c) =>
  withSignIn(c, async () => {
    const isEverywhere = (await readForm(c)).has('everywhere')
    deleteOwnCookie(c, 'session')
    const actor = await findActor(c)
    if (isEverywhere) await c.get('registry').endSession(requireActor(actor), { everywhere: true })
    else if (actor) await c.get('registry').endSession(actor)
    return c.redirect(HOME, 303)
  })
