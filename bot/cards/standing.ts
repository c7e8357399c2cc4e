import type { Standing } from '../../schema/registry.ts'

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The release that is the survey as printed; those after it are the registry's own. */
const SURVEY = '2.0'

/** "12 May 2020", of an ISO date or time. */
export const dayOf = (iso: string): string => DAY.format(new Date(iso))

/** What an answer rests on, how fresh that is, and what it must not be used for. */
export function standingText({ release, changedAt }: Standing): string {
  const fresh = changedAt ? `last changed ${dayOf(changedAt)}` : 'not checked since'
  const what = release.version === SURVEY ? 'Survey' : 'Release'
  return `-# ${what} ${release.version}, ${dayOf(release.releasedOn)} · ${fresh} · no diagnostic claims`
}
