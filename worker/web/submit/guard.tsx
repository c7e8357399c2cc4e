import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { findTurnstileKeys, TurnstileWidget } from '../turnstile.tsx'
import { HONEYPOT } from './sending.ts'

interface GuardProps {
  readonly c: Context<AppEnv>
  readonly stamp: string
}

/** Fields that keep programs out and prevent sending twice. The caller renders them inside the form. */
export function Guard({ c, stamp }: GuardProps) {
  const turnstile = findTurnstileKeys(c)
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
