import { asc, sql } from 'drizzle-orm'
import { cellsRow } from '../../../schema/record/values/cells.ts'
import { releaseWork, SURVEY } from '../../../schema/record/works/cited-works.ts'
import { references, releases } from '../../../schema/tables.ts'
import { releaseOf } from '../../../schema/verbs/as-of.ts'
import { AVAILABILITY, type Availability, DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { selectCellCounts } from './lists/counts.ts'

/** The survey that it all began with is the first release. */
const selectSurvey = (db: Database) =>
  db.select().from(releases).orderBy(asc(releases.throughSequence)).limit(1)

export const getOverview: Verb<'getOverview'> = async ({ db, base }) => {
  const [read, counts, [cited], [first]] = await db.batch([
    selectAsOf(db),
    selectCellCounts(db),
    db.select({ total: sql<number>`count(*)`.as('total') }).from(references),
    selectSurvey(db),
  ])
  if (!cited) throw new Error('A count is one row.')
  const asOf = toAsOf(read)
  const latest = releaseOf(asOf)
  const survey = first ?? latest
  const totals = Object.fromEntries(
    DATA_TYPES.map((type) => [type.key, Object.fromEntries(AVAILABILITY.map((value) => [value, 0]))]),
  ) as Record<DataTypeKey, Record<Availability, number>>
  for (const { cells, resources } of counts) {
    const row = cellsRow(cells)
    for (const type of DATA_TYPES) totals[type.key][row[type.key]] += resources
  }
  return {
    resources: counts.reduce((sum, row) => sum + row.resources, 0),
    totals,
    references: cited.total,
    survey: {
      title: survey.title,
      authors: survey.authors.map((name) =>
        'family' in name ? `${name.given} ${name.family}` : name.literal,
      ),
      version: survey.version,
      releasedOn: survey.releasedOn,
    },
    citations: { latest: releaseWork(latest, base), survey: SURVEY },
    asOf,
  }
}
