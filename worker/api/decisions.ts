// What maintainers do, by token. They name a submission by its reference.

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { DecisionInput } from '../../schema/submission.ts'
import { SUBMISSION_STATES } from '../../schema/vocabulary.ts'
import type { AppEnv } from '../env.ts'
import { maintainerOf } from './actor.ts'
import { readBody } from './body.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { idempotencyKeyOf, PAGE, readQuery } from './query.ts'

const ListQuery = z.strictObject({ ...PAGE, state: z._default(z.enum(SUBMISSION_STATES), 'pending') })

/** `version` is that of the submission which the maintainer saw. */
const UndoInput = z.strictObject({ version: z.int().check(z.positive()) })

export const decisions = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = maintainerOf(c)
    const { state, limit, cursor } = readQuery(c, ListQuery)
    const list = `submissions ${state}`
    const { items, next } = await c.get('registry').listSubmissions(actor, {
      state,
      size: Number(limit),
      after: cursor === undefined ? undefined : readCursor(list, cursor),
    })
    return c.json({ items, nextCursor: next === undefined ? null : writeCursor(list, next) })
  })
  .get('/:id/review', async (c) =>
    c.json(await c.get('registry').reviewSubmission(maintainerOf(c), c.req.param('id'))),
  )
  .post('/:id/decisions', async (c) => {
    const actor = maintainerOf(c)
    const idempotencyKey = idempotencyKeyOf(c)
    const input = await readBody(c, DecisionInput)
    return c.json(await c.get('registry').decideSubmission(actor, c.req.param('id'), input, idempotencyKey))
  })
  .post('/:id/undo', async (c) => {
    const actor = maintainerOf(c)
    const { version } = await readBody(c, UndoInput)
    return c.json(await c.get('registry').undoDecision(actor, c.req.param('id'), version))
  })
