const UNITS = [
  { name: 'day', ms: 24 * 60 * 60 * 1000 },
  { name: 'hour', ms: 60 * 60 * 1000 },
  { name: 'minute', ms: 60 * 1000 },
] as const

/** "3 days", in the largest unit that is not zero; undefined below a minute. */
function durationText(ms: number): string | undefined {
  const unit = UNITS.find((unit) => ms >= unit.ms)
  if (!unit) return undefined
  const count = Math.floor(ms / unit.ms)
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`
}

/** "3 days ago". `iso` is an ISO time, `now` is in milliseconds. */
export function agoText(iso: string, now: number): string {
  const duration = durationText(now - Date.parse(iso))
  return duration === undefined ? 'just now' : `${duration} ago`
}
