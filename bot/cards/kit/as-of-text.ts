import type { Standing } from '../../../schema/verbs/registry.ts'
import type { Messages } from '../../languages/index.ts'

/** The release that is the survey as printed; those after it are the registry's own. */
const SURVEY = '2.0'

/** What an answer rests on, how fresh that is, and what it must not be used for. */
export function asOfText({ standing, day }: Messages, { release, changedAt }: Standing): string {
  const name = release.version === SURVEY ? standing.survey : standing.release
  const fresh = changedAt ? standing.changed(day(changedAt)) : standing.unchanged
  return `-# ${name(release.version, day(release.releasedOn))} · ${fresh} · ${standing.caution}`
}
