// GET /submissions/{id}, and the submitter's actions on it.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { AnswerInput } from '../../../schema/record/submission.ts'
import { parse } from '../../domain/intake/parse.ts'
import { isCapability } from '../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { statusOf } from '../../http/status.ts'
import { isFormProblem } from '../failure.tsx'
import type { PageRoute } from '../page-route.ts'
import { type FormValues, type Problems, readForm, textIn } from '../parts/form.ts'
import { editFrom } from '../parts/proposal/edit.tsx'
import { problemsByField } from '../parts/proposal/names.ts'
import { answerFeed } from './feed.ts'
import type { SubmissionAction } from './forms.tsx'
import { mailPages } from './mail.tsx'
import { forget, showSent } from './sent.tsx'
import { answerStatus } from './status.tsx'

/** The secret id from the path. Throws `not_found` for a reference, which names a submission but gives no access. */
function idOf(c: Context<AppEnv>): string {
  const id = c.req.param('id') ?? ''
  if (isCapability(id)) return id
  throw new RegistryError(
    'not_found',
    'This link opens no submission. A reference such as S-7Q4K2 is not enough: open the private link that was shown after sending.',
  )
}

const getStatus = (c: Context<AppEnv>) => c.get('registry').getSubmission(anonymousActor(c), idOf(c))

async function show(c: Context<AppEnv>): Promise<Response> {
  const status = await getStatus(c)
  const isNew = c.req.query('sent') !== undefined && status.submission.version === 1
  return answerStatus(c, { ...status, isNew })
}

const STALE_PROBLEM = {
  field: '',
  problem:
    'The page shows the submission as it is now, and the form has your changes. Check them and save again.',
}

/** Runs a submitter's action and redirects to the page. A refused form is shown again with its problems. */
const handleForm =
  (
    action: SubmissionAction,
    apply: (c: Context<AppEnv>, values: FormValues) => Promise<Problems | undefined>,
  ) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const id = idOf(c)
    const values = await readForm(c)
    try {
      const problems = await apply(c, values)
      if (!problems) return c.redirect(`/submissions/${id}`, 303)
      return answerStatus(c, { ...(await getStatus(c)), attempt: { action, values, problems } }, 422)
    } catch (error) {
      if (!isFormProblem(error)) throw error
      const status = await getStatus(c)
      const { problems = [{ field: '', problem: error.message }], conflict } = error.details
      const isStale = conflict === 'stale_version'
      const attempt = {
        action,
        // The page shows the current version, so the next attempt is based on that.
        values: isStale ? new Map([...values, ['version', String(status.submission.version)]]) : values,
        problems: problemsByField(isStale ? [...problems, STALE_PROBLEM] : problems, values),
      }
      return answerStatus(c, { ...status, attempt }, statusOf(error.code))
    }
  }

const answer = handleForm('answers', async (c, values) => {
  const { text } = parse(AnswerInput, { text: textIn(values, 'text') }, 'answer')
  await c.get('registry').answerSubmission(anonymousActor(c), idOf(c), text)
  return undefined
})

const edit = handleForm('edit', async (c, values) => {
  const { submission, resource } = await getStatus(c)
  const result = editFrom(values, submission, resource)
  if ('problems' in result) return result.problems
  await c.get('registry').editSubmission(anonymousActor(c), idOf(c), result.edit)
  return undefined
})

const askForMail = handleForm('mail', async (c, values) => {
  await c.get('registry').askForMail(anonymousActor(c), idOf(c), textIn(values, 'mailAddress'))
  return undefined
})

const withdraw = handleForm('withdrawal', async (c) => {
  await c.get('registry').withdrawSubmission(anonymousActor(c), idOf(c))
  return undefined
})

export const submissionPages: readonly PageRoute[] = [
  { path: '/submissions', get: showSent },
  { path: '/submissions/forgotten', post: forget },
  { path: '/submissions/:id', get: show },
  { path: '/submissions/:id/feed.atom', get: async (c) => answerFeed(c, (await getStatus(c)).submission) },
  { path: '/submissions/:id/answers', post: answer },
  { path: '/submissions/:id/edit', post: edit },
  { path: '/submissions/:id/mail', post: askForMail },
  { path: '/submissions/:id/withdrawal', post: withdraw },
  ...mailPages,
]
