// The Internet Archive's copies of pages. https://archive.org/help/wayback_api.php: what it has of an address;
// https://web.archive.org/save/ followed by an address: it is asked to keep a copy.

import * as z from 'zod/mini'
import { readJson } from '../look-up/site-record.ts'

export const availabilityAddress = (url: string): string =>
  `https://archive.org/wayback/available?url=${encodeURIComponent(url)}`

export const saveAddress = (url: string): string => `https://web.archive.org/save/${url}`

const Availability = z.lazy(() =>
  z.object({
    archived_snapshots: z.object({
      closest: z.optional(z.object({ available: z.boolean(), url: z.string(), status: z.string() })),
    }),
  }),
)

/** A copy by its address: `https://web.archive.org/web/20200512120000/https://example.org/`. */
const COPY = /^https?:\/\/web\.archive\.org(\/web\/\d{4,14}[a-z_]*\/https?:\/\/\S+)$/

const inHttps = (url: string): string | undefined => {
  const [, path] = COPY.exec(url) ?? []
  return path && `https://web.archive.org${path}`
}

/** The copy that an answer of the availability API names: one of a page that was there. */
export function readAvailability(text: string): string | undefined {
  const closest = readJson(Availability, text)?.archived_snapshots.closest
  return closest?.available && closest.status === '200' ? inHttps(closest.url) : undefined
}

/** The copy that was made: where the answer is, or what its Content-Location names. */
export const readSaved = (url: string, contentLocation: string | null): string | undefined =>
  inHttps(url) ??
  (contentLocation === null
    ? undefined
    : inHttps(URL.parse(contentLocation, 'https://web.archive.org')?.href ?? ''))
