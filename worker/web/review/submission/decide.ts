// POST /review/{reference}: a maintainer decides, undoes a decision, or blocks the submitter.

import type { Context } from 'hono'
import { type ErrorCode, RegistryError } from '../../../../schema/errors.ts'
import { DecisionInput } from '../../../../schema/record/submission.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import { parse } from '../../../domain/intake/parse.ts'
import type { AppEnv } from '../../../env.ts'
import { type FormValues, readForm, textIn } from '../../parts/form.ts'
import { readRemaining, referenceIn, withRemaining } from '../addresses.ts'
import { forMaintainers } from '../sign-in/session.ts'
import { showSubmission } from './index.tsx'
import { reasonOf } from './reason.tsx'
import { ACTIONS, type Action } from './refused.ts'

/** What the page of the submission shows. */
const SHOWN: readonly ErrorCode[] = ['invalid', 'conflict', 'forbidden']

/** Redirects to the next submission; a refused action gets the current page, with the form as sent. */
export const decide = forMaintainers(async (c, maintainer) => {
  const reference = referenceIn(c)
  const values = await readForm(c)
  const action = ACTIONS.find((known) => known === textIn(values, 'do'))
  if (!action) throw new RegistryError('invalid', 'What is to be done is not said.')
  try {
    return c.redirect(await runAction(c, maintainer.actor, reference, action, values), 303)
  } catch (error) {
    if (!(error instanceof RegistryError) || !SHOWN.some((code) => code === error.code)) throw error
    const form = { action, reason: textIn(values, 'reason'), usual: textIn(values, 'usual') }
    return showSubmission(c, maintainer.actor, reference, { error, form: form })
  }
})

/** Runs an action. Returns the address of the next page. */
async function runAction(
  c: Context<AppEnv>,
  actor: Actor,
  reference: string,
  action: Action,
  values: FormValues,
): Promise<string> {
  const registry = c.get('registry')
  const remaining = readRemaining(c)
  const addressWith = (note: string) => withRemaining(`/review/${reference}`, remaining, { note })
  const reason = reasonOf({ usual: textIn(values, 'usual'), reason: textIn(values, 'reason') }) || undefined
  const versionIn = (name: string) => Number(textIn(values, name)) || undefined
  switch (action) {
    case 'approve':
    case 'reject':
    case 'ask': {
      const decision = { decision: action, reason, version: versionIn('version') }
      const input = {
        ...decision,
        ...(action === 'approve' && { resourceVersion: versionIn('resourceVersion') }),
      }
      const key = textIn(values, 'key') || undefined
      await registry.decideSubmission(actor, reference, parse(DecisionInput, input, 'decision'), key)
      return nextAddress(c, actor, reference, remaining)
    }
    case 'undo':
      await registry.undoDecision(actor, reference, versionIn('version') ?? 0)
      return addressWith('undone')
    case 'block':
    case 'lift':
      await registry.setBlocked(actor, reference, action === 'block', reason)
      return addressWith(action === 'block' ? 'blocked' : 'lifted')
  }
}

/** The address of the next submission of the selection or, without one, of the queue; the queue after the last one. */
async function nextAddress(
  c: Context<AppEnv>,
  actor: Actor,
  decided: string,
  remaining: readonly string[] | undefined,
): Promise<string> {
  if (remaining !== undefined) {
    const [next, ...rest] = remaining.filter((reference) => reference !== decided)
    return next === undefined
      ? withRemaining('/review', undefined, { decided })
      : withRemaining(`/review/${next}`, rest, { decided })
  }
  const { next } = await c.get('registry').getQueueEntry(actor, decided)
  return withRemaining(next === undefined ? '/review' : `/review/${next}`, undefined, { decided })
}
