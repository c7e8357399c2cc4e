import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { ALL_CODES, cellsRow } from '../../schema/record/values/cells.ts'
import { watchedDatabase } from '../support/watched-database.ts'
import { get, textOf } from '../worker/api/get.ts'
import { insertResources, madeUp } from '../worker/registry/made-up.ts'

const HARVEST = 'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01'

/** What is asked for, a page of 100 where it has pages. */
const PATHS = [
  '/v1/resources?limit=100',
  '/v1/resources?limit=100&ct=yes,unknown&mrt=no',
  '/v1/resources?limit=100&ct=yes,unknown&mrt=no&sort=table',
  '/v1/resources?limit=2&ultrasound=yes&ct=yes&mrt=yes&xray=yes&metadata=yes&caseReview=yes',
  '/v1/resources?limit=100&sort=name',
  '/v1/resources?limit=100&sort=changed',
  '/v1/resources?limit=100&sort=name&ct=yes,unknown&mrt=no',
  '/v1/resources?limit=100&sort=changed&ct=yes,unknown&mrt=no',
  '/v1/resources?limit=100&release=2.0',
  '/v1/resources?limit=100&release=2.0&ct=yes,unknown&mrt=no',
  '/v1/resources?limit=100&sort=certain',
  '/v1/resources?limit=100&release=2.0&sort=name',
  '/v1/resources?limit=100&at=2020-06-01T00:00:00Z&sort=changed',
  '/v1/resources?q=https://made-up.example/10005',
  '/v1/resources/covid-ct',
  '/v1/resources/covid-ct?release=2.0',
  '/v1/changes?limit=100',
  '/v1/changes?slug=covid-ct',
  '/v1/references?limit=100',
  '/v1/releases',
  '/feed.atom',
  `/oai?${HARVEST}`,
  '/v1/export.csv?release=2.0',
] as const

/** Five of each row of cells, all changed at once as by an import, many of one name. */
const grow = (from: number) =>
  insertResources(
    Array.from({ length: ALL_CODES * 5 }, (_, i) =>
      madeUp(from + i, {
        slug: `m${from + i}`,
        name: `N${(i * 7) % 500}`,
        availability: cellsRow((i * 500) % ALL_CODES),
      }),
    ),
  )

/** Of a page, and of the one that follows it where there is one. */
async function rowsRead(path: string): Promise<number[]> {
  const pages: number[] = []
  let next: string | undefined = path
  while (next !== undefined && pages.length < 2) {
    const { counts, DB } = watchedDatabase(env.DB)
    const answer = await get(next, {
      DB,
      PUBLIC_URL: 'https://registry.example',
      CONTACT_EMAIL: 'contact@registry.example',
    })
    expect(answer.status).toBe(200)
    next = following(path, await textOf(answer))
    pages.push(counts.rowsRead)
  }
  return pages
}

function following(path: string, body: string): string | undefined {
  const cursor = /"nextCursor":"([^"]+)"/.exec(body)?.[1]
  if (cursor !== undefined) return `${path}&cursor=${cursor}`
  const token = /<resumptionToken[^>]*>([^<]+)</.exec(body)?.[1]
  return token && `/oai?verb=ListIdentifiers&resumptionToken=${encodeURIComponent(token)}`
}

it('a read costs no more rows when the table doubles', async () => {
  const measure = async () => {
    const read: Record<string, number[]> = {}
    for (const path of PATHS) read[path] = await rowsRead(path)
    return read
  }
  // What an isolate keeps of lists is brought by the first read after a change.
  const measureKept = async () => {
    await measure()
    return measure()
  }
  await grow(10_000)
  const before = await measureKept()
  await grow(50_000)
  expect(await measureKept()).toEqual(before)
})
