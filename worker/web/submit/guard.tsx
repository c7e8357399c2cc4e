// What keeps programs out of a form, and has it sent once.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { TurnstileWidget, turnstileOn } from '../turnstile.tsx'
import { HONEYPOT } from './sending.ts'

interface Given {
  readonly c: Context<AppEnv>
  readonly stamp: string
}

/** To stand in a form, before its buttons. */
export function Guard({ c, stamp }: Given) {
  const turnstile = turnstileOn(c)
  return (
    <>
      <input type="hidden" name="stamp" value={stamp} />
      <div class="nothing-here" aria-hidden="true">
        <label for={HONEYPOT}>Leave this empty</label>
        <input id={HONEYPOT} name={HONEYPOT} type="text" tabindex={-1} autocomplete="off" />
      </div>
      {turnstile && <TurnstileWidget siteKey={turnstile.siteKey} />}
    </>
  )
}
