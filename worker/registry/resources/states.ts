// Moments: which change a release or an instant stands for, and what the registry was then.

import { sql } from 'drizzle-orm'
import { faultyFields } from '../../../schema/errors.ts'
import type { Moment, State } from '../../../schema/verbs/resources.ts'
import type { Context } from '../context.ts'
import type { Database } from '../database.ts'
import type { At } from './versions.ts'

/** The change that a moment is after. Of a release that there is not, null, which no version stood at. */
export function atOf(moment: Moment | undefined): At {
  if (moment === undefined) return undefined
  if ('sequence' in moment) return moment.sequence
  if ('release' in moment)
    return sql<number>`(select through_sequence from releases where version = ${moment.release})`
  return sql<number>`coalesce((
    select sequence from changes where subject = 'resource' and at <= ${moment.at}
    order by at desc, sequence desc limit 1), 0)`
}

const latest = sql<number>`coalesce((select max(sequence) from changes where subject = 'resource'), 0)`

/** The columns of a release that a state tells, as JSON. */
const releaseThen = sql`(
  select json_object('version', version, 'title', title, 'authors', json(authors), 'keywords', json(keywords),
    'note', note, 'releasedOn', released_on)
  from releases where through_sequence <= state.sequence order by through_sequence desc limit 1)`

export function selectState(db: Database, moment: Moment | undefined) {
  const at: At = atOf(moment) ?? latest
  return db
    .select({
      sequence: sql<number | null>`state.sequence`.as('state_sequence'),
      changedAt: sql<string | null>`(select at from changes where changes.sequence = state.sequence)`.as(
        'changed_at',
      ),
      release: sql<State['release'] | null>`${releaseThen}`
        .mapWith((json: string): State['release'] => JSON.parse(json))
        .as('release_then'),
    })
    .from(sql`(select ${at} as sequence) as state`)
}

/** An unknown release is the asker's mistake: `invalid`. */
export function toState([row]: Awaited<ReturnType<typeof selectState>>, moment: Moment | undefined): State {
  if (!row) throw new Error('A state is one row.')
  if (row.sequence === null) {
    const asked = moment && 'release' in moment ? moment.release : ''
    throw faultyFields([{ field: 'release', name: 'noSuchRelease', values: [asked.slice(0, 40)] }])
  }
  return {
    sequence: row.sequence,
    ...(row.changedAt !== null && { changedAt: row.changedAt }),
    ...(row.release && { release: row.release }),
  }
}

/** Nobody knows how the registry will stand. */
export function refuseFuture({ now }: Context, moment: Moment | undefined): void {
  if (moment && 'at' in moment && Date.parse(moment.at) > now().getTime())
    throw faultyFields([{ field: 'at', name: 'momentToCome', values: [] }])
}
