// Asks the Internet Archive for a copy that it has, and to keep one.

import { availabilityAddress, readAvailability, readSaved, saveAddress } from '../domain/links/archive.ts'
import type { Outside } from './outside.ts'

const TIME_LIMIT_MS = 10_000
const MOST_BYTES = 16 * 1024

/** The copy by its address; undefined where there is none, or no answer. */
export async function findCopy(address: string, outside: Outside): Promise<string | undefined> {
  const answer = await outside(availabilityAddress(address), {
    ...{ accept: 'application/json', timeLimitMs: TIME_LIMIT_MS, mostBytes: MOST_BYTES },
  })
  if (answer.result === 'failed' || answer.status !== 200) return undefined
  return readAvailability(new TextDecoder().decode(answer.body))
}

/** What it made; undefined where it makes the copy later, or none. `isSent` is false where no request was left. */
export async function askForCopy(
  address: string,
  outside: Outside,
): Promise<{ readonly isSent: boolean; readonly archivedUrl?: string | undefined }> {
  const answer = await outside(saveAddress(address), { timeLimitMs: TIME_LIMIT_MS })
  if (answer.result === 'failed') return { isSent: answer.fault !== 'spent' }
  if (answer.status !== 200) return { isSent: true }
  return { isSent: true, archivedUrl: readSaved(answer.url, answer.headers.get('Content-Location')) }
}
