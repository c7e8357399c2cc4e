// Erases a person: in the columns that are theirs, and by name in every text.

import { eq, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import type { SubmissionContent, SubmissionRecord, ThreadEntry } from '../../../schema/record/submission.ts'
import { drafts, maintainers, people, sessions, submissions, watches } from '../../../schema/tables.ts'
import type { PersonalData, PersonKey } from '../../../schema/verbs/erasure.ts'
import { ERASED, withoutTexts } from '../../domain/redaction.ts'
import { commit, LostRace, type Quota, requireSeen, type Statement, selectLastChange } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { chunksOf, type Database, rawStatement } from '../database.ts'
import { isAnyBlocked, personSubject } from '../limits/blocks.ts'
import { identifyCaller } from '../limits/caller.ts'
import { isSpent, quotaOf } from '../limits/quotas.ts'
import { isMaintainer } from '../people/people.ts'
import { eraseFromNotes } from './noted.ts'
import { type ChangeRow, type Rewritten, rewriteChanges, selectChanges } from './rewrite.ts'

/** As often an erasure begins anew because something was written meanwhile. */
const TRIES = 5

/** Shorter ones could be any word. */
const MIN_LENGTH = { name: 3, contact: 5 } as const

const isKey = (who: PersonKey): SQL =>
  'personId' in who ? eq(people.id, who.personId) : eq(people.discordId, who.discordId)

async function findPerson({ db }: Context, who: PersonKey) {
  const countOf = (table: SQL, as: string) => sql<number>`(select count(*) from ${table})`.as(as)
  const [row] = await db
    .select({
      id: people.id,
      name: people.name,
      discordId: people.discordId,
      contact: people.contact,
      isMaintainer: isMaintainer.as('is_maintainer'),
      isBlocked: isAnyBlocked(personSubject(sql`${people}.id`)).as('is_blocked'),
      submissions: countOf(sql`${submissions} as s where s.submitter_id = ${people}.id`, 'submissions_of'),
      watches: countOf(
        sql`${watches} as w where w.person_id = ${people}.id and w.ended_at is null`,
        'watches_of',
      ),
      drafts: countOf(sql`${drafts} as d where d.person_id = ${people}.id`, 'drafts_of'),
    })
    .from(people)
    .where(isKey(who))
  return row
}

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

const dataOf = ({ id, name, isMaintainer, isBlocked, submissions, watches, drafts }: Person) => ({
  personId: id,
  ...present({ name }),
  isMaintainer: isMaintainer === 1,
  isBlocked: isBlocked === 1,
  submissions,
  watches,
  drafts,
})

export const findPersonalData: Verb<'findPersonalData'> = async (context, who) => {
  const person = await findPerson(context, who)
  return person && dataOf(person)
}

/** The texts that name a person: anywhere, and in what they sent in. */
interface Names {
  readonly anywhere: readonly string[]
  readonly own: readonly string[]
}

function namesOf({ name, contact, discordId }: Person): Names {
  const anywhere = [discordId, (contact?.length ?? 0) < MIN_LENGTH.contact ? null : contact]
  const own = (name?.length ?? 0) < MIN_LENGTH.name ? [] : [name]
  const given = (texts: readonly (string | null | undefined)[]) =>
    texts.flatMap((text) => (text === null || text === undefined ? [] : [text]))
  return { anywhere: given(anywhere), own: given(own) }
}

/** Whether a text, or a JSON text, has one of the names. */
const hasAny = (text: SQL, names: readonly string[]): SQL => sql`exists (
  select 1 from json_each(${JSON.stringify(names.flatMap((name) => [name, JSON.stringify(name).slice(1, -1)]))}) as name
  where instr(${text}, name.value) > 0)`

async function getErasable(context: Context, who: PersonKey): Promise<Person> {
  const person = await findPerson(context, who)
  if (!person) throw refusal('not_found', 'nobodyToErase', [])
  if (person.isMaintainer === 1) throw refusal('conflict', 'maintainerStays', [])
  return person
}

export const erasePerson: Verb<'erasePerson'> = async (context, who) =>
  erase(context, await getErasable(context, who))

export const eraseSelf: Verb<'eraseSelf'> = async (context, actor) => {
  const person = await getErasable(context, { discordId: actor.discordId })
  if (person.isBlocked === 1) throw refusal('forbidden', 'blockedStays', [])
  const caller = await identifyCaller(context, actor)
  const quota = quotaOf(context, caller, 'erasures')
  // An erasure reads the whole log, so one too many must not begin.
  if (await isSpent(context, caller, 'erasures')) throw quota.refusal
  return erase(context, person, quota)
}

/** A change that came meanwhile may have the texts too: then all is read again. */
async function erase(context: Context, person: Person, quota?: Quota, tries = 1): Promise<PersonalData> {
  const { db } = context
  const names = namesOf(person)
  const isOwn = sql`${submissions.submitterId} = ${person.id}`
  const ownIds = sql`(select id from submissions where submitter_id = ${person.id})`
  const [[last], rows, logged] = await db.batch([
    selectLastChange(db),
    db
      .select({
        id: submissions.id,
        submitterId: submissions.submitterId,
        state: submissions.state,
        content: submissions.content,
        reason: submissions.reason,
        thread: submissions.thread,
        decisionReason: submissions.decisionReason,
      })
      .from(submissions)
      .where(
        sql`${isOwn} or ${hasAny(
          sql`content || coalesce(reason, '') || thread || coalesce(decision_reason, '')`,
          names.anywhere,
        )}`,
      ),
    selectChanges(
      db,
      sql`(subject = 'submission' and cast(subject_id as integer) in ${ownIds})
        or (subject = 'resource' and exists (
          select 1 from changes as own where own.subject = 'resource' and own.subject_id = changes.subject_id
            and own.sequence <= changes.sequence and own.submission_id in ${ownIds}))
        or ${hasAny(sql`record || coalesce(reason, '')`, names.anywhere)}`,
    ),
  ])
  const at = timestamp(context)
  const cause = { personId: null, reason: 'A person was erased.', at }
  const own = new Map(rows.flatMap((row) => (row.submitterId === person.id ? [[row.id, row.state]] : [])))
  const inherited = new Set<string>()
  const rewritten = logged.flatMap((row) => {
    if (row.submissionId !== null && own.has(row.submissionId)) inherited.add(row.subjectId)
    return erasedChange(row, own, inherited, names)
  })
  const statements = [
    requireSeen(db, { lastChange: last?.sequence ?? 0 }),
    ...chunksOf(rewritten, ({ record }) => JSON.stringify(record).length).flatMap((chunk) =>
      rewriteChanges(db, chunk, cause),
    ),
    updateTexts(
      db,
      rows.map((row) => erasedTexts(row, own.has(row.id), names)),
    ),
    ...erasedElsewhere(db, names, person, ownIds),
    ...erasedOwn(db, person, ownIds, at),
  ]
  const isErased = sql`exists (
    select 1 from people where id = ${person.id} and coalesce(name, discord_id, contact, locale) is null)`
  try {
    await commit(db, statements, isErased, quota)
  } catch (error) {
    if (error instanceof LostRace && tries < TRIES) return erase(context, person, quota, tries + 1)
    throw error
  }
  if (rewritten.length > 0) context.onPublish()
  context.onDelivery()
  return dataOf(person)
}

const erasing = <Value>(value: Value, isOwn: boolean, { anywhere, own }: Names): Value => {
  const found = withoutTexts(value, anywhere, true)
  return isOwn ? withoutTexts(found, own, false) : found
}

/** What a submitter wrote to maintainers alone. */
const erasedThread = (thread: readonly ThreadEntry[]): ThreadEntry[] =>
  thread.map((entry) => (entry.by === 'submitter' ? { ...entry, text: ERASED } : entry))

function erasedContent<Content extends SubmissionContent>(content: Content): Content {
  const { resource, changes } = content
  return {
    ...content,
    ...(resource?.notes !== undefined && { resource: { ...resource, notes: ERASED } }),
    ...(changes?.notes !== undefined && { changes: { ...changes, notes: ERASED } }),
  }
}

/** The reason of an approved submission is public, and says where its facts are from. */
const isPublic = (state: string | undefined) => state === 'approved'

/** `inherited` are the resources whose records have what the person sent in, from here on: they keep it, whoever changes them. */
function erasedChange(
  row: ChangeRow,
  own: ReadonlyMap<number, string>,
  inherited: ReadonlySet<string>,
  names: Names,
): Rewritten[] {
  const isOwn = row.subject === 'resource' ? inherited.has(row.subjectId) : own.has(Number(row.subjectId))
  const record = erasing(row.record, isOwn, names)
  const reason = erasing(row.reason, isOwn, names)
  const erased = isOwn && 'thread' in record ? erasedRecord(record, own.get(Number(row.subjectId))) : record
  const isSame = JSON.stringify([erased, reason]) === JSON.stringify([row.record, row.reason])
  return isSame ? [] : [{ row, record: erased, reason }]
}

const erasedRecord = (record: SubmissionRecord, state: string | undefined): SubmissionRecord => ({
  ...erasedContent(record),
  ...(record.reason !== undefined && !isPublic(state) && { reason: ERASED }),
  thread: erasedThread(record.thread),
})

interface Texts {
  readonly id: number
  readonly content: SubmissionContent
  readonly reason: string | null
  readonly thread: readonly ThreadEntry[]
  readonly decisionReason: string | null
}

function erasedTexts(row: Texts & { readonly state: string }, isOwn: boolean, names: Names): Texts {
  const { id, ...texts } = erasing(row, isOwn, names)
  if (!isOwn) return { id, ...texts }
  return {
    id,
    content: erasedContent(texts.content),
    reason: texts.reason === null || isPublic(row.state) ? texts.reason : ERASED,
    thread: erasedThread(texts.thread),
    decisionReason: texts.decisionReason,
  }
}

const updateTexts = (db: Database, texts: readonly Texts[]): Statement => {
  const rows = texts.map(({ id, content, reason, thread, decisionReason }) => ({
    ...{ id, reason, decisionReason },
    content: JSON.stringify(content),
    thread: JSON.stringify(thread),
  }))
  return rawStatement(
    db,
    sql`
    update submissions set content = new.value ->> 'content', reason = new.value ->> 'reason',
      thread = new.value ->> 'thread', decision_reason = new.value ->> 'decisionReason'
    from json_each(${JSON.stringify(rows)}) as new where submissions.id = new.value ->> 'id'`,
  )
}

/** What maintainers, Discord and the drafts of others say of the person. */
function erasedElsewhere(
  db: Database,
  { anywhere, own }: Names,
  { id, contact }: Person,
  ownIds: SQL,
): Statement[] {
  const replaced = (table: string, column: string, text: string, where = sql`true`) =>
    rawStatement(
      db,
      sql`
      update ${sql.identifier(table)} set ${sql.identifier(column)} = replace(${sql.identifier(column)}, ${text}, ${ERASED})
      where instr(${sql.identifier(column)}, ${text}) > 0 and ${where}`,
    )
  const ofOwn = sql`submission_id in ${ownIds}`
  return [
    ...[...anywhere, ...own].flatMap((text) => [
      replaced('maintainer_actions', 'reason', text),
      replaced('redactions', 'reason', text),
      replaced('candidates', 'reason', text),
    ]),
    ...anywhere.flatMap((text) => [
      replaced('blocks', 'reason', text),
      replaced('deliveries', 'last_error', text),
      replaced('drafts', 'content', JSON.stringify(text).slice(1, -1)),
    ]),
    ...own.flatMap((text) => [
      replaced('blocks', 'reason', text, ofOwn),
      replaced('deliveries', 'last_error', text, sql`(${ofOwn} or target = ${`person:${id}`})`),
    ]),
    ...eraseFromNotes(db, anywhere),
    rawStatement(db, sql`delete from blocks where subject = 'contact:' || lower(trim(${contact ?? ''}))`),
  ]
}

function erasedOwn(db: Database, { id, contact }: Person, ownIds: SQL, at: string): Statement[] {
  return [
    // Cards in the review channel are drawn anew. An erased submitter's private link opens nothing any more.
    rawStatement(
      db,
      sql`
      update deliveries set state = 'waiting', attempts = 0, next_at = ${at}, lease_until = null, ended_at = null
      where id in (
        select max(d.id) from deliveries as d join submissions as s on s.id = d.submission_id
        where d.kind = 'review' and s.submitter_id = ${id} and s.card_message_id is not null group by s.id)`,
    ),
    rawStatement(
      db,
      sql`
      update deliveries set state = 'dropped', ended_at = ${at}, lease_until = null, last_error = ${ERASED}
      where target = ${`person:${id}`} and state = 'waiting'`,
    ),
    rawStatement(
      db,
      sql`
      update submissions set capability = substr(lower(hex(randomblob(16))), 1, 26), idempotency_key = null,
        request_hash = null, sent_from = null
      where id in ${ownIds}`,
    ),
    rawStatement(
      db,
      sql`delete from mail_addresses where submission_id in ${ownIds} or address = ${contact ?? ''}`,
    ),
    db.delete(sessions).where(eq(sessions.personId, id)),
    db.delete(drafts).where(eq(drafts.personId, id)),
    db.delete(watches).where(eq(watches.personId, id)),
    db.update(maintainers).set({ tokenHash: null }).where(eq(maintainers.personId, id)),
    db
      .update(people)
      .set({ discordId: null, name: null, contact: null, locale: null })
      .where(eq(people.id, id)),
  ]
}
