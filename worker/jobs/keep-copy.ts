// The daily copy of the registry to a bucket of the host's.

import { backupLines, lastLine, untilWhole } from '../registry/backup/back-up.ts'
import type { D1Like } from '../registry/database.ts'
import { sha256 } from '../registry/people/people.ts'

/** Of what is in the bucket only keys like this one are ours to delete. */
const KEY = /^registry-(\d{4}-\d\d-\d\d)\.ndjson$/

const DAY_MS = 86_400_000

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * Writes the copy of today, in place of an earlier one of the same day, and deletes those that are older than `days`.
 * The whole copy is in memory, because R2 takes a stream only with its length.
 */
export async function keepCopy(bucket: R2Bucket, d1: D1Like, now: Date, days: number): Promise<void> {
  const lines = await untilWhole(async () => {
    const all: string[] = []
    for await (const line of backupLines(d1, now.toISOString())) all.push(line)
    return all
  })
  const body = lines.join('')
  const file = body + lastLine({ lines: lines.length, sha256: await sha256(body) })
  await bucket.put(`registry-${dayOf(now.getTime())}.ndjson`, file, {
    httpMetadata: { contentType: 'application/x-ndjson' },
  })
  const oldest = dayOf(now.getTime() - days * DAY_MS)
  const { objects } = await bucket.list({ prefix: 'registry-' })
  const over = objects.map(({ key }) => key).filter((key) => (KEY.exec(key)?.[1] ?? oldest) < oldest)
  if (over.length > 0) await bucket.delete(over)
}
