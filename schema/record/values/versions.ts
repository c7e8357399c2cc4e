// The versions that a data set has come out in, and how one is written on a line of a form or in a cell of CSV.

import * as z from 'zod/mini'
import { AVAILABILITY } from '../../vocabulary.ts'
import { isoDateIn, PartialDate } from './dates.ts'
import { LENGTHS, listOf, text } from './text.ts'

export const Version = z.strictObject({
  /** As its makers call it. */
  label: text(LENGTHS.versionLabel),
  date: z.nullable(PartialDate),
  url: z.nullable(text(LENGTHS.url)),
  /** Whether one can still get it. */
  available: z.enum(AVAILABILITY),
})
export type Version = z.infer<typeof Version>

/** Oldest first, as its makers have numbered them. */
export const Versions = listOf(Version, LENGTHS.versions)

/** "CT-2A | 2021-01-26 | https://… | yes" */
export const versionLine = ({ label, date, url, available }: Version): string =>
  [label, date ?? '', url ?? '', available]
    .map((part) => part.replaceAll('|', '/'))
    .join(' | ')
    .replace(/( \| )*$/, '')

/** Reads such a line; parts may be left out. The caller parses the values. */
export function versionOf(written: string): {
  readonly [Key in keyof Version]: string | null
} {
  const [label = '', ...rest] = written.split('|').map((part) => part.trim())
  const others = rest.filter((part) => part !== '')
  const available = others.find((part) => AVAILABILITY.some((value) => value === part.toLowerCase()))
  const url = others.find((part) => /^https?:\/\//i.test(part))
  const date = others.find((part) => part !== available && part !== url)
  return {
    label,
    date: date === undefined ? null : isoDateIn(date),
    url: url ?? null,
    available: available?.toLowerCase() ?? 'unknown',
  }
}
