import type { Handler } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { dropCookie } from './cookies.ts'
import { HOME } from './paths.ts'
import { findActor, offeringSignIn, requireActor } from './session.ts'

/** POST /review/sign-out: here or, with a field `everywhere`, wherever else one is signed in too, for which one has to be. */
export const signOut: Handler<AppEnv> = (c) =>
  offeringSignIn(c, async () => {
    const isEverywhere = 'everywhere' in (await c.req.parseBody())
    dropCookie(c, 'session')
    const actor = await findActor(c)
    if (isEverywhere) await c.get('registry').endSession(requireActor(actor), { everywhere: true })
    else if (actor) await c.get('registry').endSession(actor)
    return c.redirect(HOME, 303)
  })
