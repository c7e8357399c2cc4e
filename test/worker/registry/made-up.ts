// Resources made up for tests: a list of any length, and any row of cells.

import { env } from 'cloudflare:workers'
import { NO_FACTS, type Resource } from '../../../schema/record/resource.ts'
import { parseRecord } from '../../../schema/record/stored-record.ts'
import { canonicalAddress } from '../../../schema/record/values/addresses/address.ts'
import type { AvailabilityRow } from '../../../schema/record/values/availability.ts'
import { referenceAddress } from '../../../schema/record/works/reference.ts'
import { versionColumns } from '../../../worker/domain/search/version-columns.ts'

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
  ...NO_FACTS,
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
  for (let at = 0; at < resources.length; at += 1000) {
    const some = resources.slice(at, at + 1000)
    const rows = some.map((resource) => ({ ...resource, canonical: canonicalAddress(resource.url) }))
    const cited = some.flatMap((resource) =>
      resource.references.map((csl, i) => ({
        id: resource.position * 100 + i,
        resource: resource.position,
        ordinal: i + 1,
        canonical: referenceAddress(csl) ?? null,
        csl,
      })),
    )
    const filled = [JSON.stringify(rows), JSON.stringify(cited), JSON.stringify(some)] as const
    await env.DB.batch([
      env.DB.prepare(
        `insert into changes (subject, subject_id, version, action, record, at)
         select 'resource', value ->> 'position', value ->> 'version', 'added', value, value ->> 'updatedAt' from json_each(?)`,
      ).bind(filled[2]),
      insertVersions(some),
      env.DB.prepare(
        `insert into addresses (canonical, owner_kind, owner_id)
         select value ->> 'canonical', 'resource', value ->> 'position' from json_each(?)`,
      ).bind(filled[0]),
      env.DB.prepare(
        `insert into "references" (id, csl, canonical)
         select value ->> 'id', value ->> 'csl', value ->> 'canonical' from json_each(?)`,
      ).bind(filled[1]),
      env.DB.prepare(
        `insert into resource_references (resource_id, ordinal, reference_id)
         select value ->> 'resource', value ->> 'ordinal', value ->> 'id' from json_each(?)`,
      ).bind(filled[1]),
    ])
  }
}

/** The versions of changes that are made before it in the batch. */
function insertVersions(records: readonly Resource[]): D1PreparedStatement {
  const rows = records.map((record) => ({ version: record.version, ...versionColumns(record) }))
  return env.DB.prepare(
    `insert into versions (sequence, resource_id, slug, name_key, cells, status, position, updated_at, search_text,
       names, tags, by_images, by_patients, by_published, stated, license_spdx)
     select made.sequence, resource.id, value ->> 'slug', value ->> 'nameKey', value ->> 'cells', value ->> 'status',
       value ->> 'position', value ->> 'updatedAt', value ->> 'searchText', value -> 'names', value ->> 'tags',
       value ->> 'byImages', value ->> 'byPatients', value ->> 'byPublished', value ->> 'stated', value ->> 'licenseSpdx'
     from json_each(?) join resources as resource on resource.slug = value ->> 'slug'
     join changes as made on made.subject = 'resource' and made.subject_id = cast(resource.id as text)
       and made.version = value ->> 'version'
     order by made.sequence`,
  ).bind(JSON.stringify(rows))
}

/** When made-up changes are made, unless a test says otherwise. */
const MADE_UP_CHANGE = '2026-02-01T00:00:00.000Z'

/** Changes resources past what the writers do: the record in the log, and the next version. */
export async function changeResources(
  slugs: readonly string[],
  patch: MadeUp,
  at = MADE_UP_CHANGE,
): Promise<void> {
  const { results } = await env.DB.prepare(
    `select record from changes join versions on versions.sequence = changes.sequence and until is null
     where slug in (select value from json_each(?))`,
  )
    .bind(JSON.stringify(slugs))
    .all<{ record: string }>()
  const changed = results.map(({ record }) => {
    const before = parseRecord(record)
    const availability = { ...before.availability, ...patch.availability }
    return { ...before, ...patch, availability, version: before.version + 1, updatedAt: at }
  })
  if (changed.length !== slugs.length) throw new Error('Only what is listed can be changed.')
  await env.DB.batch(
    changed.flatMap((next) => [
      env.DB.prepare(
        `insert into changes (subject, subject_id, version, action, record, at)
         values ('resource', (select cast(id as text) from resources where slug = ?), ?, 'corrected', ?, ?)`,
      ).bind(next.slug, next.version, JSON.stringify(next), at),
      insertVersions([next]),
    ]),
  )
}

/** Gives a resource another slug, past what the writers do: none of them can yet. */
export async function rename(slug: string, next: string): Promise<void> {
  await env.DB.prepare('update resources set slug = ? where slug = ?').bind(next, slug).run()
  await changeResources([slug], { slug: next }, '2026-11-24T00:00:00.000Z')
}

/** Every slug there is. */
export async function listedSlugs(): Promise<string[]> {
  const { results } = await env.DB.prepare('select slug from resources').all<{ slug: string }>()
  return results.map(({ slug }) => slug)
}
