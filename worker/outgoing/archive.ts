// Asks the Internet Archive for a copy that it has, and to keep one.

import { availabilityAddress, readAvailability, readSaved, saveAddress } from '../domain/links/archive.ts'
import type { Answer, Outside } from './outside.ts'

const TIME_LIMIT_MS = 10_000
const MOST_BYTES = 16 * 1024

/** `isSent` is false where the archive is down or limits us, for every address alike; of this one it can be asked again. */
export interface Inquired {
  readonly isSent: boolean
  readonly archivedUrl?: string | undefined
}

const LATER = [429, 503]

const isSent = (answer: Answer): boolean =>
  answer.result === 'failed'
    ? answer.fault !== 'unreachable' && answer.fault !== 'spent'
    : !LATER.includes(answer.status)

/** The copy that it has by its address. */
export async function findCopy(address: string, outside: Outside): Promise<Inquired> {
  const answer = await outside(availabilityAddress(address), {
    ...{ accept: 'application/json', timeLimitMs: TIME_LIMIT_MS, mostBytes: MOST_BYTES },
  })
  if (!isSent(answer)) return { isSent: false }
  if (answer.result === 'failed' || answer.status !== 200) return { isSent: true }
  return { isSent: true, archivedUrl: readAvailability(new TextDecoder().decode(answer.body)) }
}

/** The copy that it made. It may make one later, or none of a page that it can't read; what takes long is being made. */
export async function askForCopy(address: string, outside: Outside): Promise<Inquired> {
  const answer = await outside(saveAddress(address), { timeLimitMs: TIME_LIMIT_MS })
  if (!isSent(answer)) return { isSent: false }
  if (answer.result === 'failed' || answer.status !== 200) return { isSent: true }
  return { isSent: true, archivedUrl: readSaved(answer.url, answer.headers.get('Content-Location')) }
}
