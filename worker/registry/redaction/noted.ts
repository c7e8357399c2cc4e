// What the registry's own jobs noted of what is redacted or of who is erased: verdicts on addresses, what a site said, and
// candidates.

import { type SQL, sql } from 'drizzle-orm'
import { candidateAddresses, candidates, linkVerdicts, upstreamLooks } from '../../../schema/tables.ts'
import { ERASED, NOWHERE, REDACTED, REDACTED_FOUND } from '../../domain/redaction.ts'
import type { Statement } from '../commit.ts'
import { type Database, rawStatement } from '../database.ts'

/** Candidates that were taken up as one of the submissions, or that have an address of theirs or of the resource. */
export function selectCandidateIds(db: Database, submissionIds: readonly number[], resourceId?: number) {
  const sent = sql`(select value from json_each(${JSON.stringify(submissionIds)}))`
  return db
    .select({ id: candidates.id })
    .from(candidates)
    .where(
      sql`submission_id in ${sent} or id in (
        select candidate_id from candidate_addresses where canonical in (
          select canonical from submission_addresses where submission_id in ${sent}
          union select canonical from addresses where owner_kind = 'resource' and owner_id = ${`${resourceId}`}))`,
    )
}

/**
 * The present addresses keep their verdicts: of a redacted resource there are none, since it is off the list, and of a
 * listed one of which an old version is redacted they are not part of that.
 */
export const forgetLooks = (db: Database, resourceId: number): Statement[] => [
  db
    .delete(linkVerdicts)
    .where(
      sql`resource_id = ${resourceId} and address not in (select address from links where resource_id = ${resourceId})`,
    ),
  db.delete(upstreamLooks).where(sql`resource_id = ${resourceId}`),
]

/** One that was decided on keeps its row, as the maintainers' log refers to it. */
export function redactCandidates(db: Database, ids: readonly number[]): Statement[] {
  if (ids.length === 0) return []
  const among: SQL = sql`(select value from json_each(${JSON.stringify(ids)}))`
  return [
    db.delete(candidateAddresses).where(sql`candidate_id in ${among}`),
    db.delete(candidates).where(sql`id in ${among} and state in ('found', 'offered')`),
    rawStatement(
      db,
      sql`
      update candidates set url = ${NOWHERE} || id, publisher = ${REDACTED}, found = ${JSON.stringify(REDACTED_FOUND)},
        signs = '[]', reason = case when reason is not null then ${REDACTED} end
      where id in ${among}`,
    ),
  ]
}

const NOTED = {
  candidates: ['url', 'publisher', 'found'],
  candidate_addresses: ['canonical'],
  links: ['address', 'final_url', 'saying', 'identity', 'proposed', 'archived_url'],
  link_verdicts: ['address', 'final_url', 'saying'],
  upstream_looks: ['saying'],
}

/** A contact that a page had too. The columns are texts, and JSON with its texts escaped. */
export function eraseFromNotes(db: Database, names: readonly string[]): Statement[] {
  const written = names.flatMap((name) => [...new Set([name, JSON.stringify(name).slice(1, -1)])])
  if (written.length === 0) return []
  const erased = (column: SQL) =>
    written.reduce((text, name) => sql`replace(${text}, ${name}, ${ERASED})`, column)
  return Object.entries(NOTED).map(([table, names]) => {
    const columns = names.map((name) => sql`${sql.identifier(name)}`)
    const all = sql.join(columns, sql`, `)
    const isNamed = written.map((name) => sql`instr(concat_ws(' ', ${all}), ${name}) > 0`)
    return rawStatement(
      db,
      sql`
      update ${sql.identifier(table)} set ${sql.join(
        columns.map((column) => sql`${column} = ${erased(column)}`),
        sql`, `,
      )} where ${sql.join(isNamed, sql` or `)}`,
    )
  })
}
