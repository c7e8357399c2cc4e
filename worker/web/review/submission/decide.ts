// POST /review/{reference}: a maintainer decides, takes back, or blocks who sent it.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import { DecisionInput } from '../../../../schema/record/submission.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import { parse } from '../../../domain/intake/parse.ts'
import type { AppEnv } from '../../../env.ts'
import { type FormValues, readForm, textIn } from '../../parts/form.ts'
import { readThen, referenceIn, withThen } from '../addresses.ts'
import { forMaintainers } from '../sign-in/session.ts'
import { showSubmission } from './index.tsx'
import { reasonOf } from './reason.tsx'
import { ACTIONS, type Action } from './refused.ts'

/** Done, it leads on to what waits next; refused, to the page as it is now, with what was typed. */
export const decide = forMaintainers(async (c, maintainer) => {
  const reference = referenceIn(c)
  const form = await readForm(c)
  const action = ACTIONS.find((known) => known === textIn(form, 'do'))
  if (!action) throw new RegistryError('invalid', 'What is to be done is not said.')
  try {
    return c.redirect(await acted(c, maintainer.actor, reference, action, form), 303)
  } catch (error) {
    if (!(error instanceof RegistryError) || (error.code !== 'invalid' && error.code !== 'conflict'))
      throw error
    const typed = { action, reason: textIn(form, 'reason'), usual: textIn(form, 'usual') }
    return showSubmission(c, maintainer.actor, reference, { error, typed })
  }
})

/** Acts, and says where to go from there. */
async function acted(
  c: Context<AppEnv>,
  actor: Actor,
  reference: string,
  action: Action,
  form: FormValues,
): Promise<string> {
  const registry = c.get('registry')
  const then = readThen(c)
  const here = (note: string) => withThen(`/review/${reference}`, then, { note })
  const reason = reasonOf({ usual: textIn(form, 'usual'), reason: textIn(form, 'reason') }) || undefined
  const seen = (name: string) => Number(textIn(form, name)) || undefined
  switch (action) {
    case 'approve':
    case 'reject':
    case 'ask': {
      const given = { decision: action, reason, version: seen('version') }
      const input = { ...given, ...(action === 'approve' && { resourceVersion: seen('resourceVersion') }) }
      const key = textIn(form, 'key') || undefined
      await registry.decideSubmission(actor, reference, parse(DecisionInput, input, 'decision'), key)
      return onward(c, actor, reference, then)
    }
    case 'undo':
      await registry.undoDecision(actor, reference, seen('version') ?? 0)
      return here('undone')
    case 'block':
    case 'lift':
      await registry.setBlocked(actor, reference, action === 'block', reason)
      return here(action === 'block' ? 'blocked' : 'lifted')
  }
}

/** To what is next of a selection or, without one, of all that wait; to the queue when there is nothing more. */
async function onward(
  c: Context<AppEnv>,
  actor: Actor,
  decided: string,
  then: readonly string[] | undefined,
): Promise<string> {
  if (then !== undefined) {
    const [next, ...rest] = then.filter((reference) => reference !== decided)
    return next === undefined
      ? withThen('/review', undefined, { decided })
      : withThen(`/review/${next}`, rest, { decided })
  }
  const { next } = await c.get('registry').getQueueEntry(actor, decided)
  return withThen(next === undefined ? '/review' : `/review/${next}`, undefined, { decided })
}
