import { type AsOf, changedSinceRelease, releaseOf } from '../../../schema/verbs/as-of.ts'
import type { Messages } from '../../languages/index.ts'

/** The release that is the survey as printed; those after it are the registry's own. */
const SURVEY = '2.0'

/** The release that an answer was read from, its latest change, and the survey's caution. */
export function asOfText({ asOf: messages, day }: Messages, asOf: AsOf): string {
  const { version, releasedOn } = releaseOf(asOf)
  const name = version === SURVEY ? messages.survey : messages.release
  const changedAt = changedSinceRelease(asOf)
  const fresh = changedAt ? messages.changed(day(changedAt)) : messages.unchanged
  return `-# ${name(version, day(releasedOn))} · ${fresh} · ${messages.caution}`
}
