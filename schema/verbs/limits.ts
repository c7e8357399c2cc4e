import type { Actor } from './actor.ts'

export interface LimitVerbs {
  /**
   * Throws `rate_limited` for a burst of what costs much before it reaches another verb: forms, sign-ins, of which each asks
   * Discord, and look-ups, of which each asks other sites. Verbs that write limit themselves.
   */
  admit(actor: Actor, what: 'form' | 'signIn' | 'lookUp'): Promise<void>
}
