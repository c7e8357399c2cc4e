// GET and POST /review/{reference}/edit: the form in which a maintainer edits a submission.

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
import { readRemaining, referenceIn, withRemaining } from '../addresses.ts'
import { forMaintainers, type Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { isUndecided } from '../submission-text.ts'
import { showSubmission } from './index.tsx'
import { titleOf } from './proposal.tsx'

export const edit = forMaintainers(async (c, maintainer) => {
  const review = await c.get('registry').reviewSubmission(maintainer.actor, referenceIn(c))
  if (!isUndecided(review.submission.state)) return showDecided(c, maintainer, review)
  const values = valuesOfSubmission(review.submission, review.resource)
  return show(c, maintainer, review, { values, problems: NO_PROBLEMS })
})

export const save = forMaintainers(async (c, maintainer) => {
  const registry = c.get('registry')
  const reference = referenceIn(c)
  const values = await readForm(c)
  const review = await registry.reviewSubmission(maintainer.actor, reference)
  const result = editFrom(values, review.submission, review.resource)
  if ('problems' in result) return show(c, maintainer, review, { values, problems: result.problems }, 422)
  try {
    await registry.editSubmission(maintainer.actor, reference, result.edit)
  } catch (error) {
    if (!(error instanceof RegistryError) || (error.code !== 'invalid' && error.code !== 'conflict'))
      throw error
    return show(c, maintainer, review, refusedWith(error, values, review), statusOf(error.code))
  }
  return c.redirect(withRemaining(`/review/${reference}`, readRemaining(c), { note: 'edited' }), 303)
})

/** Shows the page of a submission that was decided meanwhile. */
const showDecided = (c: Context<AppEnv>, maintainer: Maintainer, { submission }: Review): Promise<Response> =>
  showSubmission(c, maintainer.actor, submission.reference, {
    error: new RegistryError(
      'conflict',
      `It was ${submission.state} already, and cannot be edited any more.`,
    ),
  })

/** The form as sent, with its problems. After `stale_version` it gets the current version, so it can be saved again. */
function refusedWith(error: RegistryError, values: FormValues, { submission }: Review): FormState {
  const problems = problemsByField(error.details.problems, values)
  return {
    values:
      error.details.conflict === 'stale_version'
        ? new Map([...values, ['version', String(submission.version)]])
        : values,
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
  const remaining = readRemaining(c)
  const backAddress = withRemaining(`/review/${submission.reference}`, remaining)
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
            <a href={backAddress}>Back without saving</a>
          </p>
          <p class="review-what">Edit {submission.reference}</p>
          <h1>{titleOf(review)}</h1>
          {form.problems.size > 0 && (
            <ProblemSummary title="It is not saved" problems={form.problems} nameOf={nameOfField} />
          )}
          <form
            id="edit"
            method="post"
            action={withRemaining(`/review/${submission.reference}/edit`, remaining)}
            enctype="multipart/form-data"
            data-once=""
            novalidate
          >
            <EditFields form={form} submission={submission} current={review.resource} />
            <p class="actions">
              <button type="submit" class="main">
                Save
              </button>
              <a href={backAddress}>Cancel</a>
            </p>
          </form>
        </div>
      ),
    },
    status,
  )
}
