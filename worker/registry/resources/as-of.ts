// Moments: the change that a release or an instant stands for, and what an answer says of the one it was read from.

import { asc, desc, type SQL, sql } from 'drizzle-orm'
import { faultyFields } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { redactions, releases } from '../../../schema/tables.ts'
import type { AsOf, Moment } from '../../../schema/verbs/as-of.ts'
import type { Context } from '../context.ts'
import type { Database } from '../database.ts'

/** The registry after the change of a sequence; now, where there is none. */
export type Through = number | SQL<number> | undefined

/** The change that a moment is after. Of an unknown release, null, which no version is valid at. */
export function throughOf(moment: Moment | undefined): Through {
  if (moment === undefined) return undefined
  if ('sequence' in moment) return moment.sequence
  if ('release' in moment)
    return sql<number>`(select through_sequence from releases where version = ${moment.release})`
  return sql<number>`coalesce((
    select sequence from changes where subject = 'resource' and at <= ${moment.at}
    order by at desc, sequence desc limit 1), 0)`
}

/** Whether a version, by the name that its row has in the query, is the one of its resource that is valid then. */
export function validAt(row: string, through: Through): SQL {
  const version = sql.raw(row)
  if (through === undefined) return sql`${version}.until is null`
  return sql`${version}.sequence <= ${through} and (${version}.until is null or ${version}.until > ${through})`
}

/** The order of releases in every list, and the first of which is the latest. */
export const LATEST_RELEASE_FIRST = [desc(releases.throughSequence), asc(releases.version)] as const

const latest = sql<number>`coalesce((select max(sequence) from changes where subject = 'resource'), 0)`

/** The latest release by then, as JSON. */
const releaseThen = sql`(
  select json_object('version', version, 'title', title, 'authors', json(authors), 'keywords', json(keywords),
    'note', note, 'releasedOn', released_on, 'throughSequence', through_sequence)
  from releases where through_sequence <= read.sequence order by through_sequence desc, version limit 1)`

export function selectAsOf(db: Database, moment?: Moment) {
  const through: Through = throughOf(moment) ?? latest
  return db
    .select({
      sequence: sql<number | null>`read.sequence`.as('read_sequence'),
      changedAt: sql<string | null>`(select at from changes where changes.sequence = read.sequence)`.as(
        'changed_at',
      ),
      redactedAt: sql<string | null>`(select at from ${redactions} order by id desc limit 1)`.as(
        'redacted_at',
      ),
      release: sql<AsOf['release'] | null>`${releaseThen}`
        .mapWith((json: string): AsOf['release'] => JSON.parse(json))
        .as('release_then'),
    })
    .from(sql`(select ${through} as sequence) as read`)
}

/** An unknown release is the caller's mistake: `invalid`. */
export function toAsOf([row]: Awaited<ReturnType<typeof selectAsOf>>, moment?: Moment): AsOf {
  if (!row) throw new Error('What an answer was read from is one row.')
  if (row.sequence === null) {
    const version = moment && 'release' in moment ? moment.release : ''
    throw faultyFields([{ field: 'release', name: 'noSuchRelease', values: [version.slice(0, 40)] }])
  }
  return {
    sequence: row.sequence,
    ...present({ changedAt: row.changedAt, redactedAt: row.redactedAt }),
    ...(row.release && { release: row.release }),
  }
}

/** Nothing is known of the registry at a moment to come: `invalid`. */
export function refuseFuture({ now }: Context, moment: Moment | undefined): void {
  if (moment && 'at' in moment && Date.parse(moment.at) > now().getTime())
    throw faultyFields([{ field: 'at', name: 'momentToCome', values: [] }])
}
