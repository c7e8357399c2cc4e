// Moments as Discord shows them, in the reader's language.

import { TIMESTAMP_STYLES } from '../../../discord/protocol/timestamp-styles.ts'

export function moment(seconds: number, style: string, locale: string, now = Date.now()): string {
  if (style === 'R') return relative(seconds - now / 1000, locale)
  return new Intl.DateTimeFormat(locale, TIMESTAMP_STYLES[style] ?? TIMESTAMP_STYLES.f).format(
    new Date(seconds * 1000),
  )
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function relative(seconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? (['second', 1] as const)
  return format.format(Math.round(seconds / size), unit)
}
