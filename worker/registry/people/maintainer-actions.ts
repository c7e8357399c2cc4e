// The log of what maintainers did.

import { and, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import { present } from '../../../schema/present.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import { changes, maintainerActions, people } from '../../../schema/tables.ts'
import type { RecordedAction } from '../../../schema/verbs/people.ts'
import type { ActionSubject, MaintainerAction } from '../../../schema/vocabulary.ts'
import type { Statement } from '../commit.ts'
import type { Verb } from '../context.ts'
import { type Database, selectValues } from '../database.ts'
import { requireAppointer } from './people.ts'

export interface NewAction {
  readonly action: MaintainerAction
  /** Undefined for the host. */
  readonly personId: number | undefined
  readonly subject: string | SQL<string>
  readonly version?: number
  readonly reason?: string | null | undefined
  readonly at: string
}

export const rowOf = ({ personId, version, reason, ...action }: NewAction) => ({
  ...action,
  personId: personId ?? null,
  version: version ?? null,
  reason: reason ?? null,
})

/** For the batch that does it. */
export const insertAction = (db: Database, action: NewAction): Statement =>
  db.insert(maintainerActions).values(rowOf(action))

/** The same where the statement right before it in the batch has changed a row. */
export const insertActionIfChanged = (db: Database, action: NewAction): Statement =>
  db
    .insert(maintainerActions)
    .select(sql`${selectValues(maintainerActions, rowOf(action))} where changes() > 0`)

/** Whether this maintainer did this before: with a version, to make that version; `after` the action of that id. */
export async function wasDone(
  db: Database,
  { action, personId, subject, version, after }: Omit<NewAction, 'at'> & { readonly after?: number },
): Promise<boolean> {
  const [found] = await db
    .select({ id: maintainerActions.id })
    .from(maintainerActions)
    .where(
      and(
        eq(maintainerActions.subject, subject),
        eq(maintainerActions.action, action),
        sql`${maintainerActions.personId} is ${personId ?? null}`,
        version === undefined ? undefined : eq(maintainerActions.version, version),
        after === undefined ? undefined : gt(maintainerActions.id, after),
      ),
    )
    .limit(1)
  return found !== undefined
}

/** The number in a subject such as `person:12`. */
const numberIn = (kind: string) =>
  sql`cast(substr(${maintainerActions}.subject, ${kind.length + 2}) as integer)`

/** What a subject is called: the reference, slug, Discord id or name that people know it by. */
const subjectKey = sql<
  string | null
>`case substr(${maintainerActions}.subject, 1, instr(${maintainerActions}.subject, ':') - 1)
  when 'submission' then (select reference from submissions as s where s.id = ${numberIn('submission')})
  when 'resource' then (select slug from resources as r where r.id = ${numberIn('resource')})
  when 'person' then (select discord_id from people as p where p.id = ${numberIn('person')})
  else substr(${maintainerActions}.subject, instr(${maintainerActions}.subject, ':') + 1) end`

/** The name of a person or a candidate, and the slug of the resource of a change. */
const subjectName = sql<
  string | null
>`case substr(${maintainerActions}.subject, 1, instr(${maintainerActions}.subject, ':') - 1)
  when 'person' then (select name from people as p where p.id = ${numberIn('person')})
  when 'candidate' then (select found ->> '$.fields.name' from candidates as n where n.id = ${numberIn('candidate')})
  when 'change' then (select record ->> '$.slug' from changes as c where c.sequence = ${numberIn('change')}) end`

const actor = (column: 'name' | 'discord_id') =>
  sql<
    string | null
  >`(select ${sql.raw(column)} from ${people} as a where a.id = ${maintainerActions}.person_id)`

const columns = {
  id: maintainerActions.id,
  action: maintainerActions.action,
  personId: maintainerActions.personId,
  subject: maintainerActions.subject,
  version: maintainerActions.version,
  reason: maintainerActions.reason,
  at: maintainerActions.at,
  subjectKey: subjectKey.as('subject_key'),
  subjectName: subjectName.as('subject_name'),
  byName: actor('name').as('by_name'),
  byDiscordId: actor('discord_id').as('by_discord_id'),
}

/** Latest first. */
export const selectActions = (db: Database, where: SQL | undefined) =>
  db.select(columns).from(maintainerActions).where(where).orderBy(desc(maintainerActions.id))

export type ActionRow = Awaited<ReturnType<typeof selectActions>>[number]

export function toRecordedAction(row: ActionRow): RecordedAction {
  const { id, action, at, version, reason } = row
  const [kind = ''] = row.subject.split(':')
  return {
    id,
    action,
    at,
    ...(row.personId !== null && { by: present({ name: row.byName, discordId: row.byDiscordId }) }),
    subject: {
      // The cast holds: subjects are written in this folder and by the verbs of maintainers.
      kind: kind as ActionSubject,
      ...present({ key: row.subjectKey, name: row.subjectName }),
    },
    ...present({ version, reason }),
  }
}

/** The record that the same action of this maintainer, for the same reason, made of a resource before. */
export async function findMade(
  db: Database,
  resourceId: number,
  { action, personId, subject, version, reason }: Omit<NewAction, 'at'> & { readonly version: number },
): Promise<Resource | undefined> {
  const [made] = await db
    .select({ record: changes.record })
    .from(changes)
    .where(
      sql`${changes.subject} = 'resource' and ${changes.subjectId} = ${String(resourceId)}
        and ${changes.version} = ${version} and exists (
          select 1 from ${maintainerActions} as a where a.subject = ${subject} and a.action = ${action}
          and a.person_id is ${personId ?? null} and a.version = ${version} and a.reason is ${reason ?? null})`,
    )
  return made && completeRecord(made.record as StoredRecord)
}

export const listActions: Verb<'listActions'> = async (context, asked, { by, since, before, size }) => {
  await requireAppointer(context, asked)
  const rows = await selectActions(
    context.db,
    and(
      by === undefined
        ? undefined
        : sql`${maintainerActions.personId} = (select id from people where discord_id = ${by})`,
      since === undefined ? undefined : gte(maintainerActions.at, since),
      before === undefined ? undefined : lt(maintainerActions.id, before),
    ),
  ).limit(size + 1)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { items: page.map(toRecordedAction), ...(rows.length > size && last && { next: last.id }) }
}
