// What anyone may do: send something in and, with the id that this gave them, see it through.

import { Hono } from 'hono'
import {
  AnswerInput,
  type Submission,
  SubmissionEdit,
  SubmissionInput,
  type SubmissionRecord,
} from '../../schema/submission.ts'
import { cleanEdit, cleanInput } from '../domain/proposal.ts'
import type { AppEnv } from '../env.ts'
import { actorOf } from './actor.ts'
import { readBody } from './body.ts'
import { limitBurst } from './burst.ts'
import { idempotencyKeyOf } from './query.ts'

/** The id opens a submission, so it is told to who has it: not to a maintainer who came by the reference. */
function withoutSecret(key: string, submission: Submission): Submission | SubmissionRecord {
  const { id, ...record } = submission
  return key === id ? submission : record
}

export const submissions = new Hono<AppEnv>()
  .post('/', limitBurst, async (c) => {
    const idempotencyKey = idempotencyKeyOf(c)
    const input = await readBody(c, SubmissionInput, cleanInput)
    const { submission } = await c.get('registry').submit(actorOf(c), input, { door: 'http', idempotencyKey })
    return c.json(submission, 201, { Location: `/v1/submissions/${submission.id}` })
  })
  .get('/:id', async (c) => {
    const id = c.req.param('id')
    return c.json(withoutSecret(id, await c.get('registry').getSubmission(actorOf(c), id)))
  })
  .patch('/:id', async (c) => {
    const id = c.req.param('id')
    const edit = await readBody(c, SubmissionEdit, cleanEdit)
    return c.json(withoutSecret(id, await c.get('registry').editSubmission(actorOf(c), id, edit)))
  })
  .post('/:id/answers', async (c) => {
    const id = c.req.param('id')
    const { text } = await readBody(c, AnswerInput)
    return c.json(withoutSecret(id, await c.get('registry').answerSubmission(actorOf(c), id, text)))
  })
  .post('/:id/withdrawal', async (c) => {
    const id = c.req.param('id')
    return c.json(withoutSecret(id, await c.get('registry').withdrawSubmission(actorOf(c), id)))
  })
