import type { Actor } from './actor.ts'

export interface LimitVerbs {
  /**
   * Throws `rate_limited` for a burst of what costs much before it reaches another verb: forms, and sign-ins, of which each
   * asks Discord. Verbs that write limit themselves.
   */
  admit(actor: Actor, what: 'form' | 'signIn'): Promise<void>
}
