// Asks DataCite and Hugging Face which data sets are new or changed.

import {
  dataciteListAddress,
  dataciteVersionsAddress,
  readDataciteList,
  readDataciteVersions,
} from '../domain/discovery/datacite-list.ts'
import type { FoundDataSet } from '../domain/discovery/found.ts'
import {
  HUGGING_FACE_SEARCHES,
  huggingFaceListAddress,
  readHuggingFaceList,
} from '../domain/discovery/hugging-face-list.ts'
import type { Outside } from './outside.ts'

const TIME_LIMIT_MS = 15_000
/** A page has 25 records; one of them can name a thousand authors. */
const MOST_BYTES = 1024 * 1024

export interface Discovery {
  readonly found: readonly FoundDataSet[]
  /** Every list was answered, and could be read. */
  readonly isWhole: boolean
  /** The addresses that were not answered as they should. */
  readonly failed: readonly string[]
}

/** Undefined where the site does not answer with 200, or not with all of it. */
async function textAt(address: string, outside: Outside): Promise<string | undefined> {
  const answer = await outside(address, {
    accept: 'application/json',
    timeLimitMs: TIME_LIMIT_MS,
    mostBytes: MOST_BYTES,
  })
  const isRead = answer.result === 'answered' && answer.status === 200 && answer.isWhole
  return isRead ? new TextDecoder().decode(answer.body) : undefined
}

/**
 * The data sets that the lists have since an instant, ISO 8601: at most five requests, one after the other, and none to a
 * site that has failed. Never rejects.
 */
export async function discover(
  outside: Outside,
  { since, now }: { readonly since: string; readonly now: Date },
): Promise<Discovery> {
  const today = now.toISOString().slice(0, 10)
  const found: FoundDataSet[] = []
  const failed: string[] = []
  const ask = async <Read>(address: string, read: (text: string) => Read | undefined) => {
    const text = await textAt(address, outside)
    const list = text === undefined ? undefined : read(text)
    if (list === undefined) failed.push(address)
    return list
  }
  const dataciteList = async (by: 'created' | 'updated', page: number) => {
    const list = await ask(dataciteListAddress(by, since.slice(0, 10), page), (text) =>
      readDataciteList(text, page, today),
    )
    found.push(...(list?.found ?? []))
    return list
  }
  const created = await dataciteList('created', 1)
  if (created?.hasMore) await dataciteList('created', 2)
  if (created) await dataciteList('updated', 1)
  for (const word of HUGGING_FACE_SEARCHES) {
    const list = await ask(huggingFaceListAddress(word), (text) => readHuggingFaceList(text, since, today))
    if (!list) break
    found.push(...list)
  }
  return { found, failed, isWhole: failed.length === 0 }
}

/**
 * The same data sets with the addresses of their other versions, as the record has them that stands for all versions. One
 * request; where it fails they have the addresses that they had.
 */
export async function withVersions(
  outside: Outside,
  found: readonly FoundDataSet[],
): Promise<readonly FoundDataSet[]> {
  const address = dataciteVersionsAddress(found)
  if (address === undefined) return found
  const text = await textAt(address, outside)
  return text === undefined ? found : readDataciteVersions(text, found)
}
