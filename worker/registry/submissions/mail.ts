// Mail to submitters who have no account on Discord: which address gets news of a submission, once its reader wants them.

import { and, eq, isNull, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { MailInput } from '../../../schema/record/submission.ts'
import { canMove } from '../../../schema/record/submission-states.ts'
import { mailAddresses, people, submissions } from '../../../schema/tables.ts'
import type { MailVerbs } from '../../../schema/verbs/mail.ts'
import { parse } from '../../domain/intake/parse.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { secondsToMidnight } from '../../domain/midnight.ts'
import { commit } from '../commit.ts'
import { timestamp, type Verb, type Verbs } from '../context.ts'
import { identifyCaller } from '../limits/caller.ts'
import { quotaOf } from '../limits/quotas.ts'
import { selectSubmissions, toNamedSubmission } from './submission-rows.ts'
import { insertMail } from './submission-writes.ts'
import { loadSubmission, notFound, requireSubmitter } from './transition.ts'

/** Letters that nobody answered yet: more do not go to one address, whoever asks for them. */
const MOST_UNANSWERED = 3

/** On all the registry's behalf: a domain that sends what nobody wants loses its name. */
const LETTERS_PER_DAY = 100

const getMail: Verb<'getMail'> = async ({ db }, id) => {
  const [row] = await db
    .select({
      contact: sql<
        string | null
      >`(select contact from ${people} as p where p.id = ${submissions}.submitter_id)`,
      address: mailAddresses.address,
      confirmedAt: mailAddresses.confirmedAt,
    })
    .from(submissions)
    .leftJoin(mailAddresses, eq(mailAddresses.submissionId, submissions.id))
    .where(eq(submissions.capability, id))
  if (!row) throw notFound(id)
  const { contact, address, confirmedAt } = row
  return { ...present({ contact, address }), isConfirmed: confirmedAt !== null }
}

const askForMail: Verb<'askForMail'> = async (context, actor, id, given) => {
  const { db } = context
  const { mailAddress: address } = parse(MailInput, { mailAddress: given }, 'mail')
  const caller = await identifyCaller(context, actor, address)
  const loaded = await loadSubmission(context, actor, id)
  requireSubmitter(loaded, id)
  const { row } = loaded
  if (row.isSenderBlocked === 1) throw refusal('forbidden', 'senderBlocked', [])
  if (!canMove(row.state, 'withdraw')) throw refusal('conflict', 'mailTooLate', [])
  const [[before], unanswered] = await db.batch([
    db.select().from(mailAddresses).where(eq(mailAddresses.submissionId, row.id)),
    db
      .select({ id: mailAddresses.id })
      .from(mailAddresses)
      .where(and(eq(mailAddresses.address, address), isNull(mailAddresses.confirmedAt)))
      .limit(MOST_UNANSWERED),
  ])
  if (before?.address === address) return
  // They end after a week, not at midnight.
  if (unanswered.length === MOST_UNANSWERED)
    throw refusal('rate_limited', 'lettersUnanswered', [MOST_UNANSWERED])
  const enough = refusal('rate_limited', 'enoughLetters', [], {
    retryAfter: secondsToMidnight(context.now().getTime()),
  })
  const token = capability(context.randomBytes(16))
  const at = timestamp(context)
  const isThisOne = sql`exists (select 1 from mail_addresses where token = ${token})`
  const counted = [
    quotaOf(context, caller, 'letters'),
    quotaOf(context, { ...caller, subjects: ['everybody'] }, 'letters', LETTERS_PER_DAY),
  ]
  await commit(
    db,
    [
      db.delete(mailAddresses).where(eq(mailAddresses.submissionId, row.id)),
      db.insert(mailAddresses).values({ submissionId: row.id, address, token, createdAt: at }),
      insertMail(db, 'mailCheck', at, token),
    ],
    isThisOne,
    { statements: counted.flatMap(({ statements }) => statements), refusal: enough },
  )
  context.onDelivery()
}

const findMail: Verb<'findMail'> = async ({ db }, token) => {
  const [[row], [submission]] = await db.batch([
    db.select().from(mailAddresses).where(eq(mailAddresses.token, token)),
    selectSubmissions(
      db,
      sql`${submissions.id} = (select submission_id from mail_addresses where token = ${token})`,
    ),
  ])
  if (!row || !submission) throw refusal('not_found', 'mailUnknown', [])
  return {
    submission: toNamedSubmission(submission),
    address: row.address,
    isConfirmed: row.confirmedAt !== null,
  }
}

const confirmMail: Verb<'confirmMail'> = async (context, token) => {
  const { db } = context
  const at = timestamp(context)
  const isConfirmed = sql`exists (
    select 1 from mail_addresses where token = ${token} and confirmed_at is not null)`
  await commit(
    db,
    [
      db
        .update(mailAddresses)
        .set({ confirmedAt: at })
        .where(and(eq(mailAddresses.token, token), isNull(mailAddresses.confirmedAt))),
      insertMail(db, 'mail', at, token),
    ],
    isConfirmed,
  )
  const [found] = await db.all(sql`select 1 where ${isConfirmed}`)
  if (found === undefined) throw refusal('not_found', 'mailUnknown', [])
  context.onDelivery()
}

const stopMail: Verb<'stopMail'> = async ({ db }, token) => {
  await db.delete(mailAddresses).where(eq(mailAddresses.token, token))
}

export const mailVerbs: Verbs<MailVerbs> = { getMail, askForMail, findMail, confirmMail, stopMail }
