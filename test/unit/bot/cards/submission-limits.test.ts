import { describe, expect, it } from 'vitest'
import { plain } from '../../../../bot/cards/kit/markdown.ts'
import { type Card, messageData } from '../../../../bot/cards/kit/message.ts'
import type { Modal } from '../../../../bot/cards/kit/modal.ts'
import { historyCard } from '../../../../bot/cards/resource/history-card.ts'
import {
  CANDIDATES_SHOWN,
  candidatesCard,
  offeredCard,
} from '../../../../bot/cards/submissions/candidates-card.ts'
import { digestCard } from '../../../../bot/cards/submissions/digest-card.ts'
import { draftCard } from '../../../../bot/cards/submissions/draft-card.ts'
import { queueCard } from '../../../../bot/cards/submissions/queue-card.ts'
import { reviewCard } from '../../../../bot/cards/submissions/review-card.ts'
import { approvedCard, questionCard, undoneCard } from '../../../../bot/cards/submissions/several-card.ts'
import { namedRow } from '../../../../bot/cards/submissions/submission-text.ts'
import { ownSubmissionsCard, submitterCard } from '../../../../bot/cards/submissions/submitter-card.ts'
import type { RequestContext } from '../../../../bot/commands/flow.ts'
import { mySubmissions } from '../../../../bot/commands/my-submissions.ts'
import { report, reportCard } from '../../../../bot/commands/report.ts'
import { review as reviewing } from '../../../../bot/commands/review/review.ts'
import { settle } from '../../../../bot/commands/review/settle.ts'
import { again } from '../../../../bot/commands/submit/again.ts'
import { referenceFields } from '../../../../bot/commands/submit/reference-form.ts'
import { submit } from '../../../../bot/commands/submit/submit.ts'
import { REPORTS } from '../../../../bot/custom-id.ts'
import type { Messages } from '../../../../bot/languages/index.ts'
import { RegistryError } from '../../../../schema/errors.ts'
import { CLAIM_FIELDS } from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { CANDIDATE_SIGN_KEYS } from '../../../../schema/record/sites/candidate.ts'
import {
  type Draft,
  SUBMISSION_LENGTHS,
  type SubmissionRecord,
} from '../../../../schema/record/submission.ts'
import { cellsRow } from '../../../../schema/record/values/cells.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import { pastedReferences } from '../../../../schema/record/works/pasted-references.ts'
import type { Reference } from '../../../../schema/record/works/reference.ts'
import { CANDIDATES_PER_WEEK } from '../../../../schema/verbs/candidates.ts'
import type { Registry } from '../../../../schema/verbs/registry.ts'
import type { QueueRow, ReviewFacts } from '../../../../schema/verbs/submissions.ts'
import { DATA_TYPE_KEYS, SUBMISSION_KINDS, SUBMISSION_STATES } from '../../../../schema/vocabulary.ts'
import { problemsOfResponse } from '../../../discord/rules/judge.ts'
import { fill, longestFacts, PAGES, remembered, SPOKEN } from './longest.ts'

const ALL_YES = Object.fromEntries(DATA_TYPE_KEYS.map((key) => [key, 'yes' as const]))

const AT = '2026-11-23T00:00:00.000Z'

const references = remembered((sign: string): Reference[] =>
  Array.from({ length: LENGTHS.references }, (_, i) => ({
    id: `${'r'.repeat(LENGTHS.slug - 2)}${String(i).padStart(2, '0')}`,
    type: 'article',
    title: fill(sign, LENGTHS.referenceTitle),
  })),
)

const resource = remembered(
  (sign: string): Resource => ({
    slug: 's'.repeat(LENGTHS.slug),
    name: fill(sign, LENGTHS.name),
    url: `https://example.org/${fill(sign, LENGTHS.url - 20).replaceAll(' ', '-')}`,
    organization: fill(sign, LENGTHS.organization),
    availability: cellsRow(0),
    ...longestFacts(sign),
    references: references(sign),
    status: 'unknown',
    position: 999_999_999,
    version: 999_999_999,
    updatedAt: AT,
  }),
)

const record = (
  sign: string,
  kind: SubmissionRecord['kind'] = 'addition',
  state: SubmissionRecord['state'] = 'pending',
): SubmissionRecord => {
  const { name, url, organization, availability } = resource(sign)
  const { licenseSpdx: _spdx, claims: _claims, ...facts } = longestFacts(sign)
  const notes = fill(sign, SUBMISSION_LENGTHS.notes)
  const proposed = { name, url, organization, availability, ...facts, status: 'unreachable' as const, notes }
  return {
    reference: 'S-ZZZZZ',
    kind,
    state,
    version: 999_999_999,
    ...(kind === 'addition' && { resource: proposed }),
    ...(kind === 'correction' && { changes: { ...proposed, availability: cellsRow(0) } }),
    ...(kind !== 'addition' && { slug: 's'.repeat(LENGTHS.slug), baseVersion: 999_999_999 }),
    evidence: Array.from({ length: SUBMISSION_LENGTHS.evidence }, () => ({
      field: 'availability.caseReview' as const,
      value: fill(sign, LENGTHS.countsText),
      source: fill(sign, LENGTHS.source),
      asOf: '2026-11-23',
    })),
    reason: fill(sign, SUBMISSION_LENGTHS.reason),
    thread: Array.from({ length: 30 }, (_, i) => ({
      by: i % 2 === 0 ? ('maintainer' as const) : ('submitter' as const),
      text: fill(sign, SUBMISSION_LENGTHS.answer),
      at: AT,
    })),
    ...((state === 'approved' || state === 'rejected') && {
      decision: { reason: fill(sign, SUBMISSION_LENGTHS.reason), at: AT },
    }),
    createdAt: AT,
    updatedAt: AT,
  }
}

const decided = ({ state }: SubmissionRecord) => state !== 'pending' && state !== 'asked'

const alike = (sign: string) =>
  Array.from({ length: 5 }, () => ({
    name: fill(sign, LENGTHS.name),
    signs: [
      { kind: 'sharedWords' as const, shared: Array.from({ length: 3 }, () => fill(sign, 100)) },
      { kind: 'account' as const, host: fill('h', 100) },
    ],
    slug: 's'.repeat(60),
  }))

const queueRow = (sign: string, kind: SubmissionRecord['kind'], i: number): QueueRow => ({
  submission: { ...record(sign, kind), reference: `S-ZZZZ${i}` },
  sentBy: fill(sign, SUBMISSION_LENGTHS.submitterName),
  resource: resource(`${sign}x`),
  flags: [
    ...alike(sign).map((one) => ({ kind: 'lookAlike' as const, alike: one })),
    { kind: 'sourcesDiffer', fields: CLAIM_FIELDS },
    { kind: 'newHost', host: fill('h', 250) },
  ],
})

const review = (sign: string, submission: SubmissionRecord): ReviewFacts => ({
  submission,
  submitter: {
    name: fill(sign, SUBMISSION_LENGTHS.submitterName),
    contact: fill(sign, SUBMISSION_LENGTHS.contact),
    discordId: '99999999999999999999',
    isBlocked: true,
    isUnreachable: true,
    approved: 999_999_999,
    rejected: 999_999_999,
  },
  isOwn: true,
  // It differs in every field from what is proposed.
  resource: resource(`${sign}x`),
  alike: alike(sign),
  declined: Array.from({ length: 3 }, () => record(sign, 'addition', 'rejected')),
  earlier: Array.from({ length: 3 }, () => record(sign, 'correction', 'rejected')),
  decidedBy: fill(sign, SUBMISSION_LENGTHS.submitterName),
  waiting: 999_999_999,
})

const refusals = (card: Card) => [
  ...problemsOfResponse({ type: 4, data: messageData(card, true) }, 2),
  ...problemsOfResponse({ type: 7, data: messageData(card) }, 3),
]

describe.each(
  SPOKEN,
)('in %s, with the longest data the contract admits, of %j, Discord takes', (_tag, sign, messages) => {
  it.each(
    SUBMISSION_KINDS.flatMap((kind) => SUBMISSION_STATES.map((state) => [kind, state] as const)),
  )('the card of a %s that is %s, for maintainers and for who sent it', (kind, state) => {
    const submission = record(sign, kind, state)
    const facts = review(sign, submission)
    expect(refusals(reviewCard(messages, facts, PAGES, { note: fill(sign, 600) }))).toEqual([])
    // What is decided shows nothing of a decision that comes too late, whichever it is.
    const decisions = decided(submission) ? (['approve'] as const) : (['approve', 'reject', 'ask'] as const)
    for (const decision of decisions) {
      const typed = { decision, reason: fill(sign, SUBMISSION_LENGTHS.reason) }
      expect(refusals(reviewCard(messages, facts, PAGES, { typed }))).toEqual([])
    }
    expect(refusals(submitterCard(messages, submission, fill(sign, 100)))).toEqual([])
  })

  it('a list of one’s own, and the queue', () => {
    const states = [...SUBMISSION_STATES, 'pending', 'asked', 'asked'] as const
    const records = states.map((state, i) => ({
      ...record(sign, 'addition', state),
      reference: `S-ZZZZ${i}`,
      isUnreachable: true,
    }))
    expect(refusals(ownSubmissionsCard(messages, records))).toEqual([])
    const queue = Array.from({ length: 10 }, (_, i) =>
      queueRow(sign, SUBMISSION_KINDS[i % SUBMISSION_KINDS.length] ?? 'addition', i),
    )
    const dead = Array.from({ length: 3 }, (_, id) => ({
      id: 999_999_990 + id,
      kind: 'announcement' as const,
      attempts: 999_999_999,
      lastError: fill(sign, 1000),
      createdAt: AT,
      diedAt: AT,
    }))
    expect(refusals(queueCard(messages, queue, { pending: 999_999_999, asked: 999_999_999 }, dead))).toEqual(
      [],
    )
    const proposal = {
      id: 999_999_999,
      action: 'propose_removal',
      by: { name: fill(sign, 100) },
      subject: { kind: 'person', name: fill(sign, 100) },
      reason: fill(sign, SUBMISSION_LENGTHS.reason),
      at: AT,
      until: AT,
      isOwn: false,
    } as const
    const waits = {
      waiting: queue.map(namedRow),
      total: 999_999_999,
      proposals: Array.from({ length: 9 }, (_, i) => ({ ...proposal, id: proposal.id - i })),
    }
    expect(refusals(digestCard(messages, waits))).toEqual([])
  })

  it.each(['addition', 'correction', 'removal'] as const)('decisions on several, each a %s', (kind) => {
    const rows = Array.from({ length: 10 }, (_, i) => queueRow(sign, kind, i))
    const flagged = rows.map((row) => ({ reference: row.submission.reference, why: 'flagged' as const, row }))
    expect(refusals(questionCard(messages, { together: rows, leftOut: [] }))).toEqual([])
    expect(refusals(questionCard(messages, { together: [], leftOut: flagged }))).toEqual([])
    const chosen = rows.map(({ submission: { reference } }) => ({ reference, version: 1295 }))
    const done = rows.slice(0, 3).map((row, i) => ({
      one: chosen[i] ?? { reference: '', version: 0 },
      record: { ...namedRow(row), version: 1295 },
    }))
    const refused = chosen.slice(3, 5).map((one) => ({
      one,
      error: new RegistryError('conflict', fill(sign, 2000)),
    }))
    const outcomes = [...done, ...refused]
    expect(refusals(approvedCard(messages, outcomes, chosen.slice(5), []))).toEqual([])
    expect(refusals(undoneCard(messages, outcomes, chosen.slice(5)))).toEqual([])
  })

  it('candidates, and the message that there are some', () => {
    const { licenseSpdx: _spdx, claims: _claims, ...facts } = longestFacts(sign)
    const { name, url, organization } = resource(sign)
    const fields = { ...facts, name, organization, availability: ALL_YES }
    const all = Array.from({ length: CANDIDATES_PER_WEEK }, (_, i) => ({
      ...{
        id: 999_999_990 + i,
        source: 'datacite' as const,
        url,
        publisher: fill(sign, 300),
        name,
        score: 9,
      },
      ...{ found: { isPaper: false, fields, evidence: [] }, signs: CANDIDATE_SIGN_KEYS, alike: alike(sign) },
      ...{
        state: 'offered' as const,
        offeredAt: AT,
        listedAs: 's'.repeat(LENGTHS.slug),
        waitingAs: 'S-ZZZZZ',
      },
    }))
    const items = all.slice(0, CANDIDATES_SHOWN)
    const page = { items, total: 999_999_999, next: 999_999_999 }
    const after = { note: messages.candidates.declined(plain(fill(sign, 300), 100)), taken: 'S-ZZZZZ' }
    expect(refusals(candidatesCard(messages, page, 999_999_999, after))).toEqual([])
    const unlisted = items.map(({ listedAs: _listed, waitingAs: _waiting, ...one }) => one)
    expect(refusals(candidatesCard(messages, { ...page, items: unlisted }, 999_999_999, after))).toEqual([])
    expect(refusals(offeredCard(messages, { offered: all, total: 999_999_999 }))).toEqual([])
  })

  it('a draft', () => {
    const { name, url, organization } = resource(sign)
    const draft: Draft = {
      name,
      url,
      organization,
      has: [],
      lacks: DATA_TYPE_KEYS,
      notes: fill(sign, SUBMISSION_LENGTHS.notes),
      references: references(sign),
    }
    const id = 'z'.repeat(26)
    const problem = new RegistryError('invalid', fill(sign, 2000))
    expect(refusals(draftCard(messages, id, draft, { alike: alike(sign), problem, rejectedAt: AT }))).toEqual(
      [],
    )
    const evidence = Array.from({ length: SUBMISSION_LENGTHS.evidence }, (_, i) => ({
      field: 'license' as const,
      source: `https://${'h'.repeat(60)}${i}.org/`,
    }))
    const found = { isPaper: false, fields: { ...resource(sign), status: 'frozen' as const }, evidence }
    const seeking = { alike: alike(sign), problem, rejectedAt: AT }
    expect(refusals(draftCard(messages, id, { ...draft, found }, seeking))).toEqual([])
    const full: Draft = { ...draft, has: DATA_TYPE_KEYS, lacks: [] }
    expect(refusals(draftCard(messages, id, full, { alike: [] }))).toEqual([])
  })

  it('what was refused, with all that was typed where it is Latin', () => {
    const texts = new Map([
      ['references', fill(sign, 2000)],
      ['reason', fill(sign, SUBMISSION_LENGTHS.reason)],
    ])
    const error = new RegistryError('invalid', fill(sign, 2000))
    const refused = { error, input: { texts, chosen: new Map(), files: new Map() } }
    const refusedReport = reportCard(messages, resource(sign), refused)
    expect(refusals(refusedReport)).toEqual([])
    if (sign === 'W') expect(JSON.stringify(refusedReport)).toContain(texts.get('references'))
  })

  it('a form that begins with every reference of a resource', () => {
    const [text] = referenceFields(messages, references(sign))
    const value = text?.component.type === 4 ? (text.component.value ?? '') : ''
    expect(pastedReferences(value, references(sign))).toEqual({ references: references(sign), problems: [] })
  })

  it('a page of history', () => {
    const changes = Array.from({ length: 8 }, (_, i) => ({
      sequence: 999_999_990 + i,
      slug: 's'.repeat(LENGTHS.slug),
      name: fill(sign, LENGTHS.name),
      action: 'corrected' as const,
      version: 999_999_999,
      at: AT,
      reason: fill(sign, SUBMISSION_LENGTHS.reason),
      submission: 'S-ZZZZZ',
      before: {
        ...resource(`${sign}x`),
        availability: cellsRow(0),
        counts: null,
        status: 'active' as const,
      },
      after: resource(sign),
    }))
    const page = { items: changes, next: 999_999_999, previous: 999_999_999 }
    expect(refusals(historyCard(messages, 's'.repeat(LENGTHS.slug), page))).toEqual([])
  })

  it('the forms, whole where they are ours', async () => {
    const forms = await allForms(messages, sign)
    expect(forms).toHaveLength(REPORTS.length + 9)
    expect(forms.flatMap((form) => problemsOfResponse({ type: 9, data: form }, 3))).toEqual([])
    expect(forms.flatMap(ownTexts).filter((text) => text.endsWith('…'))).toEqual([])
  })
})

/** What stands on a form in words of ours. */
const ownTexts = ({ title, components }: Modal): string[] => [
  title,
  ...components.flatMap((part) => ('label' in part ? [part.label ?? '', part.description ?? ''] : [])),
]

/** Each form that there is, filled with the longest data. */
async function allForms(messages: Messages, sign: string): Promise<Modal[]> {
  const submission = record(sign, 'addition', 'asked')
  const key = 'S-ZZZZZ'
  // Only what the forms read of a registry.
  const registry = {
    resolveResource: async () => ({ resource: resource(sign) }),
    getDraft: async () => ({
      ...resource(sign),
      has: DATA_TYPE_KEYS,
      lacks: [],
      notes: fill(sign, SUBMISSION_LENGTHS.notes),
    }),
    getSubmission: async (_actor: unknown, reference: string) => ({
      resource: resource(sign),
      submission: {
        ...(reference === key ? submission : record(sign, 'correction', 'rejected')),
        thread: [{ by: 'maintainer', text: 'Which?', at: AT }],
      },
    }),
    reviewSubmission: async () => review(sign, submission),
    getQueueEntry: async () => ({}),
  } as unknown as Registry
  const actor = { kind: 'discord', discordId: '1', name: 'x' } as const
  const readFile = () => Promise.reject(new Error('Nothing is uploaded.'))
  const lookUp = async () => undefined
  const context: RequestContext = {
    id: '1',
    registry,
    actor,
    messages,
    userMessages: messages,
    lookUp,
    readFile,
  }
  const slug = 's'.repeat(LENGTHS.slug)
  const version = 999_999_999
  const opened = await Promise.all([
    ...REPORTS.map((about) => reportForm?.run({ action: 'report', about, version, slug }, [], context)),
    submit.components?.redo?.run({ action: 'redo', draft: 'z'.repeat(26) }, [], context),
    submit.components?.references?.run({ action: 'references', draft: 'z'.repeat(26) }, [], context),
    mySubmissions.components?.answer?.run({ action: 'answer', key }, [], context),
    again.components?.again?.run({ action: 'again', key }, [], context),
    again.components?.again?.run({ action: 'again', key: 'S-ZZZZY' }, [], context),
    settle.components?.settle?.run({ action: 'settle', claim: 0, version, slug }, [], context),
    deciding?.reject?.run({ action: 'reject', key, version }, [], context),
    deciding?.ask?.run({ action: 'ask', key, version }, [], context),
    deciding?.edit?.run({ action: 'edit', key, version }, [], context),
  ])
  return opened.flatMap((outcome) => (outcome && 'modal' in outcome ? [outcome.modal] : []))
}

const reportForm = report.components?.report
const deciding = reviewing.components
