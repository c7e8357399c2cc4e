// The resources at many addresses at once: by their own, by that of a page above, or by that of a paper about one.

import { sql } from 'drizzle-orm'
import { canonicalAddress, enclosingAddresses } from '../../../schema/record/values/addresses/address.ts'
import { versions } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import { validAt } from './as-of.ts'
import { versionRecord } from './lists/versions.ts'

const formsOf = (address: string): readonly string[] => {
  const canonical = canonicalAddress(address)
  return canonical === undefined ? [] : enclosingAddresses(canonical)
}

export const findResourcesAt: Verb<'findResourcesAt'> = async ({ db }, addresses) => {
  const asked = JSON.stringify(addresses.map(formsOf))
  // The plus has SQLite look the addresses up, where it would go through those of all resources.
  const hits = sql`(
    select asked.key as position, cast(owned.owner_id as integer) as resource_id, length(owned.canonical) as nearness
    from json_each(${asked}) as asked, json_each(asked.value) as form
    join addresses as owned on owned.canonical = form.value and +owned.owner_kind = 'resource'
    union all
    select asked.key, link.resource_id, 0
    from json_each(${asked}) as asked
    join "references" as cited on cited.canonical = asked.value ->> 0
    join resource_references as link on link.reference_id = cited.id) as hit`
  const rows = await db
    .select({ record: versionRecord, position: sql<number>`hit.position` })
    .from(versions)
    .innerJoin(hits, sql`hit.resource_id = ${versions.resourceId}`)
    .where(validAt('versions', undefined))
    .orderBy(sql`hit.nearness desc, ${versions.resourceId}`)
  return addresses.map((_, i) => rows.find(({ position }) => position === i)?.record)
}
