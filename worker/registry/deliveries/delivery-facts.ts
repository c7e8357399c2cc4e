// Reads the current facts of claimed deliveries. The number of queries does not depend on the number of deliveries.

import { and, eq, inArray, sql } from 'drizzle-orm'
import { present } from '../../../schema/present.ts'
import {
  changes,
  deliveries,
  mailAddresses,
  resources,
  submissions,
  watches,
} from '../../../schema/tables.ts'
import { CANDIDATES_PER_WEEK } from '../../../schema/verbs/candidates.ts'
import type { Delivery } from '../../../schema/verbs/deliveries.ts'
import type { ReviewFacts } from '../../../schema/verbs/submissions.ts'
import type { DeliveryKind, MailKind } from '../../../schema/vocabulary.ts'
import { readPage, toCandidate } from '../candidates/candidate-rows.ts'
import type { Database } from '../database.ts'
import { selectProposals, toProposal } from '../people/second-maintainer.ts'
import { changeColumns, toListedChange } from '../resources/listed-changes.ts'
import { readReviews } from '../submissions/review.ts'
import { type SubmissionRow, selectSubmissions, toNamedSubmission } from '../submissions/submission-rows.ts'
import { selectOverdue } from './digest.ts'
import { toWatched } from './watches.ts'

export interface ClaimedDelivery {
  readonly id: number
  readonly kind: DeliveryKind
  readonly submissionId: number | null
  readonly createdAt: string
  readonly target: string
  /** The first announcement of its message; null for other kinds. */
  readonly leadId: number | null
  readonly recipient: string | null
  readonly locale: string | null
}

export async function readDeliveries(
  db: Database,
  claimed: readonly ClaimedDelivery[],
  now: Date,
): Promise<readonly Delivery[]> {
  const announced = claimed.filter(({ kind }) => kind === 'announcement')
  const digests = claimed.filter(({ kind }) => kind === 'digest')
  const ofSubmissions = claimed.filter(
    ({ kind }) => kind === 'review' || kind === 'submitter' || isMail(kind),
  )
  const read = await Promise.all([
    readOfSubmissions(db, ofSubmissions),
    readAnnouncements(db, announced),
    readDigests(db, digests, now),
    readOffered(
      db,
      claimed.filter(({ kind }) => kind === 'candidates'),
    ),
  ])
  return read.flat().sort((a, b) => rankOf(a) - rankOf(b) || a.id - b.id)
}

const rankOf = ({ kind }: Delivery): number => (kind === 'announcement' ? 1 : 0)

const isMail = (kind: DeliveryKind): kind is MailKind => kind === 'mailCheck' || kind === 'mail'

async function readDigests(
  db: Database,
  claimed: readonly ClaimedDelivery[],
  now: Date,
): Promise<Delivery[]> {
  if (claimed.length === 0) return []
  const [overdue, proposals] = await Promise.all([
    selectOverdue(db, now),
    selectProposals({ db, now: () => now }),
  ])
  const open = proposals.map((row) => toProposal(row, undefined))
  return claimed.map(({ id, createdAt }) => ({ id, createdAt, kind: 'digest', ...overdue, proposals: open }))
}

async function readOffered(db: Database, claimed: readonly ClaimedDelivery[]): Promise<Delivery[]> {
  if (claimed.length === 0) return []
  const { rows, total } = await readPage(db, { state: 'offered', skip: 0, size: CANDIDATES_PER_WEEK })
  const offered = rows.map((row) => toCandidate(row))
  return claimed.map(({ id, createdAt }) => ({ id, createdAt, kind: 'candidates', offered, total }))
}

async function readAnnouncements(db: Database, claimed: readonly ClaimedDelivery[]): Promise<Delivery[]> {
  if (claimed.length === 0) return []
  const ids = claimed.map(({ id }) => id)
  const rows = await db
    .select({
      ...changeColumns,
      delivery: sql<number>`${deliveries.id}`.as('delivery'),
      watchId: watches.id,
      wanted: watches.wanted,
      endedAt: watches.endedAt,
      watchLocale: watches.locale,
      slug: resources.slug,
      name: resources.name,
    })
    .from(deliveries)
    .innerJoin(
      changes,
      and(
        eq(changes.subject, 'resource'),
        eq(changes.subjectId, deliveries.changeSubjectId),
        eq(changes.version, deliveries.changeVersion),
      ),
    )
    .innerJoin(watches, eq(watches.id, deliveries.watchId))
    .leftJoin(resources, eq(resources.id, watches.resourceId))
    .where(sql`${deliveries}.id in (select value from json_each(${JSON.stringify(ids)}))`)
  const known = claimed.flatMap((delivery) => {
    const row = rows.find(({ delivery: id }) => id === delivery.id)
    return row ? [{ delivery, row }] : []
  })
  const messages = Map.groupBy(
    known.toSorted((one, other) => one.delivery.id - other.delivery.id),
    ({ delivery }) => delivery.leadId ?? delivery.id,
  )
  return [...messages].flatMap(([id, ofMessage]) => {
    const [first] = ofMessage
    if (!first) return []
    const { target, createdAt, recipient, locale: recipientLocale } = first.delivery
    const [, channelId] = target.match(/^channel:(.*)$/) ?? []
    const locale = channelId === undefined ? recipientLocale : first.row.watchLocale
    return {
      id,
      createdAt,
      kind: 'announcement',
      announced: ofMessage.map(({ delivery, row }) => ({
        id: delivery.id,
        change: toListedChange(row),
        watch: { id: row.watchId, watched: toWatched(row), isOver: row.endedAt !== null },
      })),
      ...present({ channelId, recipient, locale }),
    }
  })
}

async function readOfSubmissions(db: Database, claimed: readonly ClaimedDelivery[]): Promise<Delivery[]> {
  if (claimed.length === 0) return []
  const ids = claimed.flatMap(({ submissionId }) => submissionId ?? [])
  const rows = await selectSubmissions(db, inArray(submissions.id, ids))
  const hasReview = ({ id }: SubmissionRow) =>
    claimed.some(({ kind, submissionId }) => kind === 'review' && submissionId === id)
  const reviewed = rows.filter(hasReview)
  const reviews = reviewed.length > 0 ? await readReviews(db, reviewed) : []
  const letters = claimed.filter(({ kind }) => isMail(kind))
  const wanted = letters.length > 0 ? await selectAddresses(db, letters) : []
  return claimed.flatMap((delivery) => {
    const row = rows.find(({ id }) => id === delivery.submissionId)
    if (!row) return []
    const { id, kind, createdAt } = delivery
    if (!isMail(kind)) return deliveryOf(delivery, row, reviews[reviewed.indexOf(row)]) ?? []
    const found = wanted.find((address) => delivery.target === `mail:${address.id}`)
    const letter = found && { address: found.address, token: found.token, submissionId: row.capability }
    return { id, createdAt, kind, submission: toNamedSubmission(row), ...present({ letter }) }
  })
}

/** A target is "mail:12". */
const selectAddresses = (db: Database, letters: readonly ClaimedDelivery[]) =>
  db
    .select()
    .from(mailAddresses)
    .where(
      inArray(
        mailAddresses.id,
        letters.map(({ target }) => Number(target.slice(5))),
      ),
    )

function deliveryOf(
  { id, kind, createdAt, recipient, locale }: ClaimedDelivery,
  row: SubmissionRow,
  review: ReviewFacts | undefined,
): Delivery | undefined {
  const { cardChannelId: channelId, cardMessageId: messageId, decidedByName } = row
  if (kind === 'submitter')
    return {
      id,
      createdAt,
      kind,
      submission: toNamedSubmission(row),
      ...present({ decidedBy: decidedByName, recipient, locale }),
    }
  if (kind !== 'review' || !review) return undefined
  return {
    id,
    createdAt,
    kind,
    review,
    ...(channelId !== null && messageId !== null && { card: { channelId, messageId } }),
  }
}
