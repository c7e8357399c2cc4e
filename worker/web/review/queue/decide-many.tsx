// POST /review: opens, approves or rejects selected submissions of the queue, or undoes those decisions, a few in each
// request.

import { RegistryError } from '../../../../schema/errors.ts'
import { actOnEach } from '../../../../schema/verbs/selection.ts'
import { readForm, textIn } from '../../parts/form.ts'
import { withRemaining } from '../addresses.ts'
import { forMaintainers } from '../sign-in/session.ts'
import { reasonOf } from '../submission/reason.tsx'
import type { BulkForm } from './actions.tsx'
import { answerOutcome, BULK_ACTIONS, type BulkAction, outcomesBefore } from './outcome.tsx'
import { showQueue } from './page.tsx'
import { showQuestion } from './question.tsx'
import { readLists, readSelected, type Selected } from './selection.ts'

export const decideMany = forMaintainers(async (c, maintainer) => {
  const { actor } = maintainer
  const values = await readForm(c)
  const lists = await readLists(c)
  const [wanted, key] = [textIn(values, 'do'), textIn(values, 'key')]
  const selected = readSelected(lists('selected'))
  const form: BulkForm = { selected, usual: textIn(values, 'usual'), reason: textIn(values, 'reason') }
  if (selected.length === 0)
    return showQueue(c, actor, { message: 'Select at least one submission first.', form })
  if (wanted === 'open') {
    const [first = '', ...remaining] = selected.map(({ reference }) => reference)
    return c.redirect(withRemaining(`/review/${first}`, remaining), 303)
  }
  const action = BULK_ACTIONS.find((one) => one === wanted)
  if (!action) throw new RegistryError('invalid', 'A selection can be opened, approved or rejected.')
  if (action === 'approve' && textIn(values, 'confirmed') !== 'yes')
    return showQuestion(c, maintainer, selected)
  const reason = reasonOf(form)
  if (action === 'reject' && reason === '') {
    const problem = 'Give a reason: the senders read it.'
    return showQueue(c, actor, { message: problem, form: { ...form, problem } })
  }
  const registry = c.get('registry')
  const decide = ({ reference, version }: Selected, decision: Exclude<BulkAction, 'undo'>) => {
    const input = { decision, version, ...(decision === 'reject' && { reason }) }
    return registry.decideSubmission(actor, reference, input, key === '' ? undefined : `${key} ${reference}`)
  }
  const { outcomes, remaining } = await actOnEach(registry, selected, (one) =>
    action === 'undo' ? registry.undoDecision(actor, one.reference, one.version) : decide(one, action),
  )
  return answerOutcome(c, maintainer, {
    action,
    form,
    key,
    outcomes: [
      ...outcomesBefore(lists),
      ...outcomes.map((outcome) =>
        'record' in outcome
          ? { ...outcome.one, version: outcome.record.version }
          : { ...outcome.one, problem: outcome.error.message },
      ),
    ],
    remaining,
  })
})
