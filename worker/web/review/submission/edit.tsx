// GET and POST /review/{reference}/edit: what a submission proposes, changed by a maintainer.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { Review } from '../../../../schema/verbs/submissions.ts'
import type { AppEnv } from '../../../env.ts'
import { type FailureStatus, statusOf } from '../../../http/status.ts'
import { answerPrivate } from '../../page.tsx'
import { type FormState, type FormValues, NO_PROBLEMS, readForm } from '../../parts/form.ts'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { EditFields, editFrom, valuesOfSubmission } from '../../parts/proposal/edit.tsx'
import { nameOfField, problemsByField } from '../../parts/proposal/names.ts'
import { readThen, referenceIn, withThen } from '../addresses.ts'
import { forMaintainers, type Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { isUndecided } from '../words.ts'
import { showSubmission } from './index.tsx'
import { titleOf } from './proposal.tsx'

export const edit = forMaintainers(async (c, maintainer) => {
  const review = await c.get('registry').reviewSubmission(maintainer.actor, referenceIn(c))
  if (!isUndecided(review.submission.state)) return showDecided(c, maintainer, review)
  const typed = valuesOfSubmission(review.submission, review.resource)
  return show(c, maintainer, review, { typed, problems: NO_PROBLEMS })
})

export const save = forMaintainers(async (c, maintainer) => {
  const registry = c.get('registry')
  const reference = referenceIn(c)
  const typed = await readForm(c)
  const review = await registry.reviewSubmission(maintainer.actor, reference)
  const made = editFrom(typed, review.submission, review.resource)
  if ('problems' in made) return show(c, maintainer, review, { typed, problems: made.problems }, 422)
  try {
    await registry.editSubmission(maintainer.actor, reference, made.edit)
  } catch (error) {
    if (!(error instanceof RegistryError) || (error.code !== 'invalid' && error.code !== 'conflict'))
      throw error
    return show(c, maintainer, review, refusedWith(error, typed, review), statusOf(error.code))
  }
  return c.redirect(withThen(`/review/${reference}`, readThen(c), { note: 'edited' }), 303)
})

/** There is nothing to edit any more: the submission as it is now, which says who decided. */
const showDecided = (c: Context<AppEnv>, maintainer: Maintainer, { submission }: Review): Promise<Response> =>
  showSubmission(c, maintainer.actor, submission.reference, {
    error: new RegistryError(
      'conflict',
      `It was ${submission.state} already, and cannot be edited any more.`,
    ),
  })

/** With what was typed and, where the submission has moved on, the version that it is at: to look, and save again. */
function refusedWith(error: RegistryError, typed: FormValues, { submission }: Review): FormState {
  const problems = problemsByField(error.details.problems, typed)
  return {
    typed:
      error.details.conflict === 'stale_version'
        ? new Map([...typed, ['version', String(submission.version)]])
        : typed,
    problems: problems.size > 0 ? problems : new Map([['', error.message]]),
  }
}

function show(
  c: Context<AppEnv>,
  { name }: Maintainer,
  review: Review,
  form: FormState,
  status: 200 | FailureStatus = 200,
): Promise<Response> {
  const { submission } = review
  const then = readThen(c)
  const back = withThen(`/review/${submission.reference}`, then)
  return answerPrivate(
    c,
    {
      title: `Edit ${submission.reference}`,
      description: 'What a submission proposes, to be changed.',
      section: '/review',
      main: (
        <div class="review">
          <SignedIn name={name} />
          <p class="way">
            <a href={back}>Back without saving</a>
          </p>
          <p class="what">Edit {submission.reference}</p>
          <h1>{titleOf(review)}</h1>
          {form.problems.size > 0 && (
            <ProblemSummary title="It is not saved" problems={form.problems} nameOf={nameOfField} />
          )}
          <form
            id="edit"
            method="post"
            action={withThen(`/review/${submission.reference}/edit`, then)}
            data-once=""
            novalidate
          >
            <EditFields form={form} submission={submission} />
            <p class="actions">
              <button type="submit" class="main">
                Save
              </button>
              <a href={back}>Cancel</a>
            </p>
          </form>
        </div>
      ),
    },
    status,
  )
}
