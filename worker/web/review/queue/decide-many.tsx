// POST /review: decides selected submissions of the queue, a few in each request.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import { parseReferenceCode } from '../../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../../env.ts'
import { readForm, textIn } from '../../parts/form.ts'
import { withRemaining } from '../addresses.ts'
import { forMaintainers } from '../sign-in/session.ts'
import { reasonOf } from '../submission/reason.tsx'
import type { BulkForm } from './actions.tsx'
import { answerOutcome, type Outcome } from './outcome.tsx'
import { showQueue } from './page.tsx'

/** More than one page of the queue, since a refused form keeps its selection. */
const MAX_SELECTED = 100

export const decideMany = forMaintainers(async (c, maintainer) => {
  const values = await readForm(c)
  const lists = await readLists(c)
  const [action, key] = [textIn(values, 'do'), textIn(values, 'key')]
  const selected = lists('selected').slice(0, MAX_SELECTED)
  const form: BulkForm = { selected, usual: textIn(values, 'usual'), reason: textIn(values, 'reason') }
  const chosen = selected.flatMap(readSelection)
  if (chosen.length === 0)
    return showQueue(c, maintainer.actor, {
      message: 'Select at least one, then say what to do with them.',
      form: form,
    })
  if (action === 'open') {
    const [first = '', ...remaining] = chosen.map(({ reference }) => reference)
    return c.redirect(withRemaining(`/review/${first}`, remaining), 303)
  }
  if (action !== 'approve' && action !== 'reject')
    throw new RegistryError('invalid', 'A selection can be opened, approved or rejected.')
  const reason = reasonOf(form)
  if (action === 'reject' && reason === '') {
    const problem = 'Say why: who sent them is told.'
    return showQueue(c, maintainer.actor, { message: problem, form: { ...form, problem } })
  }
  const outcomes: Outcome[] = []
  // In sequence: D1 serializes writes anyway, and two submissions may change one record.
  for (const one of chosen) {
    // The other half of the queries is for the last decision, a lost race, and the messages sent after the response.
    const { sent, left } = c.get('registry').countQueries()
    if (sent >= left) break
    outcomes.push(await decideOne(c, maintainer.actor, one, { action, reason, key }))
  }
  return answerOutcome(c, maintainer, {
    action,
    form: form,
    key,
    outcomes: [...outcomesBefore(lists), ...outcomes],
    remaining: chosen.slice(outcomes.length).map(selectionText),
  })
})

/** All values of a form field. */
type Lists = (name: string) => string[]

async function readLists(c: Context<AppEnv>): Promise<Lists> {
  const body = await c.req.parseBody({ all: true })
  return (name) => [body[name]].flat().filter((value) => typeof value === 'string')
}

interface Selection {
  readonly reference: string
  readonly version: number
}

/** "S-7Q4K2@3": a submission and the version that the queue listed. */
function readSelection(text: string): Selection[] {
  const [code = '', version = ''] = text.split('@')
  const reference = parseReferenceCode(code)
  return reference !== undefined && /^[1-9]\d{0,8}$/.test(version)
    ? [{ reference, version: Number(version) }]
    : []
}

const selectionText = ({ reference, version }: Selection): string => `${reference}@${version}`

async function decideOne(
  c: Context<AppEnv>,
  actor: Actor,
  { reference, version }: Selection,
  { action, reason, key }: { action: 'approve' | 'reject'; reason: string; key: string },
): Promise<Outcome> {
  try {
    const input = { decision: action, version, ...(action === 'reject' && { reason }) }
    const idempotencyKey = key === '' ? undefined : `${key} ${reference}`
    const { resource, changes, slug } = await c
      .get('registry')
      .decideSubmission(actor, reference, input, idempotencyKey)
    const title = resource?.name ?? changes?.name ?? slug
    return {
      reference,
      isDone: true,
      sentence: `${action === 'approve' ? 'approved' : 'rejected'}: ${title}`,
    }
  } catch (error) {
    // The loop goes on to the other submissions. A bug or an expired session ends the request.
    if (!(error instanceof RegistryError) || error.code === 'unauthenticated') throw error
    return { reference, isDone: false, sentence: error.message }
  }
}

/** The outcomes of earlier requests, from the hidden fields of the outcome page. */
const outcomesBefore = (lists: Lists): Outcome[] =>
  (['done', 'failed'] as const).flatMap((name) =>
    lists(name).flatMap((text) => {
      const [code = '', ...rest] = text.split(' ')
      const reference = parseReferenceCode(code)
      return reference === undefined ? [] : [{ reference, isDone: name === 'done', sentence: rest.join(' ') }]
    }),
  )
