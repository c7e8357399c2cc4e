// What looks at addresses say, beside the records that an answer has.

import { sql } from 'drizzle-orm'
import type { Link } from '../../../schema/record/sites/link.ts'
import { versions } from '../../../schema/tables.ts'

/** That of the resource of a version: a row for each. */
export const versionLink = sql<Link | null>`(
  select json_object('verdict', verdict, 'checkedAt', checked_at, 'finalUrl', final_url, 'archivedUrl', archived_url)
  from links where resource_id = ${versions}.resource_id and role = 'own')`
  .mapWith((json: string): Link => JSON.parse(json))
  .as('version_link')
