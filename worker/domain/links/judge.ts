// What several looks at an address say together.

import type { LinkState } from '../../../schema/record/sites/link.ts'
import type { LinkVerdict } from '../../../schema/vocabulary.ts'
import type { Look } from './look.ts'

const DEAD_AFTER_DAYS = 3
const HOUR_MS = 3_600_000
/** An address is looked at about once a day; what a run does not get to waits for the next. */
const BETWEEN_LOOKS_HOURS = 20
/** However long a site asks to be left alone. */
const LONGEST_WAIT_HOURS = 7 * 24

export function judge(state: LinkState, look: Look, now: Date): LinkState {
  const at = now.toISOString()
  const day = at.slice(0, 10)
  const isFailure = look.verdict === 'unreachable'
  const failures = isFailure ? state.failures + (state.failedOn === day ? 0 : 1) : 0
  const verdict: LinkVerdict = failures >= DEAD_AFTER_DAYS ? 'dead' : look.verdict
  const isMoved = verdict === 'moved' && look.isPermanent
  const isStillMoved = isMoved && state.movedOn !== null && state.finalUrl === look.finalUrl
  const movedOn = isStillMoved ? state.movedOn : isMoved ? day : null
  return {
    ...{ verdict, failures, movedOn, saying: look.saying, finalUrl: look.finalUrl },
    since: state.verdict === verdict && state.since !== null ? state.since : at,
    failedOn: isFailure ? day : null,
    identity: state.identity ?? look.identity,
    finding: verdict === 'dead' ? 'dead' : movedOn !== null && movedOn < day ? 'moved' : null,
  }
}

/** When the next look is due, ISO 8601. */
export function nextLook({ waitSeconds }: Pick<Look, 'waitSeconds'>, now: Date): string {
  const hours = Math.max(BETWEEN_LOOKS_HOURS, Math.min(waitSeconds / 3600, LONGEST_WAIT_HOURS))
  return new Date(now.getTime() + hours * HOUR_MS).toISOString()
}
