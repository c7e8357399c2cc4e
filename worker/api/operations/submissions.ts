// Operations for submitters: they send a submission in, then read, edit, answer or withdraw it by its secret id.

import {
  AnswerInput,
  type Submission,
  SubmissionEdit,
  SubmissionInput,
  type SubmissionRecord,
} from '../../../schema/record/submission.ts'
import { actorOf } from '../actor.ts'
import { readBody } from '../body.ts'
import { type Operation, partOf } from '../operation.ts'
import { idempotencyKeyOf } from '../query.ts'

const JSON_TYPE = 'application/json'

/** Leaves out the secret id, unless the caller used it: a maintainer may know the reference only. */
function withoutSecret(key: string, submission: Submission): Submission | SubmissionRecord {
  const { id, ...record } = submission
  return key === id ? submission : record
}

const one = {
  group: 'Submissions',
  parts: { id: 'The id that sending it in gave; for maintainers its reference too.' },
  answer: {
    status: 200,
    description: 'The submission as it is now.',
    content: { [JSON_TYPE]: 'SomeSubmission' },
    isCacheable: false,
  },
} as const satisfies Partial<Operation>

const changing = [400, 401, 403, 404, 409, 413, 415, 422, 503] as const

export const submissionOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v1/submissions',
    group: 'Submissions',
    summary: 'Send in an addition, a correction or a removal',
    description: 'It waits until a maintainer decides. Keep the id of the answer: it opens the submission.',
    headers: ['Idempotency-Key'],
    body: { type: JSON_TYPE, shape: SubmissionInput },
    answer: {
      status: 201,
      description: 'The submission, which waits.',
      content: { [JSON_TYPE]: 'Submission' },
      headers: ['Location'],
      isCacheable: false,
    },
    refusals: changing,
    async handle(c) {
      const actor = actorOf(c)
      const idempotencyKey = idempotencyKeyOf(c)
      const input = await readBody(c, SubmissionInput)
      const { submission } = await c.get('registry').submit(actor, input, { door: 'http', idempotencyKey })
      return c.json(submission, 201, { Location: `/v1/submissions/${submission.id}` })
    },
  },
  {
    ...one,
    method: 'GET',
    path: '/v1/submissions/{id}',
    summary: 'See how a submission stands',
    refusals: [401, 404],
    async handle(c) {
      const id = partOf(c, 'id')
      const { submission } = await c.get('registry').getSubmission(actorOf(c), id)
      return c.json(withoutSecret(id, submission))
    },
  },
  {
    ...one,
    method: 'PATCH',
    path: '/v1/submissions/{id}',
    summary: 'Change a submission that waits',
    body: { type: JSON_TYPE, shape: SubmissionEdit },
    refusals: changing,
    async handle(c) {
      const id = partOf(c, 'id')
      const edit = await readBody(c, SubmissionEdit)
      return c.json(withoutSecret(id, await c.get('registry').editSubmission(actorOf(c), id, edit)))
    },
  },
  {
    ...one,
    method: 'POST',
    path: '/v1/submissions/{id}/answers',
    summary: 'Answer a maintainer’s question',
    body: { type: JSON_TYPE, shape: AnswerInput },
    refusals: changing,
    async handle(c) {
      const id = partOf(c, 'id')
      const { text } = await readBody(c, AnswerInput)
      return c.json(withoutSecret(id, await c.get('registry').answerSubmission(actorOf(c), id, text)))
    },
  },
  {
    ...one,
    method: 'POST',
    path: '/v1/submissions/{id}/withdrawal',
    summary: 'Withdraw a submission',
    refusals: [401, 403, 404, 409, 413, 503],
    async handle(c) {
      const id = partOf(c, 'id')
      return c.json(withoutSecret(id, await c.get('registry').withdrawSubmission(actorOf(c), id)))
    },
  },
]
