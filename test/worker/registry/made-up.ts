// Resources made up for tests: a list of any length, and any row of cells.

import { env } from 'cloudflare:workers'
import type { AvailabilityRow, Reference, Resource } from '../../../schema/contract.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { canonicalAddress } from '../../../worker/domain/address.ts'
import { cellsCode } from '../../../worker/domain/cells.ts'
import { searchWords } from '../../../worker/domain/search-text.ts'

const NOTHING: AvailabilityRow = {
  ct: 'no',
  xray: 'no',
  mrt: 'no',
  ultrasound: 'no',
  metadata: 'no',
  caseReview: 'no',
}

export type MadeUp = Partial<Omit<Resource, 'availability'>> & { availability?: Partial<AvailabilityRow> }

/** A valid resource; `position` tells it from the others. */
export const madeUp = (position: number, given: MadeUp = {}): Resource => ({
  slug: `made-up-${position}`,
  name: `Made up ${position}`,
  url: `https://made-up.example/${position}`,
  organization: 'An organisation',
  references: [],
  status: 'unknown',
  position,
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...given,
  availability: { ...NOTHING, ...given.availability },
})

/** Fills the database past what its writers do: a statement for many, since only reading is tested. */
export async function insertResources(resources: readonly Resource[]): Promise<void> {
  const columns = DATA_TYPES.map((type) => type.column).join(', ')
  const values = DATA_TYPES.map((type) => `value ->> '$.availability.${type.key}'`).join(', ')
  for (let at = 0; at < resources.length; at += 1000) {
    const some = resources.slice(at, at + 1000)
    const rows = some.map((resource) => ({
      ...resource,
      searchText: searchWords(resource).join(' '),
      canonical: canonicalAddress(resource.url),
      cells: cellsCode(resource.availability),
    }))
    await env.DB.batch([
      env.DB.prepare(
        `insert into resources (id, slug, name, url, organization, ${columns}, cells, status, position, version, updated_at, search_text)
         select value ->> 'position', value ->> 'slug', value ->> 'name', value ->> 'url', value ->> 'organization',
           ${values}, value ->> 'cells', value ->> 'status', value ->> 'position', value ->> 'version', value ->> 'updatedAt', value ->> 'searchText'
         from json_each(?)`,
      ).bind(JSON.stringify(rows)),
      env.DB.prepare(
        `insert into addresses (canonical, owner_kind, owner_id)
         select value ->> 'canonical', 'resource', value ->> 'position' from json_each(?)`,
      ).bind(JSON.stringify(rows)),
    ])
  }
}

/** Lets a resource cite references. */
export async function insertReferences(resource: Resource, references: readonly Reference[]): Promise<void> {
  await env.DB.batch(
    references.flatMap((reference, i) => [
      env.DB.prepare('insert into "references" (id, csl) values (?, ?)').bind(
        resource.position * 100 + i,
        JSON.stringify(reference),
      ),
      env.DB.prepare(
        'insert into resource_references (resource_id, ordinal, reference_id) values (?, ?, ?)',
      ).bind(resource.position, i + 1, resource.position * 100 + i),
    ]),
  )
}
