import { sql } from 'drizzle-orm'
import { canonicalAddress } from '../../../schema/record/values/addresses/address.ts'
import { links, resources } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'

/** By an index of the few that have a finding. */
export const listLinkFindings: Verb<'listLinkFindings'> = async ({ db }, most) => {
  const found = await db
    .select({
      id: links.id,
      resourceId: links.resourceId,
      slug: resources.slug,
      version: resources.version,
      status: resources.status,
      address: links.address,
      finding: links.finding,
      finalUrl: links.finalUrl,
      saying: links.saying,
      since: links.since,
      checkedAt: links.checkedAt,
    })
    .from(links)
    .innerJoin(resources, sql`${resources.id} = ${links.resourceId}`)
    .where(
      sql`${links.finding} is not null and ${links.role} = 'own'
        and ${links.proposed} is not (case ${links.finding} when 'moved' then ${links.finalUrl} else ${links.finding} end)
        and not exists (
          select 1 from submissions as sent where sent.resource_id = ${links.resourceId}
            and sent.state in ('pending', 'asked') and sent.door = 'job' and sent.kind = 'correction')`,
    )
    .limit(most)
  if (found.length === 0) return []
  const named = found.flatMap(({ id, resourceId, finalUrl }) => {
    const canonical = finalUrl === null ? undefined : canonicalAddress(finalUrl)
    return canonical === undefined ? [] : [{ id, resourceId, canonical }]
  })
  const rejected = await db.all<{ id: number }>(
    sql`select given.value ->> 'id' as id from json_each(${JSON.stringify(named)}) as given where exists (
      select 1 from submission_addresses as named join submissions as sent on sent.id = named.submission_id
      where named.canonical = given.value ->> 'canonical' and sent.state = 'rejected'
        and sent.resource_id = given.value ->> 'resourceId')`,
  )
  return found.flatMap(({ resourceId: _, finding, saying, since, checkedAt, ...link }) =>
    // A finding comes from a look, which says all of these.
    finding === null || saying === null || since === null || checkedAt === null
      ? []
      : [
          {
            ...link,
            finding,
            saying,
            since,
            checkedAt,
            wasRejected: rejected.some(({ id }) => id === link.id),
          },
        ],
  )
}
