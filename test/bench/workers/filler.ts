// Fills the database of the bench. Each resource is one of the latest release under another name, so that it has claims,
// lineage, references and words as a real one has them.

import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import release from '../../../schema/survey/4.0.json'
import { createRegistry } from '../../../worker/registry/index.ts'
import { changeResources, insertResources, madeUp } from '../../worker/registry/made-up.ts'

/** The file has records, which a release's own test holds. */
const TEMPLATES = (release.items as unknown as readonly StoredRecord[]).map(completeRecord)
const slugOf = (n: number) => `made-${n}`
const addressOf = (n: number) => `https://data-${n}.example.org/set`

/** One in so many is a copy of its neighbour with something added, and one was corrected since. */
const DERIVED = 8
const CORRECTED = 20

/** `from` is the first of those that are made with it: what was approved before has another slug. */
function resource(n: number, from: number) {
  const template = TEMPLATES[n % TEMPLATES.length]
  if (!template) throw new Error('The latest release has no resources.')
  const references = template.references.slice(0, 2).map(({ DOI: _, ...reference }, i) => ({
    ...reference,
    id: `made-${n}-${i}`,
    URL: `https://papers.example.org/${n}/${i}`,
  }))
  return madeUp(n, {
    ...template,
    ...{ position: n, version: 1, updatedAt: LISTED },
    slug: slugOf(n),
    name: `${template.name} ${n}`,
    url: addressOf(n),
    ...{ doi: null, successor: null, aliases: [], otherUrls: [], formerUrls: [], references },
    derivedFrom: n % DERIVED === 1 && n > from ? [slugOf(n - 1)] : [],
  })
}

const LISTED = '2026-01-01T00:00:00.000Z'

/** Resources with the numbers from `from` until `to`. */
async function fill(from: number, to: number): Promise<void> {
  const made = Array.from({ length: to - from }, (_, i) => resource(from + i, from))
  await insertResources(made)
  const corrected = made.filter(({ position }) => position % CORRECTED === 0).map(({ slug }) => slug)
  await changeResources(corrected, { status: 'active', lastUpdated: '2026-01' })
}

interface Order {
  readonly from: number
  readonly to: number
}

interface Bindings {
  readonly DB: D1Database
}

export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname === '/maintainer') {
      const { id, name } = await request.json<{ id: string; name: string }>()
      const { token } = await createRegistry(env.DB, {}).addMaintainer('console', id, name)
      return Response.json({ token })
    }
    const { from, to } = await request.json<Order>()
    await fill(from, to)
    return Response.json({ filled: to - from })
  },
} satisfies ExportedHandler<Bindings>
