import { asc } from 'drizzle-orm'
import { releaseWork, SURVEY } from '../../../schema/record/works/cited-works.ts'
import { releases } from '../../../schema/tables.ts'
import { releaseOf } from '../../../schema/verbs/as-of.ts'
import { countCells, countListed, countUnsaid } from '../../domain/search/entries/counts.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { selectTally } from '../tallies.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { readChosen } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'

/** The survey that it all began with is the first release. */
const selectSurvey = (db: Database) =>
  db.select().from(releases).orderBy(asc(releases.throughSequence)).limit(1)

export const getOverview: Verb<'getOverview'> = async ({ db, base }) => {
  const works = selectTally(db, 'references')
  const [read, survey] = [selectAsOf(db), selectSurvey(db)]
  const { chosen, rows } = await readChosen(
    db,
    (entries) => ({
      ...{ resources: countListed(entries), totals: countCells(entries), unsaid: countUnsaid(entries) },
      positions: [],
    }),
    [read, works, survey],
  )
  const { resources, totals, unsaid } = chosen
  const asOf = toAsOf(rowsOf(read, rows[0]))
  const [cited] = rowsOf(works, rows[1])
  const [first] = rowsOf(survey, rows[2])
  const latest = releaseOf(asOf)
  const earliest = first ?? latest
  return {
    ...{ resources, totals, unsaid },
    references: cited?.total ?? 0,
    survey: {
      title: earliest.title,
      authors: earliest.authors.map((name) =>
        'family' in name ? `${name.given} ${name.family}` : name.literal,
      ),
      version: earliest.version,
      releasedOn: earliest.releasedOn,
    },
    citations: { latest: releaseWork(latest, base), survey: SURVEY },
    asOf,
  }
}
