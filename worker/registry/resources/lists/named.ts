// What a text names: by a slug, by an address, or by what people call it.

import { type SQL, sql } from 'drizzle-orm'
import { enclosingAddresses } from '../../../../schema/record/values/addresses/address.ts'
import { LONGEST_KEY, NAME_KINDS } from '../../../domain/search/names.ts'
import type { Query } from '../../../domain/search/query.ts'
import { type Through, validAt } from '../as-of.ts'

/** The surer a name, the lower: a slug, an address, a paper's address, then names (NAME_KINDS), then names mentioned. */
const RANKS = { slug: 0, address: 510, paper: 520, name: 600, mentioned: 800, begun: 801 } as const
const LONGEST_RANKED = 500
export const MOST_NAMED = 50

const rankOfKind = (row: string): SQL =>
  sql.raw(`case ${NAME_KINDS.map((kind, i) => `when ${row}.kind = '${kind}' then ${i}`).join(' ')} end`)

/** `namedHits`, each version once, with the lowest of its ranks. */
export const surestHits = (text: string, query: Query, through: Through): SQL => sql`(
  select sequence, min(rank) as rank from ${namedHits(text, query, through)}
  group by sequence order by rank limit ${MOST_NAMED}) as hit`

/**
 * The versions that the query names, as a table `hit` of `sequence` and `rank`. By its slug or address also what was removed: those name one thing for ever. The nearest
 * enclosing page is the longest; a paper about a resource comes after any page of it.
 */
export function namedHits(text: string, { address, names }: Query, through: Through): SQL {
  const addresses = JSON.stringify(address === undefined ? [] : enclosingAddresses(address))
  const [whole, mentioned] = [JSON.stringify(names.whole), JSON.stringify(names.mentioned)]
  const starts = JSON.stringify(names.starts.map((key, i) => ({ key, isWhole: i === 0 })))
  // Of the latest versions the index of their names has all that is asked.
  const isThen =
    through === undefined
      ? sql`and known.until is null`
      : sql`join versions as version on version.sequence = known.sequence
          and ${validAt('version', through)} and version.status <> 'removed'`
  const called = (keys: string, rank: SQL) => sql`
    select * from (
      select known.sequence, ${rank} from json_each(${keys}) as called
      join names as known on known.key = called.value ${isThen}
      limit ${MOST_NAMED})`
  // The plus has SQLite look the addresses up, where it would go through those of all resources.
  return sql`(
      select version.sequence as sequence, owned.rank as rank from (
        select id, ${RANKS.slug} as rank from resources where slug = ${text.toLowerCase()}
        union all
        select cast(owner_id as integer), ${RANKS.address} - min(length(canonical), ${LONGEST_RANKED}) from addresses
        where +owner_kind = 'resource' and canonical in (select value from json_each(${addresses}))
        union all
        select link.resource_id, ${RANKS.paper} from "references" as cited
        join resource_references as link on link.reference_id = cited.id where cited.canonical = ${address ?? ''}
      ) as owned join versions as version on version.resource_id = owned.id and ${validAt('version', through)}
      union all ${called(whole, sql`${RANKS.name} + ${rankOfKind('known')}`)}
      union all
      select sequence, rank from (
        select known.sequence as sequence,
          case when not start.value ->> 'isWhole' then ${RANKS.begun}
            when known.kind = 'name' then ${RANKS.name + NAME_KINDS.indexOf('start')} else ${RANKS.name + NAME_KINDS.length} end as rank
        from json_each(${starts}) as start join names as known
          on known.key > start.value ->> 'key' and known.key < (start.value ->> 'key') || char(0x10ffff)
          ${isThen}
        limit ${MOST_NAMED})
      union all ${called(mentioned, sql`${RANKS.mentioned} - length(known.key)`)}) as hit`
}

/** Whether a rank is of a name, which a removed resource has no more; its slug and its addresses it keeps. */
export const isOfName = (rank: number): boolean => rank >= RANKS.name

/** Whether a text is the name of what it found, and does not only mention it. */
export const isNamed = ({ named }: { readonly named?: number | undefined }): boolean =>
  named !== undefined && (named < RANKS.mentioned - LONGEST_KEY || named === RANKS.begun)
