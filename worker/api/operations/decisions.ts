// Operations for maintainers. They name a submission by its reference.

import * as z from 'zod/mini'
import { likenessText } from '../../../schema/likeness.ts'
import {
  DecisionInput,
  type NamedSubmission,
  type SubmissionRecord,
} from '../../../schema/record/submission.ts'
import { SUBMISSION_STATES } from '../../../schema/vocabulary.ts'
import { requireMaintainer } from '../actor.ts'
import { readBody } from '../body.ts'
import { numberedPage } from '../numbered-page.ts'
import { freshAnswer, type Operation, partOf } from '../operation.ts'
import { idempotencyKeyOf, PAGE, readQuery } from '../query.ts'

const JSON_TYPE = 'application/json'

const ListQuery = z.strictObject({ ...PAGE, state: z._default(z.enum(SUBMISSION_STATES), 'pending') })

/** `version` is the version of the submission that the maintainer saw. */
const UndoInput = z.strictObject({ version: z.int().check(z.positive()) })

const ActionsQuery = z.strictObject({
  ...PAGE,
  by: z.optional(z.string().check(z.regex(/^\d{15,20}$/, 'a Discord id: 15 to 20 digits'))),
  since: z.optional(z.iso.date()),
})

const withoutName = ({ resourceName: _, ...record }: NamedSubmission): SubmissionRecord => record

const review = { group: 'Review', by: 'maintainer' } as const
const parts = { id: 'The reference of the submission, as S-7Q4K2, or its id.' }

export const decisionOperations: readonly Operation[] = [
  {
    ...review,
    method: 'GET',
    path: '/v1/submissions',
    summary: 'List submissions, oldest first',
    query: ListQuery,
    answer: freshAnswer('A page of submissions.', 'SubmissionPage'),
    refusals: [400, 401],
    async handle(c) {
      const actor = requireMaintainer(c)
      const { state, ...page } = readQuery(c, ListQuery)
      const { items, nextCursor } = await numberedPage(['submissions', state], page, (size, after) =>
        c.get('registry').listSubmissions(actor, { state, order: 'oldest', size, after }),
      )
      return c.json({ items: items.map(({ submission }) => submission), nextCursor })
    },
  },
  {
    ...review,
    method: 'GET',
    path: '/v1/submissions/{id}/review',
    summary: 'See all that deciding takes: look-alikes, the record as it stands, what was declined before',
    parts,
    answer: freshAnswer('The submission with what is known around it.', 'Review'),
    refusals: [401, 404],
    async handle(c) {
      const facts = await c.get('registry').reviewSubmission(requireMaintainer(c), partOf(c, 'id'))
      const { earlier: _, ...reviewed } = facts
      const alike = reviewed.alike.map(({ signs, ...other }) => ({ ...other, reason: likenessText(signs) }))
      return c.json({ ...reviewed, alike })
    },
  },
  {
    ...review,
    method: 'POST',
    path: '/v1/submissions/{id}/decisions',
    summary: 'Approve, reject, or ask who sent it',
    description:
      'An approval needs the `version` of the submission that you saw. A second decision is refused, unless its Idempotency-Key repeats. Where there are several maintainers, nobody decides on a submission of their own.',
    parts,
    headers: ['Idempotency-Key'],
    body: { type: JSON_TYPE, shape: DecisionInput },
    answer: freshAnswer('The submission as it is now.', 'SubmissionRecord'),
    refusals: [400, 401, 403, 404, 409, 413, 415, 422],
    async handle(c) {
      const actor = requireMaintainer(c)
      const idempotencyKey = idempotencyKeyOf(c)
      const input = await readBody(c, DecisionInput)
      const decided = c.get('registry').decideSubmission(actor, partOf(c, 'id'), input, idempotencyKey)
      return c.json(withoutName(await decided))
    },
  },
  {
    ...review,
    method: 'POST',
    path: '/v1/submissions/{id}/undo',
    summary: 'Take a decision back',
    parts,
    body: { type: JSON_TYPE, shape: UndoInput },
    answer: freshAnswer('The submission, which waits again.', 'SubmissionRecord'),
    refusals: [400, 401, 403, 404, 409, 413, 415, 422],
    async handle(c) {
      const actor = requireMaintainer(c)
      const { version } = await readBody(c, UndoInput)
      return c.json(withoutName(await c.get('registry').undoDecision(actor, partOf(c, 'id'), version)))
    },
  },
  {
    ...review,
    method: 'GET',
    path: '/v1/maintainer-actions',
    summary: 'List what maintainers did, latest first',
    description:
      'Every act of a maintainer: decisions and edits, reverts, blocks, releases, changes of who is a maintainer. Nothing of it is ever overwritten.',
    query: ActionsQuery,
    answer: freshAnswer('A page of actions.', 'ActionPage'),
    refusals: [400, 401],
    async handle(c) {
      const actor = requireMaintainer(c)
      const { by, since, ...page } = readQuery(c, ActionsQuery)
      const { items, nextCursor } = await numberedPage(['actions', by, since], page, (size, before) =>
        c.get('registry').listActions(actor, { by, since, size, before }),
      )
      return c.json({ items, nextCursor })
    },
  },
]
